package algebra

import (
	"math"
	"math/big"
	"slices"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/scope"
)

// sign returns +1 if the target is never negative on the common domain, -1 if it is never positive, 0 if that is not
// known.
func (f *field) sign(t target) int {
	if s, known := f.signs[t]; known {
		return s
	}
	if f.asked[t] {
		return 0
	}
	f.asked[t] = true // also ends the circle of a kernel whose own tree asks for its sign
	s := f.findSign(t)
	if s != 0 {
		f.signs[t] = s
	}
	return s
}

func (f *field) findSign(t target) int {
	if t.isBase {
		p := f.bases[t.id]
		if len(p) == 0 || f.complex(p) {
			return 0
		}
		if f.termwisePositive(p) {
			return 1
		}
		if s := f.signByShift(p); s != 0 {
			return s
		}
		if s := f.signOfQuadratic(p); s != 0 {
			return s
		}
		if s := f.signOfTree(f.polyTree(p)); s != 0 {
			return s
		}
		if s := f.signBySturm(p); s != 0 {
			return s
		}
		return f.signOfRoots(p)
	}
	k := &f.kernels[t.id]
	switch k.kind {
	case integerKernel, piKernel, expKernel, modulusKernel:
		return 1
	case imagKernel, unitKernel:
		return 0
	case symbolKernel:
		d, _ := f.scope.Domain(k.symbol)
		return signOfDomain(d)
	case productKernel:
		return max(0, f.signOfProduct(k.args[2]))
	case logKernel, callKernel, applyKernel, seriesKernel, powerKernel, parityKernel:
		return f.signOfTree(f.kernelTree(kernelID(t.id)))
	}
	panic("algebra: unknown kernel")
}

func signOfDomain(d scope.Domain) int {
	if d.Finite() {
		lo, hi := 0, 0
		for _, r := range d.Set {
			lo, hi = min(lo, r.Sign()), max(hi, r.Sign())
		}
		return lo + hi
	}
	switch {
	case d.Lo != nil && d.Lo.Sign() >= 0:
		return 1
	case d.Hi != nil && d.Hi.Sign() <= 0:
		return -1
	}
	return 0
}

// termwisePositive reports whether every term of p is plainly never negative.
func (f *field) termwisePositive(p poly.Poly) bool {
	f.ring.PayFor(1, p)
	for _, t := range p {
		if t.C.Sign() < 0 {
			return false
		}
		for _, q := range t.M {
			if (q.Den != 1 || q.Num%2 != 0) && f.sign(kernelTarget(q.Var)) <= 0 {
				return false
			}
		}
	}
	return true
}

// signOfTree encloses n over the whole domain, cut into boxes, and returns the sign that all boxes agree on. A box on
// which n has no value says nothing.
func (f *field) signOfTree(n expr.Node) int {
	if n == nil {
		return 0
	}
	program, box, ok := f.overDomain(n)
	if !ok || len(box) > 3 {
		return 0
	}
	boxes := signBoxes
	return signOnBox(program, box, &boxes)
}

// overDomain compiles n and returns the box of all values that its letters may take.
func (f *field) overDomain(n expr.Node) (*eval.Program, []eval.Interval, bool) {
	vars := expr.Symbols(n)
	program, ok := eval.CompileUnder(f.meter, n, vars)
	if !ok {
		return nil, nil, false
	}
	box := make([]eval.Interval, len(vars))
	for i, v := range vars {
		d, _ := f.scope.Domain(v)
		box[i] = hull(d)
	}
	return program, box, true
}

// signBoxes bounds how many boxes the domain is cut into.
const signBoxes = 40

func signOnBox(p *eval.Program, box []eval.Interval, left *int) int {
	*left--
	e := p.Enclose(box)
	if e.Status != eval.Undefined {
		switch {
		case e.Lo >= 0:
			return 1
		case e.Hi <= 0:
			return -1
		}
	}
	if *left <= 0 || len(box) == 0 {
		return 0
	}
	widest, lower, upper := halve(box)
	if widest < 0 {
		return 0
	}
	s := signOnBox(p, lower, left)
	if s == 0 || signOnBox(p, upper, left) != s {
		return 0
	}
	return s
}

// halve cuts the widest side of the box; unbounded sides are cut where both halves are of use.
func halve(box []eval.Interval) (side int, lower, upper []eval.Interval) {
	side, width := -1, 1e-3
	for i, v := range box {
		if w := v.Hi - v.Lo; w > width {
			side, width = i, w
		}
	}
	if side < 0 {
		return side, nil, nil
	}
	v := box[side]
	middle := v.Lo/2 + v.Hi/2
	switch {
	case v.Lo < -1e300 && v.Hi > 1e300:
		middle = 0
	case v.Lo < -1e300:
		middle = min(2*v.Hi, v.Hi-1)
	case v.Hi > 1e300:
		middle = max(2*v.Lo, v.Lo+1)
	}
	lower = append([]eval.Interval(nil), box...)
	upper = append([]eval.Interval(nil), box...)
	lower[side].Hi, upper[side].Lo = middle, middle
	return side, lower, upper
}

// learn records that p is never negative on the common domain, because something with a value requires it, and draws
// what follows for the only part of p whose sign was unknown. The other parts must not vanish on more than isolated
// points, since √0 says nothing; where p is required to be positive they do not.
func (f *field) learn(p product, positive bool) {
	if p.isZero() || f.productLevels(p) != 0 {
		return
	}
	sign := p.c.Sign()
	var unknown []target
	vanishing := false
	note := func(t target, odd bool) {
		if odd && f.sign(t) == 0 {
			unknown = append(unknown, t)
			return
		}
		if odd {
			sign *= f.sign(t)
		}
		vanishing = vanishing || !positive && f.mayVanish(t)
	}
	for _, q := range p.m {
		if k := f.kernels[q.Var].kind; k == imagKernel || k == unitKernel {
			return
		}
		note(kernelTarget(q.Var), q.IsOdd())
	}
	for _, x := range p.f {
		if f.complexBase(x.base) {
			return
		}
		note(baseTarget(x.base), x.n%2 != 0)
	}
	switch {
	case vanishing:
	case len(unknown) == 0 && sign < 0:
		f.barren = true
	case len(unknown) == 1:
		f.signs[unknown[0]] = sign
		f.again = true
	}
}

// mayVanish reports whether the target may be zero on more than isolated points. A polynomial in letters that run
// through intervals, their exponentials and logarithms is not, since it is not the zero polynomial.
func (f *field) mayVanish(t target) bool {
	if !t.isBase {
		return f.kernelMayVanish(kernelID(t.id))
	}
	p := f.bases[t.id]
	for _, u := range p {
		for _, q := range u.M {
			if !f.analytic(q.Var) {
				return true
			}
		}
	}
	return len(p) == 0
}

func (f *field) kernelMayVanish(id kernelID) bool {
	switch k := &f.kernels[id]; k.kind {
	case piKernel, imagKernel, integerKernel, expKernel, unitKernel, parityKernel:
		return false
	case symbolKernel, logKernel:
		return !f.analytic(id)
	case modulusKernel:
		return f.mayVanish(k.target)
	case callKernel, applyKernel, seriesKernel, productKernel, powerKernel:
		return true
	}
	panic("algebra: unknown kernel")
}

// analytic reports whether the kernel is an analytic function of letters that run through intervals.
func (f *field) analytic(id kernelID) bool {
	switch k := &f.kernels[id]; k.kind {
	case piKernel, imagKernel, integerKernel:
		return true
	case symbolKernel:
		d, _ := f.scope.Domain(k.symbol)
		return !d.Finite() && (d.Lo == nil || d.Hi == nil || d.Lo.Cmp(d.Hi) < 0)
	case expKernel:
		return f.analyticProduct(k.args[0])
	case unitKernel:
		return f.analyticProduct(k.args[0]) && !f.countsIn(k.args[0])
	case logKernel:
		return f.analyticTarget(k.target)
	case modulusKernel:
		return !k.target.isBase && f.kernels[k.target.id].kind == integerKernel
	case callKernel, applyKernel, seriesKernel, productKernel, powerKernel, parityKernel:
		return false
	}
	panic("algebra: unknown kernel")
}

func (f *field) analyticProduct(p product) bool {
	for _, q := range p.m {
		if !f.analytic(q.Var) {
			return false
		}
	}
	for _, x := range p.f {
		if !f.analyticTarget(baseTarget(x.base)) {
			return false
		}
	}
	return true
}

// countsIn reports whether p holds letters that run through whole numbers: sin πn is zero for all of them.
func (f *field) countsIn(p product) bool {
	tree := f.productTree(p)
	return tree == nil || slices.ContainsFunc(expr.Symbols(tree), func(s *expr.Symbol) bool {
		d, _ := f.scope.Domain(s)
		return d.Whole
	})
}

func (f *field) analyticTarget(t target) bool {
	if !t.isBase {
		return f.analytic(kernelID(t.id))
	}
	return !f.mayVanish(t)
}

// hull returns the smallest interval of float64 that holds the domain.
func hull(d scope.Domain) eval.Interval {
	box := eval.Interval{Lo: math.Inf(-1), Hi: math.Inf(1)}
	lo, hi := ends(d)
	if lo != nil {
		var exact bool
		if box.Lo, exact = lo.Float64(); !exact {
			box.Lo = math.Nextafter(box.Lo, math.Inf(-1))
		}
	}
	if hi != nil {
		var exact bool
		if box.Hi, exact = hi.Float64(); !exact {
			box.Hi = math.Nextafter(box.Hi, math.Inf(1))
		}
	}
	return box
}

// ends returns the least and the greatest number of the domain, or its bounds if it has none; nil where it is unbounded.
func ends(d scope.Domain) (lo, hi *big.Rat) {
	if d.Finite() {
		return slices.MinFunc(d.Set, (*big.Rat).Cmp), slices.MaxFunc(d.Set, (*big.Rat).Cmp)
	}
	return d.Lo, d.Hi
}
