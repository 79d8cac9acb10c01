package algebra

import (
	"math"
	"math/big"
	"slices"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// A number made of whole numbers by + - ·, roots and roots of unity is an algebraic integer. If it is not zero, the
// product of all its conjugates, D of them at most, is a whole number that is not zero; so one whose conjugates are all
// at most u is at least u^-(D-1) itself [Burnikel, Funke, Mehlhorn, Schirra, Schmitt, A Separation Bound for Real
// Algebraic Expressions, 2001]. D is at most the product of the degrees by which the roots extend the rationals one after
// the other, and u the value with all signs taken positive, since a conjugate of a root of index k of a is a root of
// index k of a conjugate of a. An enclosure of the number that lies within that bound proves that it is zero.

const (
	separationBits  = 4096    // bits up to which numbers are enclosed to see that they are zero
	separationWork  = 1 << 18 // work on one enclosure, in the unit of eval.Program.Cost
	separationTerms = 400     // terms of the sum whose coefficients are looked at
	firstBits       = 128
)

// coefficientsVanish reports whether p is zero because, as a polynomial in everything that is not an algebraic number,
// it has coefficients that are zero.
func (ctx *context) coefficientsVanish(p product) bool {
	if !ctx.holdsNumbers(p) {
		return false
	}
	num, _ := ctx.expand(p)
	var others []poly.Monomial
	var coefficients []poly.Poly
	ctx.ring.PayFor(2+len(num)/8, num)
	for _, t := range num {
		number, other := ctx.splitNumbers(t.M)
		i := slices.IndexFunc(others, func(m poly.Monomial) bool { return m.Compare(other) == 0 })
		if i < 0 {
			i = len(others)
			others, coefficients = append(others, other), append(coefficients, nil)
		}
		coefficients[i] = append(coefficients[i], poly.Term{C: t.C, M: number})
	}
	for _, c := range coefficients {
		if len(c) < 2 || !ctx.isZeroNumber(c) {
			return false
		}
	}
	for _, x := range p.f {
		if x.n < 0 && ctx.numbersOnly(ctx.bases[x.base]) && ctx.isZeroNumber(ctx.bases[x.base]) {
			ctx.facts.noValue = true
		}
	}
	return true
}

// holdsNumbers reports whether p holds algebraic numbers that are not rational, and is soon multiplied out.
func (ctx *context) holdsNumbers(p product) bool {
	holds, cost := false, int64(1)
	note := func(m poly.Monomial) {
		number, _ := ctx.splitNumbers(m)
		holds = holds || len(number) > 0
	}
	note(p.m)
	for _, x := range p.f {
		if _, lazy := ctx.lazy[x.base]; lazy {
			return false
		}
		if x.n > 0 {
			cost = ctx.costOf(cost, x.base, x.n)
		}
		for _, t := range ctx.bases[x.base] {
			note(t.M)
		}
	}
	return holds && cost <= separationTerms
}

// splitNumbers splits m into its algebraic numbers and the rest.
func (ctx *context) splitNumbers(m poly.Monomial) (numbers, rest poly.Monomial) {
	for _, q := range m {
		if ctx.algebraicNumber(q.Var) {
			numbers = append(numbers, q)
		} else {
			rest = append(rest, q)
		}
	}
	return numbers, rest
}

// algebraicNumber reports whether the kernel is a root of an algebraic number, or on the unit circle at a rational part
// of a turn.
func (ctx *context) algebraicNumber(id kernelID) bool {
	switch k := &ctx.kernels[id]; k.kind {
	case imagKernel:
		return true
	case unitKernel:
		return len(k.args[0].m) == 1 && len(k.args[0].f) == 0 && k.args[0].c.IsOne() && ctx.isPi(k.args[0].m[0])
	case modulusKernel:
		if !k.target.isBase {
			return ctx.kernels[k.target.id].kind == integerKernel
		}
		return ctx.numbersOnly(ctx.bases[k.target.id])
	case symbolKernel, piKernel, integerKernel, expKernel, logKernel, callKernel, applyKernel, seriesKernel, productKernel, powerKernel,
		parityKernel:
		return false
	}
	panic("algebra: unknown kernel")
}

// isNumber reports whether p is made of rational and algebraic numbers.
func (ctx *context) isNumber(p product) bool {
	_, rest := ctx.splitNumbers(p.m)
	return len(rest) == 0 && !slices.ContainsFunc(p.f, func(x factor) bool { return !ctx.numbersOnly(ctx.bases[x.base]) })
}

func (ctx *context) numbersOnly(p poly.Poly) bool {
	for _, t := range p {
		for _, q := range t.M {
			if !ctx.algebraicNumber(q.Var) {
				return false
			}
		}
	}
	return len(p) > 0
}

// isZeroNumber reports whether p, which holds algebraic numbers only, is proved to be zero.
func (ctx *context) isZeroNumber(p poly.Poly) bool {
	c := p.Content()
	p = ctx.ring.Scale(p, c.Inv(), nil) // whole coefficients
	e := extension{ctx: ctx, indices: map[kernelID]int64{}, turns: 1}
	size, ok := e.size(p)
	if !ok {
		return false
	}
	need := (e.degree()-1)*size + 2
	if math.IsNaN(need) || need > separationBits {
		return false
	}
	within := func(bits uint) (zero, known bool) {
		for _, turn := range []int64{0, 1} { // the real and the imaginary part
			if lo, hi, ok := ctx.encloseNumber(p, turn, bits); !ok || lo.Sign()*hi.Sign() > 0 {
				return false, true
			} else if !below(lo, need) || !below(hi, need) {
				return false, false
			}
		}
		return true, true
	}
	zero, known := within(firstBits)
	if !known {
		zero, _ = within(uint(need+size) + firstBits)
	}
	return zero
}

// below reports whether |x| < 2^-bits.
func below(x *big.Float, bits float64) bool {
	return x.Sign() == 0 || float64(x.MantExp(nil)) <= -bits
}

// encloseNumber encloses the real part of p, or the imaginary part if turn is 1.
func (ctx *context) encloseNumber(p poly.Poly, turn int64, bits uint) (lo, hi *big.Float, ok bool) {
	tree, ok := ctx.numberTree(p, turn)
	if !ok {
		return nil, nil, false
	}
	program, ok := eval.CompileUnder(ctx.meter, tree, nil)
	if !ok || program.Cost(bits) > separationWork {
		return nil, nil, false
	}
	ctx.ring.Spend(program.Cost(bits) / 64)
	e := program.EncloseBig(nil, bits)
	return e.Lo, e.Hi, e.Status == eval.Defined
}

// numberTree returns the real part of p as an expression, the imaginary part if turn is 1.
func (ctx *context) numberTree(p poly.Poly, turn int64) (expr.Node, bool) {
	var terms []expr.Node
	for _, t := range p {
		factors := []expr.Node{expr.Rational(t.C.Big())}
		angle := rat.Frac(-turn, 2) // in half turns; the imaginary part of z is the real part of z/i
		for _, q := range t.M {
			switch k := &ctx.kernels[q.Var]; k.kind { //nolint:exhaustive // those of algebraic numbers
			case imagKernel:
				angle = angle.Add(q.Exponent().Mul(rat.Frac(1, 2)))
			case unitKernel:
				angle = angle.Add(q.Exponent())
			default:
				radicand, n, ok := ctx.radicandTree(k.target)
				if !ok {
					return nil, false
				}
				factors = append(factors, powerTree(radicand, q.Exponent().Mul(rat.Frac(1, n))))
			}
		}
		if cos := cosTree(angle); cos != nil {
			factors = append(factors, cos)
		}
		terms = append(terms, expr.Product(factors...))
	}
	return expr.Sum(terms...), true
}

// cosTree returns the cosine of a number of half turns, nil for 1.
func cosTree(angle rat.Rat) expr.Node {
	switch {
	case angle.IsZero():
		return nil
	case angle.Add(angle).IsInt() && !angle.IsInt():
		return expr.Int(0)
	}
	return expr.Of(expr.Cos, expr.Product(expr.Rational(angle.Big()), &expr.Constant{Name: expr.Pi}))
}

// radicandTree returns an expression for |t|^n, which is not negative.
func (ctx *context) radicandTree(t target) (radicand expr.Node, n int64, ok bool) {
	if !t.isBase {
		return expr.Rational(ctx.kernels[t.id].number.Big()), 1, true
	}
	p := ctx.bases[t.id]
	if ctx.complex(p) {
		p = ctx.ring.Mul(p, ctx.conjugate(p))
		n = 1
	}
	tree, ok := ctx.numberTree(p, 0)
	return wrap(expr.Abs, tree), n + 1, ok
}

// An extension is the field of numbers that roots and roots of unity generate.
type extension struct {
	ctx     *context
	indices map[kernelID]int64 // of roots: the least common index
	turns   int64              // all roots of unity are powers of e^(2πi/turns)
}

// size bounds the binary logarithm of all conjugates of p, and enters what it is made of.
func (e *extension) size(p poly.Poly) (bits float64, ok bool) {
	largest := 0.0
	for _, t := range p {
		if !t.C.IsInt() {
			return 0, false
		}
		size := log2(t.C.Abs())
		for _, q := range t.M {
			s, ok := e.kernelSize(q)
			if !ok {
				return 0, false
			}
			size += s
		}
		largest = max(largest, size)
	}
	return largest + math.Log2(float64(len(p))) + 1e-9, true
}

// kernelSize bounds the binary logarithm of all conjugates of a power.
func (e *extension) kernelSize(q poly.Power) (bits float64, ok bool) {
	k := &e.ctx.kernels[q.Var]
	switch {
	case k.kind == imagKernel:
		e.turns = rat.LCM(e.turns, 4)
		return 0, q.Den == 1
	case k.kind == unitKernel:
		e.turns = rat.LCM(e.turns, 2*int64(q.Den))
		return 0, e.turns < separationBits
	case q.Num < 0:
		return 0, false
	}
	index, inside := int64(q.Den), 0.0
	if k.target.isBase {
		p := e.ctx.bases[k.target.id]
		if inside, ok = e.size(p); !ok {
			return 0, false
		}
		if e.ctx.complex(p) {
			index *= 2 // |p| is the root of p times its conjugate
		}
	} else {
		inside = log2(e.ctx.kernels[k.target.id].number)
	}
	e.indices[q.Var] = rat.LCM(max(e.indices[q.Var], 1), index)
	return inside * float64(q.Num) / float64(q.Den), e.indices[q.Var] < separationBits
}

// log2 bounds the binary logarithm of a positive whole number.
func log2(n rat.Rat) float64 {
	small, ok := n.Int64()
	if !ok || small > 1<<50 {
		return float64(n.BitLen())
	}
	return math.Log2(float64(small)) + 1e-9
}

// degree bounds the degree of the extension over the rationals.
func (e *extension) degree() float64 {
	d := float64(totient(e.turns))
	for _, index := range e.indices {
		d *= float64(index)
	}
	return d
}

// totient counts the whole numbers from 1 to n that are coprime to n [Euler].
func totient(n int64) int64 {
	phi := n
	for p := int64(2); p <= n; p++ {
		if n%p != 0 {
			continue
		}
		phi -= phi / p
		for n%p == 0 {
			n /= p
		}
	}
	return phi
}
