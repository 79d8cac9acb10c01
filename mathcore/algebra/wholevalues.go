package algebra

import (
	"math/big"

	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// mostDegree bounds the degree of polynomials of which it is found whether they are whole.
const mostDegree = 6

// stepsOf returns the differences at 0 of a polynomial in one letter that runs through whole numbers: with them the polynomial at k
// is the sum of the j-th times k over j. It is whole for all k if they are.
func (ctx *context) stepsOf(p poly.Poly) (steps []rat.Rat, letter poly.Var, ok bool) {
	vars := p.Vars()
	if len(vars) != 1 || !ctx.wholeMonomial(poly.Monomial{poly.VarTo(vars[0], 1)}) {
		return nil, letter, false
	}
	letter = vars[0]
	degree := p.Degree(letter)
	if degree > mostDegree {
		return nil, letter, false
	}
	for k := int64(0); k <= degree; k++ {
		value, ok := polynomialAt(p, rat.Int(k))
		if !ok {
			return nil, letter, false
		}
		steps = append(steps, value)
	}
	for j := 1; j < len(steps); j++ {
		for k := len(steps) - 1; k >= j; k-- {
			steps[k] = steps[k].Add(steps[k-1].Neg())
		}
	}
	return steps, letter, true
}

// polynomialAt returns the value of a polynomial in one letter. It reports false where the letter has an exponent that is not whole.
func polynomialAt(p poly.Poly, x rat.Rat) (rat.Rat, bool) {
	value := rat.Int(0)
	for _, t := range p {
		c := t.C
		for _, q := range t.M {
			if q.Den != 1 || q.Num < 0 {
				return value, false
			}
			for range q.Num {
				c = c.Mul(x)
			}
		}
		value = value.Add(c)
	}
	return value, true
}

// oddDifferences returns what is odd where the polynomial with these differences is, and even where that is: the k over j of which the
// j-th difference is odd.
func (ctx *context) oddDifferences(steps []rat.Rat, letter poly.Var) (terms []poly.Term, broken product, ok bool) {
	over := oneProduct // k over j
	k := ctx.kernelProduct(letter)
	sum := zeroProduct
	for j, step := range steps {
		if j > 0 {
			over = ctx.mul(over, ctx.add(k, constant(rat.Int(int64(1-j))))).scaled(rat.Frac(1, int64(j)))
		}
		n, small := step.Int64()
		switch {
		case !small:
			return nil, zeroProduct, false
		case n%2 == 0:
		case j == 0:
			terms = append(terms, poly.Term{C: rat.Int(1)})
		case j == 1:
			terms = append(terms, poly.Term{C: rat.Int(1), M: poly.Monomial{poly.VarTo(letter, 1)}})
		default:
			sum = ctx.add(sum, over)
		}
	}
	return terms, ctx.canonical(sum), true
}

// mostRests bounds the rests that a letter may leave which are looked at one by one.
const mostRests = 12

// besideWhole reports whether a sum is never whole: a whole number and a fraction, or a polynomial in one letter that runs through whole
// numbers, which is no whole number whatever rest the letter leaves.
func (ctx *context) besideWhole(e product) bool {
	num, den := ctx.expand(ctx.canonical(e))
	if !den.IsOne() {
		return false
	}
	var rest poly.Poly
	by := big.NewInt(1) // with it all terms of the rest are whole
	for _, t := range num {
		if !ctx.wholeMonomial(t.M) {
			return false
		}
		if !t.C.IsInt() {
			rest = append(rest, t)
			below := t.C.Big().Denom()
			by = new(big.Int).Div(new(big.Int).Mul(by, below), new(big.Int).GCD(nil, nil, by, below))
		}
	}
	if len(rest.Vars()) > 1 || len(rest) == 0 || by.Cmp(big.NewInt(mostRests)) > 0 {
		return false
	}
	for k := range by.Int64() {
		if value, ok := polynomialAt(rest, rat.Int(k)); !ok || value.IsInt() {
			return false
		}
	}
	return true
}
