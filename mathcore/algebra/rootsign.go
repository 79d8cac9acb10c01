package algebra

import "chainrule/mathcore/poly"

// signOfProduct returns the sign that p has where it is not zero, 0 if that is not known. An even power of a complex
// number may be negative.
func (f *field) signOfProduct(p product) int {
	sign := p.c.Sign()
	for _, q := range p.m {
		if k := f.kernels[q.Var].kind; k == imagKernel || k == unitKernel {
			return 0
		}
		if q.IsOdd() {
			sign *= f.sign(kernelTarget(q.Var))
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
func (f *field) signOfRoots(p poly.Poly) int {
	if len(p) != 2 || f.complex(p) || f.depth == signDepth {
		return 0
	}
	doubtful := len(f.doubtful)
	f.depth++
	defer func() {
		f.doubtful = f.doubtful[:doubtful]
		f.depth--
	}()
	first, second := product{c: p[0].C, m: p[0].M}, product{c: p[1].C, m: p[1].M}
	if first.c.Sign() != second.c.Sign() {
		if root, ok := f.commonRoot(p); ok && root.IsInt() {
			above, below := product{c: first.c.Abs(), m: first.m}, product{c: second.c.Abs(), m: second.m}
			u := f.add(f.modulusPower(above, root), f.modulusPower(below, root).neg())
			return first.c.Sign() * f.signOfProduct(u)
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
func squareRoots(p poly.Poly) bool {
	holds := false
	for _, t := range p {
		for _, q := range t.M {
			if q.Den%2 == 0 {
				holds = true
			} else if q.Den != 1 {
				return false
			}
		}
	}
	return holds
}
