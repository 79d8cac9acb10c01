package algebra

import (
	"math"
	"math/big"
	"slices"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
	"chainrule/mathcore/scope"
)

// signOf returns what is known of the sign of the target, or can be found out.
func (ctx *context) signOf(t target) weakSign {
	if s, known := ctx.facts.signs[t]; known {
		return s
	}
	if ctx.visited[t] {
		return unknownSign
	}
	put(&ctx.visited, t, true) // also ends the circle of a kernel whose own tree asks for its sign
	s := ctx.findSign(t)
	if s != unknownSign {
		ctx.facts.signs[t] = s
	}
	return s
}

func (ctx *context) findSign(t target) weakSign {
	if t.isBase {
		p := ctx.bases[t.id]
		if len(p) == 0 || ctx.complex(p) {
			return unknownSign
		}
		if ctx.termwisePositive(p) {
			return notNegative
		}
		if s := ctx.signByShift(p); s != unknownSign {
			return s
		}
		if s := ctx.signOfQuadratic(p); s != unknownSign {
			return s
		}
		if s := ctx.signOfTree(ctx.polyTree(p)); s != unknownSign {
			return s
		}
		if s := ctx.signBySturm(p); s != unknownSign {
			return s
		}
		return ctx.signOfRoots(p)
	}
	k := &ctx.kernels[t.id]
	switch k.kind {
	case integerKernel, piKernel, expKernel, modulusKernel:
		return notNegative
	case imagKernel, unitKernel:
		return unknownSign
	case symbolKernel:
		d, _ := ctx.scope.Domain(k.symbol)
		return signOfDomain(d)
	case productKernel:
		return max(unknownSign, ctx.signOfProduct(k.args[2]))
	case seriesKernel:
		return ctx.signOfProduct(k.args[2])
	case logKernel, callKernel, applyKernel, powerKernel, parityKernel:
		return ctx.signOfTree(ctx.kernelTree(kernelID(t.id)))
	}
	panic("algebra: unknown kernel")
}

func signOfDomain(d scope.Domain) weakSign {
	if d.Finite() {
		lo, hi := unknownSign, unknownSign
		for _, r := range d.Set {
			lo, hi = min(lo, weakSign(r.Sign())), max(hi, weakSign(r.Sign()))
		}
		return lo + hi
	}
	switch {
	case d.Lo != nil && d.Lo.Sign() >= 0:
		return notNegative
	case d.Hi != nil && d.Hi.Sign() <= 0:
		return notPositive
	}
	return unknownSign
}

func signOfRat(c rat.Rat) weakSign { return weakSign(c.Sign()) }

// termwisePositive reports whether every term of p is plainly never negative.
func (ctx *context) termwisePositive(p poly.Poly) bool {
	ctx.ring.PayFor(1, p)
	for _, t := range p {
		if t.C.Sign() < 0 {
			return false
		}
		for _, q := range t.M {
			if (q.Den != 1 || q.Num%2 != 0) && ctx.signOf(kernelTarget(q.Var)) != notNegative {
				return false
			}
		}
	}
	return true
}

// signOfTree encloses n over the whole domain, cut into boxes, and returns the sign that all boxes agree on. A box on
// which n has no value says nothing.
func (ctx *context) signOfTree(n expr.Node) weakSign {
	if n == nil {
		return unknownSign
	}
	program, box, ok := ctx.overDomain(n)
	if !ok || len(box) > 3 {
		return unknownSign
	}
	boxes := signBoxes
	return signOnBox(program, box, &boxes)
}

// overDomain compiles n and returns the box of all values that its letters may take.
func (ctx *context) overDomain(n expr.Node) (*eval.Program, []eval.Interval, bool) {
	vars := expr.Symbols(n)
	program, ok := eval.CompileUnder(ctx.meter, n, vars)
	if !ok {
		return nil, nil, false
	}
	box := make([]eval.Interval, len(vars))
	for i, v := range vars {
		d, _ := ctx.scope.Domain(v)
		box[i] = hull(d)
	}
	return program, box, true
}

// signBoxes bounds how many boxes the domain is cut into.
const signBoxes = 40

// signOnBox cuts the box as often as there are boxes left. It changes it on the way and leaves it as it was.
func signOnBox(p *eval.Program, box []eval.Interval, left *int) weakSign {
	*left--
	e := p.Enclose(box)
	if e.Status != eval.Undefined {
		switch {
		case e.Lo >= 0:
			return notNegative
		case e.Hi <= 0:
			return notPositive
		}
	}
	if *left <= 0 || len(box) == 0 {
		return unknownSign
	}
	side, middle := cut(box)
	if side < 0 {
		return unknownSign
	}
	whole := box[side]
	box[side].Hi = middle
	s := signOnBox(p, box, left)
	if s != unknownSign {
		box[side] = eval.Interval{Lo: middle, Hi: whole.Hi}
		if signOnBox(p, box, left) != s {
			s = unknownSign
		}
	}
	box[side] = whole
	return s
}

// cut returns the widest side of the box and where to cut it: an unbounded one where both parts are of use. The side is -1
// where all are narrow.
func cut(box []eval.Interval) (side int, middle float64) {
	side, width := -1, 1e-3
	for i, v := range box {
		if w := v.Hi - v.Lo; w > width {
			side, width = i, w
		}
	}
	if side < 0 {
		return side, 0
	}
	switch v := box[side]; {
	case v.Lo < -1e300 && v.Hi > 1e300:
		return side, 0
	case v.Lo < -1e300:
		return side, min(2*v.Hi, v.Hi-1)
	case v.Hi > 1e300:
		return side, max(2*v.Lo, v.Lo+1)
	default:
		return side, v.Lo/2 + v.Hi/2
	}
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
