package judge_test

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// mixed holds letters of all kinds of domain.
const mixed = "x:real y:real z:pos p:(0,1) w:[-2,3] t:{0,1} s:{-1,0,2}"

func mixedScope(tb testing.TB) *scope.Scope {
	tb.Helper()
	sc := &scope.Scope{}
	if err := parse.Declare(sc, mixed); err != nil {
		tb.Fatal(err)
	}
	return sc
}

// plain are trees with a value at a point: no unknown functions, sums or operators.
func plain(sc *scope.Scope) exprtest.Options {
	o := exprtest.Smooth
	o.Symbols, o.Depth = sc.Symbols(), 3
	o.Funcs = append(slices.Clone(o.Funcs), expr.Sign)
	return o
}

// lesson are trees of the kind that lessons hold.
func lesson(sc *scope.Scope, depth int) exprtest.Options {
	return exprtest.Options{
		Symbols: sc.Symbols(), Depth: depth, Constants: true,
		Funcs: []expr.Func{expr.Exp, expr.Ln, expr.Sigmoid, expr.Softplus, expr.Sqrt, expr.Abs, expr.Max, expr.Tanh, expr.Sin, expr.Cos},
	}
}

// A property is checked on random trees, as a test with few of them and as a target for fuzzing.
type property func(t *rapid.T, sc *scope.Scope)

// properties lists what must hold of every pair of trees.
var properties = map[string]property{
	"Symmetric": func(t *rapid.T, sc *scope.Scope) {
		a, b := pair(t, sc)
		v, w := judge.Compare(a, b, sc), judge.Compare(b, a, sc)
		if v.Relation != w.Relation {
			t.Fatalf("%s, turned round %s: %s", v.Relation, w.Relation, tell(a, b))
		}
	},
	"Reflexive": func(t *rapid.T, sc *scope.Scope) {
		a := plain(sc).Tree().Draw(t, "a")
		if v := judge.Compare(a, a, sc); v.Relation != judge.Equal && v.Relation != judge.Undefined && !seenNowhere(v) {
			t.Fatalf("%s: %s", v.Relation, tell(a, a))
		}
	},
	"Deterministic": func(t *rapid.T, sc *scope.Scope) {
		a, b := pair(t, sc)
		if v, w := describe(judge.Compare(a, b, sc)), describe(judge.Compare(a, b, sc)); v != w {
			t.Fatalf("first %s, then %s: %s", v, w, tell(a, b))
		}
	},
	"StableUnderRewriting": func(t *rapid.T, sc *scope.Scope) {
		o := plain(sc)
		a := o.Tree().Draw(t, "a")
		b, names := a, []string{}
		for range rapid.IntRange(1, 3).Draw(t, "steps") {
			var name string
			b, name = o.Changed(t, b, exprtest.Sound)
			names = append(names, name)
		}
		if v := judge.Compare(a, b, sc); v.Relation == judge.Different {
			t.Fatalf("different after %v: %s at %s", names, tell(a, b), describe(v))
		}
	},
	"SensitiveToChange": func(t *rapid.T, sc *scope.Scope) {
		o := plain(sc)
		a := o.Tree().Draw(t, "a")
		b, name := o.Changed(t, a, exprtest.Careless)
		if v := judge.Compare(a, b, sc); v.Relation == judge.Equal {
			mustAgree(t, a, b, sc, name)
		}
	},
	"SensitiveAfterRewriting": func(t *rapid.T, sc *scope.Scope) {
		o := lesson(sc, 3)
		a := o.Tree().Draw(t, "a")
		b, careless := o.Changed(t, a, exprtest.Careless)
		c, sound := o.Changed(t, b, exprtest.Sound)
		if v := judge.Compare(a, c, sc); v.Relation == judge.Equal {
			mustAgree(t, a, c, sc, careless+", "+sound)
		}
	},
	"FollowsRenaming": func(t *rapid.T, sc *scope.Scope) {
		a, b := pair(t, sc)
		renamed := &scope.Scope{}
		p, q := a, b
		for i, s := range sc.Symbols() {
			d, _ := sc.Domain(s)
			other := expr.Var(string(rune('n' - i)))
			renamed.Declare(other, d)
			p, q = expr.Substitute(p, s, other), expr.Substitute(q, s, other)
		}
		v, w := judge.Compare(a, b, sc).Relation, judge.Compare(p, q, renamed).Relation
		if contradict(v, w) {
			t.Fatalf("%s, renamed %s: %s", v, w, tell(a, b))
		}
	},
	"FollowsSubstitution": func(t *rapid.T, sc *scope.Scope) {
		a, b := pair(t, sc)
		u := lesson(sc, 1).Tree().Draw(t, "u")
		x := expr.Var("x")
		v, w := judge.Compare(a, b, sc).Relation, judge.Compare(expr.Substitute(a, x, u), expr.Substitute(b, x, u), sc)
		if v == judge.Equal && w.Relation == judge.Different {
			t.Fatalf("equal, different with x = %s: %s at %s", typeset.Line(u), tell(a, b), describe(w))
		}
	},
	"FollowsNarrowing": func(t *rapid.T, sc *scope.Scope) {
		a, b := pair(t, sc)
		narrow := sc.Clone()
		d, err := scope.ParseDomain(rapid.SampledFrom([]string{"pos", "(0,1)", "(-3,-1)", "[2,5]", "neg"}).Draw(t, "domain"))
		if err != nil {
			t.Fatal(err)
		}
		narrow.Declare(expr.Var("x"), d)
		v, w := judge.Compare(a, b, sc).Relation, judge.Compare(a, b, narrow)
		if v == judge.Equal && w.Relation == judge.Different {
			t.Fatalf("equal, on %s different: %s at %s", d, tell(a, b), describe(w))
		}
	},
	"NeverPanics": func(t *rapid.T, _ *scope.Scope) {
		a := exprtest.Everything.Tree().Draw(t, "a")
		b, _ := exprtest.Everything.Changed(t, a, exprtest.Sound)
		v := judge.Compare(a, b, &scope.Scope{})
		describe(v)
	},
	"DifferenceIsReal": func(t *rapid.T, sc *scope.Scope) {
		o := plain(sc)
		a := o.Tree().Draw(t, "a")
		b, _ := o.Changed(t, a, exprtest.Careless)
		if v := judge.Compare(a, b, sc); v.Relation == judge.Different {
			mustDiffer(t, a, b, v)
		}
	},
}

func TestProperties(t *testing.T) {
	sc := mixedScope(t)
	for name, p := range properties {
		t.Run(name, func(t *testing.T) { rapid.Check(t, func(t *rapid.T) { p(t, sc) }) })
	}
}

func fuzzProperty(f *testing.F, name string) {
	f.Helper()
	sc := mixedScope(f)
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) { properties[name](t, sc) }))
}

// seenNowhere reports whether no value was found, and no proof that there is none.
func seenNowhere(v judge.Verdict) bool { return v.Relation == judge.Unsure && v.Fault != eval.NoFault }

func FuzzSymmetric(f *testing.F)               { fuzzProperty(f, "Symmetric") }
func FuzzReflexive(f *testing.F)               { fuzzProperty(f, "Reflexive") }
func FuzzDeterministic(f *testing.F)           { fuzzProperty(f, "Deterministic") }
func FuzzStableUnderRewriting(f *testing.F)    { fuzzProperty(f, "StableUnderRewriting") }
func FuzzSensitiveToChange(f *testing.F)       { fuzzProperty(f, "SensitiveToChange") }
func FuzzSensitiveAfterRewriting(f *testing.F) { fuzzProperty(f, "SensitiveAfterRewriting") }
func FuzzFollowsRenaming(f *testing.F)         { fuzzProperty(f, "FollowsRenaming") }
func FuzzFollowsSubstitution(f *testing.F)     { fuzzProperty(f, "FollowsSubstitution") }
func FuzzFollowsNarrowing(f *testing.F)        { fuzzProperty(f, "FollowsNarrowing") }
func FuzzNeverPanics(f *testing.F)             { fuzzProperty(f, "NeverPanics") }
func FuzzDifferenceIsReal(f *testing.F)        { fuzzProperty(f, "DifferenceIsReal") }

// pair draws two trees that are equal, nearly equal or strangers.
func pair(t *rapid.T, sc *scope.Scope) (a, b expr.Node) {
	o := lesson(sc, 3)
	a = o.Tree().Draw(t, "a")
	switch rapid.IntRange(0, 2).Draw(t, "kind of pair") {
	case 0:
		b, _ = o.Changed(t, a, exprtest.Sound)
	case 1:
		b, _ = o.Changed(t, a, exprtest.Careless)
	default:
		b = o.Tree().Draw(t, "b")
	}
	return a, b
}

func tell(a, b expr.Node) string { return typeset.Line(a) + " | " + typeset.Line(b) }

// contradict reports whether one relation says equal and the other different.
func contradict(v, w judge.Relation) bool {
	return v == judge.Equal && w == judge.Different || v == judge.Different && w == judge.Equal
}

// mustAgree fails when the values of both sides differ at a random point.
func mustAgree(t *rapid.T, a, b expr.Node, sc *scope.Scope, how string) {
	c := comparison{row: row{scope: sc, learner: typeset.Line(a), expected: typeset.Line(b)}, a: a, b: b}
	for seed := range uint64(30) {
		v, _ := c.draw(seed, checkBits)
		l, okL := v.Of(a)
		r, okR := v.Of(b)
		if !okL || !okR || apart(l, r) <= -c.trusted() {
			continue
		}
		v, _ = c.draw(seed, 8*checkBits) // a zero that came out as nearly zero may have been blown up
		l, okL = v.Of(a)
		r, okR = v.Of(b)
		if okL && okR && apart(l, r) > -c.trusted() {
			t.Fatalf("equal, yet %.20g and %.20g at %s after %s: %s", l, r, atPoint(v), how, tell(a, b))
		}
	}
}

// mustDiffer fails when the values do not differ at the witness.
func mustDiffer(t *rapid.T, a, b expr.Node, verdict judge.Verdict) {
	for _, bits := range []uint{checkBits, 8 * checkBits} {
		v := &exprtest.Values{Prec: bits, At: map[string]*big.Float{}}
		for _, p := range verdict.Witness.Point {
			v.At[p.Symbol.Name] = number(v, p)
		}
		l, okL := v.Of(a)
		r, okR := v.Of(b)
		if v.Far || !okL || !okR {
			return // out of reach, or lost among the errors of the computation
		}
		if parted(l, r) > 300-int(bits) {
			return
		}
	}
	t.Fatalf("no difference at %s: %s", describe(verdict), tell(a, b))
}
