package notebook

import (
	"math/big"
	"strings"

	"chainrule/mathcore/decimal"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
	"chainrule/tui/verdict"
)

// A Value is what a formula without letters comes to.
type Value struct {
	// Exact is the value as a simpler formula that was proved to be equal; nil where none was found.
	Exact expr.Node
	// Decimal is the value in decimal notation, Rounded tells that there is more of it. It is empty where there is no value.
	Decimal string
	Rounded bool
	// Why tells why there is no value, or None that can be told; it ends a sentence.
	Why  string
	None bool
}

// Says tells the value in a sentence.
func (v *Value) Says() string {
	var exact string
	if v.Exact != nil {
		exact = typeset.Line(v.Exact)
	}
	switch {
	case v.None:
		return "It has no value" + v.Why
	case v.Decimal == "" && exact == "":
		return "Its value cannot be told" + v.Why
	case v.Decimal == "":
		return "Its value is exactly " + exact + "."
	case exact == "" && !v.Rounded, exact == v.Decimal:
		return "Its value is exactly " + v.Decimal + "."
	case exact == "":
		return "Its value is " + v.Decimal + ", rounded."
	case v.Rounded:
		return "Its value is exactly " + exact + ", rounded " + v.Decimal + "."
	}
	return "Its value is exactly " + exact + ", as a decimal " + v.Decimal + "."
}

// The digits of a value, and the bits that it is enclosed with.
const (
	mostDigits = 15
	bitsOf     = 160
	mostExact  = 70 // digits of a whole number that is written out
)

// worth finds the value of a formula without letters.
func worth(tree, prepared expr.Node, sc *scope.Scope) *Value {
	if r := eval.Rational(prepared); r != nil {
		return rational(r)
	}
	program, ok := eval.CompileUnder(sc.Meter(), prepared, nil)
	if !ok {
		return &Value{Why: ": it holds something that has no value, such as a function that is not defined."}
	}
	e := program.EncloseBig(nil, bitsOf)
	if e.Status == eval.Undefined {
		return &Value{Why: verdict.Because(e.Fault), None: true}
	}
	if e.Status != eval.Defined || e.Lo.IsInf() || e.Hi.IsInf() {
		if part, fault := judge.Vanishing(tree, sc); part != nil {
			return &Value{Why: ": " + typeset.Line(part) + " is 0" + strings.Replace(verdict.Because(fault), ": it", ", and it", 1), None: true}
		}
		return &Value{Why: verdict.Because(e.Fault)}
	}
	v := &Value{Rounded: true}
	for digits := mostDigits; digits > 0 && v.Decimal == ""; digits-- {
		if lo := decimal.Significant(e.Lo, digits); lo == decimal.Significant(e.Hi, digits) {
			v.Decimal = lo
		}
	}
	if v.Exact = simpler(tree, e.Lo, sc); v.Exact != nil && expr.Is(v.Exact, 0) {
		v.Decimal, v.Rounded = "0", false
	}
	if r, ok := rationalOf(v.Exact); ok {
		return rational(r)
	}
	return v
}

func rationalOf(n expr.Node) (*big.Rat, bool) {
	if n == nil {
		return nil, false
	}
	r := eval.Rational(n)
	return r, r != nil
}

// rational tells a rational number: as a fraction and as a decimal.
func rational(r *big.Rat) *Value {
	v := &Value{}
	if len(r.Num().Text(10))+len(r.Denom().Text(10)) <= mostExact {
		v.Exact = expr.Rational(r)
	}
	text := decimal.Rational(r)
	if !strings.Contains(text, "/") && len(text) <= mostExact {
		v.Decimal = text
		return v
	}
	const more = 64
	x := new(big.Float).SetPrec(uint(bitsOf + more)).SetRat(r)
	v.Decimal, v.Rounded = decimal.Significant(x, mostDigits), true
	if seen, ok := new(big.Rat).SetString(x.Text('e', mostDigits-1)); ok && seen.Cmp(r) == 0 {
		v.Rounded = false
	}
	return v
}

// simpler looks for a simple formula of the same value, a small fraction times one of some numbers, and proves that it is equal.
func simpler(tree expr.Node, near *big.Float, sc *scope.Scope) expr.Node {
	if expr.Size(tree) < 2 {
		return nil
	}
	units := []expr.Node{expr.Int(1), &expr.Constant{Name: expr.Pi}, &expr.Constant{Name: expr.E}}
	for _, k := range []int64{2, 3, 5, 6, 7, 10} {
		units = append(units, expr.Of(expr.Sqrt, expr.Int(k)))
	}
	for _, k := range []int64{2, 3, 5} {
		units = append(units, expr.NaturalLog(expr.Int(k)))
	}
	for _, unit := range units {
		program, ok := eval.CompileUnder(sc.Meter(), unit, nil)
		if !ok {
			continue
		}
		e := program.EncloseBig(nil, bitsOf)
		ratio := new(big.Float).SetPrec(bitsOf).Quo(near, e.Lo)
		r, found := fraction(ratio)
		if !found {
			continue
		}
		candidate := times(r, unit)
		if expr.Alike(candidate, tree) {
			return nil // it says so itself
		}
		if v := judge.Compare(candidate, tree, sc); v.Relation == judge.Equal && v.Evidence == judge.Exact {
			return candidate
		}
	}
	return nil
}

// times writes a fraction times a unit.
func times(r *big.Rat, unit expr.Node) expr.Node {
	top, bottom := new(big.Rat).SetInt(r.Num()), new(big.Rat).SetInt(r.Denom())
	one := big.NewRat(1, 1)
	switch {
	case expr.Is(unit, 1):
		return expr.Rational(r)
	case r.Sign() == 0:
		return expr.Int(0)
	}
	n := unit
	if size := new(big.Rat).Abs(top); size.Cmp(one) != 0 {
		n = expr.Product(expr.Rational(size), unit)
	}
	if bottom.Cmp(one) != 0 {
		n = expr.Quotient(n, expr.Rational(bottom))
	}
	if r.Sign() < 0 {
		n = expr.Negative(n)
	}
	return n
}

// fraction returns the fraction with a small denominator that a number seems to be, by its continued fraction.
func fraction(x *big.Float) (*big.Rat, bool) {
	const most, farthest = 1000, 1 << 20
	if size := new(big.Float).Abs(x); size.Cmp(big.NewFloat(farthest)) > 0 {
		return nil, false
	}
	r, _ := x.Rat(nil)
	p0, q0, p1, q1 := big.NewInt(0), big.NewInt(1), big.NewInt(1), big.NewInt(0)
	rest := new(big.Rat).Set(r)
	near := big.NewRat(1, 1<<60)
	for range 40 {
		a := new(big.Int).Div(rest.Num(), rest.Denom()) // rounds down
		p0, p1 = p1, new(big.Int).Add(new(big.Int).Mul(a, p1), p0)
		q0, q1 = q1, new(big.Int).Add(new(big.Int).Mul(a, q1), q0)
		if q1.Cmp(big.NewInt(most)) > 0 {
			return nil, false
		}
		found := new(big.Rat).SetFrac(p1, q1)
		off := new(big.Rat).Sub(found, r)
		if off.Abs(off).Cmp(near) < 0 {
			return found, true
		}
		rest.Sub(rest, new(big.Rat).SetInt(a))
		if rest.Sign() == 0 {
			return nil, false
		}
		rest.Inv(rest)
	}
	return nil, false
}
