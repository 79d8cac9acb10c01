package algebra

// signOfProduct returns the sign that p has where it is not zero, 0 if that is not known. An even power of a complex
// number may be negative.
func (f *field) signOfProduct(p product) int {
	sign := p.c.sign()
	for _, q := range p.m {
		if k := f.kernels[q.k].kind; k == imagKernel || k == unitKernel {
			return 0
		}
		if q.d == 1 && q.n%2 != 0 {
			sign *= f.sign(kernelTarget(q.k))
		}
	}
	for _, x := range p.f {
		if f.complexBase(x.base) {
			return 0
		}
		if x.n%2 != 0 {
			sign *= f.sign(baseTarget(x.base))
		}
	}
	return sign
}

// neverNegative reports whether p is known not to be negative on the common domain.
func (f *field) neverNegative(p product) bool { return f.signOfProduct(p) > 0 }

// signDepth bounds how often the sign of a sum is traced back to that of another.
const signDepth = 4

// signOfRoots finds the sign of the sum of two terms by that of the difference of powers of them: the greater of two
// values decides, and if those are not negative their powers are in the same order.
func (f *field) signOfRoots(p poly) int {
	if len(p) != 2 || f.complex(p) || f.depth == signDepth {
		return 0
	}
	doubtful := len(f.doubtful)
	f.depth++
	defer func() {
		f.doubtful = f.doubtful[:doubtful]
		f.depth--
	}()
	first, second := product{c: p[0].c, m: p[0].m}, product{c: p[1].c, m: p[1].m}
	if first.c.sign() != second.c.sign() {
		if root, ok := f.commonRoot(p); ok && root.isInt() {
			above, below := product{c: first.c.abs(), m: first.m}, product{c: second.c.abs(), m: second.m}
			u := f.add(f.modulusPower(above, root), f.modulusPower(below, root).neg())
			return first.c.sign() * f.signOfProduct(u)
		}
	}
	if !squareRoots(p) {
		return 0
	}
	u := f.add(f.pow(first, 2), f.pow(second, 2).neg())
	switch f.signOfProduct(u) {
	case 1:
		return f.signOfProduct(first)
	case -1:
		return f.signOfProduct(second)
	}
	return 0
}

// squareRoots reports whether p holds broken powers, all of them roots of an even index: squares have fewer.
func squareRoots(p poly) bool {
	holds := false
	for _, t := range p {
		for _, q := range t.m {
			if q.d%2 == 0 {
				holds = true
			} else if q.d != 1 {
				return false
			}
		}
	}
	return holds
}
