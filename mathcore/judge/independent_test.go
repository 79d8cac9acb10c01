package judge_test

import (
	"math/big"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// TestRowsAreTrue computes both sides of every row by textbook series and difference quotients, without any of the packages
// that the judge rests on: equal sides must agree to many digits at all points drawn, different ones must differ at the
// witness, undefined ones must lack a value everywhere.
func TestRowsAreTrue(t *testing.T) {
	checked := map[string]int{}
	for _, r := range readRows(t, tables) {
		a, b := r.trees(t)
		m := meaningOf(r, a, b)
		a, okA := r.scope.Unfold(m.of(a))
		b, okB := r.scope.Unfold(m.of(b))
		if !okA || !okB {
			t.Errorf("%s: definitions without end", r.place)
			continue
		}
		a, b = m.named(m.of(a)), m.named(m.of(b))
		c := comparison{row: r, a: a, b: b, meaning: m, depth: max(operators(a), operators(b))}
		switch r.verdict {
		case "equal":
			c.agree(t)
		case "different":
			c.differ(t)
		case "undefined":
			c.lack(t)
		default:
			continue
		}
		checked[r.verdict]++
	}
	t.Logf("rows checked: %v", checked)
}

// A comparison is a row with definitions put in. depth counts derivative operators inside each other.
type comparison struct {
	again int // which of the values is taken that a witness leaves free
	row
	a, b    expr.Node
	meaning meaning
	depth   int
}

const (
	checkBits   = 512
	checkPoints = 12
	checkDraws  = 200
)

// operators returns how many derivative operators stand inside each other.
func operators(n expr.Node) int {
	deepest := 0
	for _, c := range expr.Children(n) {
		deepest = max(deepest, operators(c))
	}
	switch n := n.(type) {
	case *expr.Derivative:
		return deepest + n.Order
	case *expr.Apply:
		return deepest + n.Primes
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call,
		*expr.Series:
	}
	return deepest
}

// trusted is how many bits of both sides must agree.
func (c comparison) trusted() int { return []int{200, 120, 100, 60, 30}[min(c.depth, 4)] }

// agree fails when both sides have different values at a point, or when they have values nowhere.
func (c comparison) agree(t *testing.T) {
	t.Helper()
	points := 0
	for seed := uint64(0); points < checkPoints && seed < checkDraws; seed++ {
		v, ok := c.draw(seed, checkBits)
		if !ok {
			continue
		}
		l, okL := v.Of(c.a)
		r, okR := v.Of(c.b)
		if !okL || !okR || l.IsInf() || r.IsInf() {
			continue
		}
		points++
		if apart(l, r) > -c.trusted() {
			t.Errorf("%s: %s is %.20g, %s is %.20g at %s, yet the row says equal", c.place, c.learner, l, c.expected, r, atPoint(v))
			return
		}
	}
	if points == 0 {
		t.Errorf("%s: no point found at which %s and %s both have a value", c.place, c.learner, c.expected)
	}
}

// differ fails when the values do not differ at the witness of the judge, or are not what it says they are. How many
// terms a sum without bounds has there the witness does not say.
func (c comparison) differ(t *testing.T) {
	t.Helper()
	a, b := c.trees(t)
	verdict := judge.Compare(a, b, c.scope)
	if c.evidence == open {
		c.differSomewhere(t)
		return
	}
	if verdict.Witness == nil {
		t.Errorf("%s: no witness", c.place)
		return
	}
	failure := ""
	for terms := int64(2); terms <= 4; terms++ {
		if failure = c.differAt(verdict, terms); failure == "" {
			return
		}
	}
	t.Errorf("%s: %s and %s at %s: %s", c.place, c.learner, c.expected, describe(verdict), failure)
}

// differSomewhere fails when no drawn point tells the sides apart.
func (c comparison) differSomewhere(t *testing.T) {
	t.Helper()
	for seed := range uint64(checkDraws) {
		v, ok := c.draw(seed, checkBits)
		if !ok {
			continue
		}
		l, okL := v.Of(c.a)
		r, okR := v.Of(c.b)
		if okL && okR && apart(l, r) > -c.trusted() {
			return
		}
	}
	t.Errorf("%s: no point found at which %s and %s differ", c.place, c.learner, c.expected)
}

// differAt says what is wrong with the witness, where a sum without bounds has so many terms.
func (c comparison) differAt(verdict judge.Verdict, terms int64) string {
	failure := ""
	for _, bits := range []uint{checkBits, 4 * checkBits} {
		v := c.atWitness(verdict.Witness, bits)
		v.At["n"+joint] = new(big.Float).SetPrec(bits).SetInt64(terms)
		l, okL := v.Of(c.a)
		r, okR := v.Of(c.b)
		if v.Far {
			return "" // at most one of them is within reach; the bounds of the other are far away
		}
		if !okL || !okR {
			failure = "no value"
			continue // what is small may have been taken for 0
		}
		failure = "no difference"
		if c.depth == 0 && parted(l, r) > 200-int(bits) || parted(l, r) > -c.trusted() {
			return c.within(l, verdict.Witness.Left) + c.within(r, verdict.Witness.Right)
		}
	}
	return failure
}

// lack fails when both sides have a value somewhere.
func (c comparison) lack(t *testing.T) {
	t.Helper()
	for seed := range uint64(checkDraws) {
		v, ok := c.draw(seed, checkBits)
		if !ok {
			continue
		}
		l, okL := v.Of(c.a)
		r, okR := v.Of(c.b)
		if !okL || !okR {
			continue
		}
		w, _ := c.draw(seed, 2*checkBits) // a divisor that is zero may have come out as nearly zero
		if again, ok := w.Of(c.a); !ok || apart(l, again) > -c.trusted() {
			continue
		}
		if again, ok := w.Of(c.b); ok && apart(r, again) <= -c.trusted() {
			t.Errorf("%s: %s is %.10g and %s is %.10g at %s, yet the row says undefined", c.place, c.learner, l, c.expected, r, atPoint(v))
			return
		}
	}
}

// parted returns the binary exponent of the difference relative to the larger side.
func parted(l, r *big.Float) int {
	difference := new(big.Float).Sub(l, r)
	if difference.Sign() == 0 {
		return -1 << 30
	}
	size := l.MantExp(nil)
	if l.Sign() == 0 || r.Sign() != 0 && r.MantExp(nil) > size {
		size = r.MantExp(nil)
	}
	return difference.MantExp(nil) - size
}

// apart returns the binary exponent of the difference, relative to the larger side if that is above 1; for equal values
// it is far below all others.
func apart(l, r *big.Float) int {
	difference := new(big.Float).Sub(l, r)
	if difference.Sign() == 0 {
		return -1 << 30
	}
	return difference.MantExp(nil) - max(0, l.MantExp(nil), r.MantExp(nil))
}

func atPoint(v *exprtest.Values) string {
	text := ""
	for key, x := range v.At {
		text += " " + key + "=" + x.Text('g', 8)
	}
	return text
}

// TestDrawnPointsSatisfyConditions guards the test above against points that prove nothing.
func TestDrawnPointsSatisfyConditions(t *testing.T) {
	sc := &scope.Scope{}
	if err := parse.Declare(sc, "t_1:[0,1] t_2:[0,1] t_3:[0,1]"); err != nil {
		t.Fatal(err)
	}
	if err := parse.Require(sc, "t_1+t_2+t_3 = 1"); err != nil {
		t.Fatal(err)
	}
	x, _ := parse.Expr("t_1+t_2+t_3", sc)
	c := comparison{row: row{scope: sc}, a: x, b: expr.Int(1)}
	points := 0
	for seed := range uint64(50) {
		if v, ok := c.draw(seed, checkBits); ok {
			points++
			if sum, ok := v.Of(x); !ok || apart(sum, big.NewFloat(1)) > -400 {
				t.Errorf("at %s the sum is %.10g", atPoint(v), sum)
			}
		}
	}
	if points < 5 {
		t.Errorf("only %d of 50 draws satisfy the condition", points)
	}
}

// TestFarNumbersAreWrittenSoon fails, by taking minutes, when numbers far from 1 are written digit by digit.
func TestFarNumbersAreWrittenSoon(t *testing.T) {
	for _, r := range []struct {
		exponent int
		want     string
	}{{1 << 30, "4.197·10³²³²²⁸⁴⁹⁶"}, {-(1 << 30), "2.383·10⁻³²³²²⁸⁴⁹⁷"}, {5000, "1.412·10¹⁵⁰⁵"}, {10, "1024"}} {
		x := new(big.Float).SetMantExp(big.NewFloat(1), r.exponent)
		if got := (judge.Bounds{Lo: x, Hi: x}).Decimal(4); got != r.want {
			t.Errorf("2^%d is written %s, want %s", r.exponent, got, r.want)
		}
	}
}
