package judge_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// jointPairs is how many pairs are drawn.
const jointPairs = 400

// bending are letters and functions whose trees have many joints.
func bending(tb testing.TB) (*scope.Scope, exprtest.Options) {
	tb.Helper()
	sc := &scope.Scope{}
	if err := parse.Declare(sc, "x:real y:real k:int t:{0,1}"); err != nil {
		tb.Fatal(err)
	}
	return sc, exprtest.Options{
		Depth: 2, Symbols: sc.Symbols(), Powers: true,
		Funcs: []expr.Func{
			expr.Sign, expr.Abs, expr.Max, expr.Min, expr.Sqrt, expr.Relu, expr.Greater, expr.AtLeast, expr.Less, expr.AtMost, expr.Cbrt,
		},
	}
}

// atJointOnly lists changes that show at a joint alone.
var atJointOnly = []exprtest.Rewrite{
	{Name: "one-at-zero", Apply: func(_ *rapid.T, n expr.Node, other func() expr.Node) (expr.Node, bool) {
		square := expr.Power(expr.Of(expr.Sign, other()), expr.Int(2))
		return expr.Sum(n, expr.Minus(expr.Int(1), square)), true
	}},
	{Name: "times-sign-square", Apply: func(_ *rapid.T, n expr.Node, other func() expr.Node) (expr.Node, bool) {
		return expr.Product(n, expr.Power(expr.Of(expr.Sign, other()), expr.Int(2))), true
	}},
	{Name: "end-left-out", Apply: func(_ *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		c, ok := n.(*expr.Call)
		if !ok {
			return nil, false
		}
		switch c.Func { //nolint:exhaustive // the others have no end
		case expr.Greater:
			return expr.Of(expr.AtLeast, c.Args...), true
		case expr.AtLeast:
			return expr.Of(expr.Greater, c.Args...), true
		case expr.Less:
			return expr.Of(expr.AtMost, c.Args...), true
		case expr.AtMost:
			return expr.Of(expr.Less, c.Args...), true
		}
		return nil, false
	}},
}

// jointPair draws a tree and what became of it: rewritten, changed carelessly, or changed at a joint alone.
func jointPair(t *rapid.T, o exprtest.Options) (a, b expr.Node, how string) {
	a = o.Tree().Draw(t, "a")
	rewrites := [][]exprtest.Rewrite{exprtest.Sound, exprtest.Careless, atJointOnly}[rapid.IntRange(0, 2).Draw(t, "kind of pair")]
	b, how = o.Changed(t, a, rewrites)
	return a, b, how
}

// TestJointPairs judges random pairs with many joints. What is called equal must agree at all points of a grid that holds the
// joints, what is called different must differ at the witness.
func TestJointPairs(t *testing.T) {
	sc, o := bending(t)
	counts := make(map[judge.Relation]int)
	generator := rapid.Custom(func(t *rapid.T) [2]expr.Node {
		a, b, _ := jointPair(t, o)
		return [2]expr.Node{a, b}
	})
	pairs := jointPairs
	if testing.Short() {
		pairs /= 4
	}
	for seed := range pairs {
		pair := generator.Example(seed)
		v := judge.Compare(pair[0], pair[1], sc)
		counts[v.Relation]++
		switch v.Relation {
		case judge.Equal:
			agreeOnGrid(t, pair[0], pair[1], sc)
		case judge.Different:
			differAtWitness(t, pair[0], pair[1], v)
		case judge.Unsure, judge.Undefined, judge.Unreadable:
		}
	}
	if counts[judge.Equal] < pairs/6 || counts[judge.Different] < pairs/6 || counts[judge.Unsure] > pairs/5 {
		t.Errorf("too few of a kind, or too many: %v", counts)
	}
	t.Log(counts)
}

// agreeOnGrid fails when the sides differ at a point with small coordinates.
func agreeOnGrid(t *testing.T, a, b expr.Node, sc *scope.Scope) {
	t.Helper()
	letters := expr.Symbols(expr.Minus(a, b))
	eachPoint(letters, sc, func(at map[string]*big.Float) {
		v := &exprtest.Values{Prec: checkBits, At: at}
		l, okL := v.Of(a)
		r, okR := v.Of(b)
		if okL && okR && !v.Far && !l.IsInf() && !r.IsInf() && apart(l, r) > -200 {
			t.Errorf("equal, yet %.8g and %.8g at %s: %s", l, r, atPoint(v), tell(a, b))
		}
	})
}

// eachPoint calls do at all points of a grid.
func eachPoint(letters []*expr.Symbol, sc *scope.Scope, do func(at map[string]*big.Float)) {
	at := map[string]*big.Float{}
	var next func(i int)
	next = func(i int) {
		if i == len(letters) {
			do(at)
			return
		}
		d, _ := sc.Domain(letters[i])
		for _, text := range []string{"0", "1", "-1", "2", "-2", "1/2", "-1/2", "3", "4", "1/3"} {
			r, _ := new(big.Rat).SetString(text)
			if d.Contains(r) {
				at[letters[i].Name] = new(big.Float).SetPrec(checkBits).SetRat(r)
				next(i + 1)
			}
		}
	}
	next(0)
}

// differAtWitness fails when the sides do not differ where the judge says so.
func differAtWitness(t *testing.T, a, b expr.Node, verdict judge.Verdict) {
	t.Helper()
	v := &exprtest.Values{Prec: 4 * checkBits, At: map[string]*big.Float{}}
	for _, p := range verdict.Witness.Point {
		v.At[p.Symbol.Name] = number(v, p)
	}
	l, okL := v.Of(a)
	r, okR := v.Of(b)
	if v.Far || !okL || !okR {
		return // out of reach, or lost among the errors of the computation
	}
	if parted(l, r) < -checkBits {
		t.Errorf("no difference at %s: %s", describe(verdict), tell(a, b))
	}
}
