package algebra

import (
	"math/big"
	"slices"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/linear"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
	"chainrule/mathcore/scope"
)

// A Demand says that something is not negative, or that it is positive.
type Demand struct {
	Node     expr.Node
	Positive bool
}

// Impossible reports whether it is proved that the demands hold together at no point of the domain, joints apart.
func Impossible(demands []Demand, sc *scope.Scope) bool {
	ctx := newContext(sc)
	impossible := false
	ctx.within(func() {
		impossible = ctx.failOnBoxes(demands) || ctx.contradict(demands)
	})
	return impossible || neverPositive(demands, sc) || failEitherWay(demands, mostChoices, sc)
}

// neverPositive reports whether one of the demands asks for something to be positive that never is.
func neverPositive(demands []Demand, sc *scope.Scope) bool {
	return slices.ContainsFunc(demands, func(d Demand) bool { return d.Positive && NeverNegative(expr.Negative(d.Node), sc) })
}

// mostChoices bounds how many moduli, greatest and least values are taken both ways.
const mostChoices = 3

// failEitherWay reports whether the demands fail both where the first of two values is the greater one and where it is the lesser one, of
// which |u|, a greatest or a least value is one: |u| is the greater one of u and -u.
func failEitherWay(demands []Demand, left int, sc *scope.Scope) bool {
	choice := choiceIn(demands)
	if choice == nil || left == 0 {
		return false
	}
	greater, lesser := choice.Args[0], expr.Negative(choice.Args[0])
	if choice.Func != expr.Abs {
		lesser = choice.Args[1]
	}
	for range 2 {
		value := greater
		if choice.Func == expr.Min {
			value = lesser
		}
		way := []Demand{{Node: expr.Minus(greater, lesser)}}
		for _, d := range demands {
			put := expr.Map(d.Node, func(n expr.Node) expr.Node {
				if expr.Equal(n, choice) {
					return value
				}
				return n
			})
			way = append(way, Demand{Node: put, Positive: d.Positive})
		}
		if !fail(way, sc) && !failEitherWay(way, left-1, sc) {
			return false
		}
		greater, lesser = lesser, greater
	}
	return true
}

// fail reports whether it is proved without boxes that the demands do not hold together.
func fail(demands []Demand, sc *scope.Scope) bool {
	ctx := newContext(sc)
	contradict := false
	ctx.within(func() { contradict = ctx.contradict(demands) })
	return contradict || neverPositive(demands, sc)
}

// choiceIn returns a modulus, or the greatest or the least of two values, in the demands; nil where there is none.
func choiceIn(demands []Demand) *expr.Call {
	var choice *expr.Call
	for _, d := range demands {
		expr.Walk(d.Node, func(n expr.Node) bool {
			c, ok := n.(*expr.Call)
			if ok && choice == nil && (c.Func == expr.Abs || (c.Func == expr.Max || c.Func == expr.Min) && len(c.Args) == 2) {
				choice = c
			}
			return choice == nil
		})
	}
	return choice
}

// Meeting returns points at which the demands may well hold together: exactly where they are linear.
func Meeting(demands []Demand, sc *scope.Scope) []Point {
	ctx := newContext(sc)
	var points []Point
	ctx.within(func() {
		points = ctx.points(ctx.demanded(demands))
	})
	return points
}

// contradict reports whether the demands contradict each other and what is known of signs: as inequalities between sums in which
// every monomial counts as a letter of its own.
func (ctx *context) contradict(demands []Demand) bool {
	contradict := false
	ctx.settle(func() bool {
		contradict = !ctx.demanded(demands).system.Solvable()
		return contradict
	})
	return contradict
}

// demanded returns the demands as inequalities, with what is known of their monomials.
func (ctx *context) demanded(demands []Demand) *inequalities {
	s := &inequalities{meter: ctx.meter, system: linear.NewSystem(ctx.meter)}
	for _, d := range demands {
		ctx.demand(s, d)
	}
	for i := 0; i < len(s.letters); i++ {
		ctx.boundMonomial(s, s.letters[i])
		ctx.boundAngle(s, s.letters[i])
		ctx.boundByTangent(s, s.letters[i])
		ctx.boundOpenly(s, s.letters[i])
		if ctx.isPlainlyPositive(s.letters[i]) {
			s.require(poly.Of(rat.Int(1), s.letters[i]), 1, linear.Positive)
		}
	}
	return s
}

// demand adds a demand to the inequalities.
func (ctx *context) demand(s *inequalities, d Demand) {
	p := ctx.canonical(ctx.value(d.Node))
	if ctx.complexProduct(p) {
		return
	}
	sign := notNegative // that of what stands below
	for _, x := range p.f {
		if x.n < 0 && x.n%2 != 0 {
			sign *= ctx.signOf(baseTarget(x.base))
		}
	}
	if d.Positive && ctx.signOfProduct(p) == notPositive {
		s.system.Require(linear.Inequality{Relation: linear.Positive}) // 0 is not positive
		return
	}
	num, _ := ctx.expand(p)
	if sign == unknownSign || ctx.complex(num) {
		return
	}
	relation := linear.NotNegative
	if d.Positive {
		relation = linear.Positive
		ctx.assume(p, relation) // what one demand says of signs may contradict another
	}
	if len(num) == 0 { // 0 is asked to be positive, or nothing is
		s.system.Require(linear.Inequality{Relation: relation})
		return
	}
	s.require(num, sign, relation)
}

// boundAngle adds that asin lies between -π/2 and π/2, and atan between them, and on which side of 0: π counts as a letter like others.
func (ctx *context) boundAngle(s *inequalities, m poly.Monomial) {
	if len(m) != 1 || !m[0].IsVar() {
		return
	}
	k := &ctx.kernels[m[0].Var]
	if k.kind != callKernel || k.call != expr.Asin && k.call != expr.Atan {
		return
	}
	relation := linear.NotNegative
	if k.call == expr.Atan {
		relation = linear.Positive
	}
	for _, side := range []int64{1, -1} {
		s.require(poly.Poly{{C: rat.Frac(1, 2), M: ctx.pi().m}, {C: rat.Int(side), M: m}}, 1, relation)
	}
	if sign := ctx.signOf(kernelTarget(m[0].Var)); sign != unknownSign {
		s.require(poly.Of(rat.Int(1), m), sign, linear.NotNegative)
	}
}

// boundByTangent adds that e^v is 1 + v at least, and a logarithm ln u at most u - 1.
func (ctx *context) boundByTangent(s *inequalities, m poly.Monomial) {
	if len(s.letters) > mostTangents {
		return
	}
	if exponent, ok := ctx.exponentOf(m); ok {
		v, below := ctx.expand(exponent)
		if below.IsOne() && !ctx.complex(v) {
			gap := append(poly.Poly{{C: rat.Int(1), M: m}, {C: rat.Int(-1)}}, ctx.ring.Scale(v, rat.Int(-1), nil)...)
			s.require(poly.Collect(gap), 1, linear.NotNegative)
		}
		return
	}
	if len(m) != 1 {
		return
	}
	if k := &ctx.kernels[m[0].Var]; k.kind == logKernel && m[0].IsVar() && ctx.signOf(k.target) == notNegative {
		u, below := ctx.expand(ctx.targetProduct(k.target))
		if below.IsOne() && !ctx.complex(u) {
			gap := append(slices.Clone(u), poly.Term{C: rat.Int(-1)}, poly.Term{C: rat.Int(-1), M: m})
			s.require(poly.Collect(gap), 1, linear.NotNegative)
		}
	}
}

// exponentOf returns v of a monomial e^v, a product of exponentials.
func (ctx *context) exponentOf(m poly.Monomial) (v product, ok bool) {
	terms := make([]product, len(m))
	for i, q := range m {
		k := &ctx.kernels[q.Var]
		if k.kind != expKernel {
			return product{}, false
		}
		terms[i] = k.args[0].scaled(q.Exponent())
	}
	return ctx.add(terms...), len(m) > 0
}

// mostTangents bounds how many letters may stand in inequalities to which tangents add more.
const mostTangents = 12

// boundOpenly adds that a letter is none of the ends of its domain that do not belong to it.
func (ctx *context) boundOpenly(s *inequalities, m poly.Monomial) {
	if len(m) != 1 || !m[0].IsVar() || ctx.kernels[m[0].Var].kind != symbolKernel {
		return
	}
	box, _ := ctx.scope.Domain(ctx.kernels[m[0].Var].symbol)
	if box.Whole || box.Finite() {
		return
	}
	beyond := func(end *big.Rat, sign weakSign) {
		s.require(poly.Poly{{C: rat.Int(1), M: m}, {C: rat.Of(end).Neg()}}, sign, linear.Positive)
	}
	if box.Lo != nil && box.LoOpen && box.Lo.Sign() != 0 { // of 0 it is plain
		beyond(box.Lo, 1)
	}
	if box.Hi != nil && box.HiOpen {
		beyond(box.Hi, -1)
	}
}

// isPlainlyPositive reports whether the monomial is an exponential, or a letter whose domain has an end at 0 that is none of it.
func (ctx *context) isPlainlyPositive(m poly.Monomial) bool {
	return !slices.ContainsFunc(m, func(q poly.Power) bool {
		switch k := &ctx.kernels[q.Var]; k.kind {
		case expKernel, piKernel, integerKernel:
			return false
		case symbolKernel:
			d, _ := ctx.scope.Domain(k.symbol)
			lo, _ := ends(d)
			return lo == nil || lo.Sign() < 0 || lo.Sign() == 0 && !d.LoOpen
		case imagKernel, unitKernel, logKernel, modulusKernel, callKernel, applyKernel, seriesKernel, productKernel, powerKernel, parityKernel:
		}
		return true
	})
}

// failOnBoxes cuts the domain into boxes and reports whether one of the demands fails in each.
func (ctx *context) failOnBoxes(demands []Demand) bool {
	nodes := make([]expr.Node, len(demands))
	for i, d := range demands {
		nodes[i] = d.Node
	}
	vars := expr.Symbols(nodes...)
	if len(vars) > mostSides {
		return ctx.failsAlone(demands)
	}
	b := boxes{left: signBoxes}
	for _, d := range demands {
		p, ok := eval.CompileUnder(ctx.meter, d.Node, vars)
		if ok {
			b.programs, b.positive = append(b.programs, p), append(b.positive, d.Positive)
		}
	}
	box := make([]eval.Interval, len(vars))
	for i, v := range vars {
		d, _ := ctx.scope.Domain(v)
		box[i] = hull(d)
	}
	return len(b.programs) > 0 && b.fail(box)
}

// mostSides bounds the letters over whose domains boxes are cut.
const mostSides = 3

// failsAlone reports whether one of the demands fails by itself.
func (ctx *context) failsAlone(demands []Demand) bool {
	return len(demands) > 1 && slices.ContainsFunc(demands, func(d Demand) bool {
		return len(expr.Symbols(d.Node)) <= mostSides && ctx.failOnBoxes([]Demand{d})
	})
}

// Boxes are what is left to be cut, for programs that are to be positive, or not negative.
type boxes struct {
	programs []*eval.Program
	positive []bool
	left     int
}

// fail reports whether one of the programs fails in each part of the box. It leaves the box as it was.
func (b *boxes) fail(box []eval.Interval) bool {
	for i, p := range b.programs {
		if e := p.Enclose(box); e.Status == eval.Undefined || e.Hi < 0 || e.Hi == 0 && b.positive[i] {
			return true
		}
	}
	b.left--
	side, middle := -1, 0.0
	if len(box) > 0 {
		side, middle = cut(box)
	}
	if b.left <= 0 || side < 0 {
		return false
	}
	whole := box[side]
	box[side].Hi = middle
	fails := b.fail(box)
	if fails {
		box[side] = eval.Interval{Lo: middle, Hi: whole.Hi}
		fails = b.fail(box)
	}
	box[side] = whole
	return fails
}
