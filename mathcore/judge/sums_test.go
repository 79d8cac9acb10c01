package judge_test

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// Letters of the sums that are drawn. The free index j lies between 1 and n.
var (
	endLetter  = expr.Var("n")
	freeIndex  = expr.Var("j")
	boundNames = []string{"k", "l", "i"}
)

func summingScope(tb testing.TB) *scope.Scope {
	tb.Helper()
	sc := &scope.Scope{}
	if err := parse.Declare(sc, "n:nat i:nat j:nat k:nat l:nat x_i:real w_i:real"); err != nil {
		tb.Fatal(err)
	}
	return sc
}

// summing draws nested sums with ranges that depend on one another, in which indices are compared by δ, brackets and signs, and
// members have kinks. Bound are the indices around.
type summing struct{ t *rapid.T }

func (s summing) int(most int, name string) int { return rapid.IntRange(0, most).Draw(s.t, name) }

// letter draws an index; the free one stands where no other is.
func (s summing) letter(bound []*expr.Symbol) *expr.Symbol {
	if at := s.int(len(bound), "index"); at < len(bound) {
		return bound[at]
	}
	return freeIndex
}

func (s summing) leaf(bound []*expr.Symbol) expr.Node {
	index := s.letter(bound)
	switch s.int(6, "leaf") {
	case 0:
		return expr.Int(int64(s.int(2, "number") + 1))
	case 1:
		return index
	case 2, 3:
		return expr.Var("w", index)
	}
	return expr.Var("x", index)
}

func (s summing) call(bound []*expr.Symbol) expr.Node {
	p, q := s.letter(bound), s.letter(bound)
	u := s.leaf(bound)
	if s.int(1, "difference") == 1 {
		u = expr.Minus(u, s.leaf(bound))
	}
	switch s.int(7, "call") {
	case 0, 1:
		return expr.Of(expr.Delta, p, q)
	case 2:
		return expr.Of(expr.Less, p, q)
	case 3:
		return expr.Of(expr.AtMost, p, expr.Sum(q, expr.Int(int64(s.int(1, "beyond")))))
	case 4:
		return expr.Of(expr.Abs, u)
	case 5:
		return expr.Of(expr.Max, expr.Int(0), u)
	case 6:
		return expr.Of(expr.Less, expr.Int(0), u)
	}
	return expr.Of(expr.Sign, u)
}

func (s summing) node(depth int, bound []*expr.Symbol) expr.Node {
	if depth == 0 {
		return s.leaf(bound)
	}
	switch s.int(7, "node") {
	case 0:
		return expr.Sum(s.node(depth-1, bound), s.node(depth-1, bound))
	case 1:
		return expr.Power(s.node(depth-1, bound), expr.Int(2))
	case 2, 3:
		return expr.Product(s.call(bound), s.node(depth-1, bound))
	case 4:
		return s.call(bound)
	case 5:
		return expr.Product(s.leaf(bound), s.node(depth-1, bound))
	}
	return s.series(depth, bound)
}

func (s summing) series(depth int, bound []*expr.Symbol) expr.Node {
	if len(bound) == len(boundNames) {
		return s.leaf(bound)
	}
	index := expr.Var(boundNames[len(bound)])
	var lo, hi expr.Node = expr.Int(1), endLetter
	if len(bound) > 0 {
		around := bound[s.int(len(bound)-1, "around")]
		switch s.int(5, "range") {
		case 0:
			hi = around
		case 1:
			lo = around
		case 2:
			hi = expr.Minus(around, expr.Int(1))
		case 3:
			lo = expr.Sum(around, expr.Int(1))
		}
	}
	return &expr.Series{Index: index, Lo: lo, Hi: hi, Body: s.node(depth-1, append(slices.Clip(bound), index))}
}

// sumPair draws a sum, perhaps derived by a member or two, and what became of it: rewritten, changed carelessly, or both.
func sumPair(t *rapid.T, sc *scope.Scope) [2]expr.Node {
	s := summing{t}
	a := s.series(3, nil)
	b := a
	for _, by := range [...][]string{nil, nil, {"j"}, {"j"}, {"i", "j"}}[rapid.IntRange(0, 4).Draw(t, "derived")] {
		a = &expr.Derivative{Var: expr.Var("w", expr.Var(by)), Body: a, Order: 1}
	}
	if a != b && rapid.Bool().Draw(t, "carried out") {
		b, _ = judge.Prepare(a, sc)
	} else {
		b = a
	}
	o := exprtest.Options{Symbols: []*expr.Symbol{expr.Var("x", freeIndex), expr.Var("w", freeIndex)}}
	kind := rapid.IntRange(0, 3).Draw(t, "kind of pair")
	for range min(kind, 2) {
		b, _ = o.Changed(t, b, soundOfSums)
	}
	if kind%2 == 0 || rapid.Bool().Draw(t, "careless") {
		b, _ = o.Changed(t, b, carelessOfSums)
	}
	return [2]expr.Node{a, b}
}

// sumPairs is how many pairs are drawn.
const sumPairs = 1500

// TestSumPairs judges random pairs of sums. What is called equal must agree for small n at all indices, where members are the same
// and where they are 0 as well; what is called different must differ at the witness.
func TestSumPairs(t *testing.T) {
	sc := summingScope(t)
	counts := make(map[judge.Relation]int)
	generator := rapid.Custom(func(t *rapid.T) [2]expr.Node { return sumPair(t, sc) })
	pairs := sumPairs
	if testing.Short() {
		pairs /= 8
	}
	for seed := range pairs {
		pair := generator.Example(seed)
		v := judge.Compare(pair[0], pair[1], sc)
		counts[v.Relation]++
		c := comparison{row: row{scope: sc}, a: pair[0], b: pair[1], depth: max(operators(pair[0]), operators(pair[1]))}
		switch v.Relation {
		case judge.Equal:
			sumsAgree(t, c, seed)
		case judge.Different:
			sumsDiffer(t, c, v, seed)
		case judge.Unsure, judge.Undefined, judge.Unreadable:
		}
	}
	if counts[judge.Equal] < pairs/3 || counts[judge.Different] < pairs/6 {
		t.Errorf("too few of a kind: %v", counts)
	}
	t.Log(counts)
}

// sumsDiffer fails when the sides have the same value at the witness, or one of them has none. Members that the witness does not
// name are any numbers, and where it does not name n there are enough of them.
func sumsDiffer(t *testing.T, c comparison, verdict judge.Verdict, seed int) {
	t.Helper()
	random := rand.New(rand.NewPCG(uint64(seed), 9))
	v := c.atWitness(verdict.Witness, checkBits)
	v.Free = func(*expr.Symbol) *big.Float {
		return new(big.Float).SetPrec(checkBits).SetFloat64(random.Float64()*4 - 2)
	}
	last := int64(3)
	for _, p := range verdict.Witness.Point {
		if p.Symbol.Name == "n" {
			last = 0
			break
		}
		if k := p.Is.Num().Int64(); p.Is.IsInt() && len(p.Symbol.Index) == 0 {
			last = max(last, k)
		}
	}
	if last > 0 {
		v.At["n"] = new(big.Float).SetPrec(checkBits).SetInt64(last)
	}
	for i, index := range []string{"j", "i"} {
		if _, told := v.At[index]; !told {
			v.At[index] = new(big.Float).SetPrec(checkBits).SetInt64(int64(1 + i))
		}
	}
	l, okL := v.Of(c.a)
	r, okR := v.Of(c.b)
	if !okL || !okR || parted(l, r) <= -c.trusted() || c.within(l, verdict.Witness.Left)+c.within(r, verdict.Witness.Right) != "" {
		t.Errorf("%d: no such values, %v and %v, at %s: %s", seed, l, r, describe(verdict), tell(c.a, c.b))
	}
}

// sumsAgree fails when the sides differ for a small n.
func sumsAgree(t *testing.T, c comparison, seed int) {
	t.Helper()
	random := rand.New(rand.NewPCG(uint64(seed), 7))
	for n := int64(1); n <= 3; n++ {
		for point := range 6 * n {
			v := newValues(c.scope, checkBits)
			v.At["n"] = new(big.Float).SetInt64(n)
			v.At["j"] = new(big.Float).SetInt64(1 + point%n)
			v.At["i"] = new(big.Float).SetInt64(1 + random.Int64N(n))
			v.Free = func(*expr.Symbol) *big.Float {
				x := random.Float64()*4 - 2
				if point%3 > 0 {
					x = float64(random.IntN(5)-2) / float64(1+point%2)
				}
				return new(big.Float).SetPrec(checkBits).SetFloat64(x)
			}
			l, okL := v.Of(c.a)
			r, okR := v.Of(c.b)
			if okL && okR && apart(l, r) > -c.trusted() {
				t.Errorf("%d: equal, yet %.8g and %.8g at %s: %s", seed, l, r, atPoint(v), tell(c.a, c.b))
				return
			}
		}
	}
}
