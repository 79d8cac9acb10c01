package judge_test

import (
	"fmt"
	"math/big"
	"os"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	_ "chainrule/mathcore/exprtest/fixed"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// A generated pair is two trees of which the second was made of the first: by changes that keep the value wherever both have
// one, or by others.
type generated struct {
	a, b  expr.Node
	scope *scope.Scope
	kept  bool   // the changes keep the value
	how   string // which changes
}

// A source makes pairs of one kind.
type source struct {
	name  string
	pairs *rapid.Generator[generated]
}

func sources(tb testing.TB) []source {
	tb.Helper()
	all := []source{mixedPairs(tb), lessonPairs(tb), bendingPairs(tb)}
	for _, file := range []string{"powers", "roots", "branches", "joints", "slopes", "sums"} {
		all = append(all, lawPairs(tb, file))
	}
	return all
}

// mixedPairs are trees of all functions with letters of all kinds of domain, finite sets among them.
func mixedPairs(tb testing.TB) source {
	tb.Helper()
	sc := mixedScope(tb)
	o := plain(sc)
	return source{"mixed", rapid.Custom(func(t *rapid.T) generated { return changedPair(t, o, sc) })}
}

// lessonPairs are trees as lessons have them.
func lessonPairs(tb testing.TB) source {
	tb.Helper()
	sc := mixedScope(tb)
	o := lesson(sc, 3)
	return source{"lesson", rapid.Custom(func(t *rapid.T) generated { return changedPair(t, o, sc) })}
}

// bendingPairs are trees full of joints, some of them below a derivative.
func bendingPairs(tb testing.TB) source {
	tb.Helper()
	sc, o := bending(tb)
	return source{"bending", rapid.Custom(func(t *rapid.T) generated {
		p := changedPair(t, o, sc)
		if rapid.IntRange(0, 3).Draw(t, "derivative") == 0 {
			p.a, p.b = slopeOf(p.a), slopeOf(p.b)
		}
		return p
	})}
}

func slopeOf(n expr.Node) expr.Node { return &expr.Derivative{Var: exprtest.X, Body: n, Order: 1} }

// changedPair draws a tree and changes it in one place, with care or without.
func changedPair(t *rapid.T, o exprtest.Options, sc *scope.Scope) generated {
	p := generated{a: o.Tree().Draw(t, "a"), scope: sc}
	p.b = p.a
	p.change(t, o)
	return p
}

// change changes the second tree in one place.
func (p *generated) change(t *rapid.T, o exprtest.Options) {
	kinds := [][]exprtest.Rewrite{exprtest.Sound, exprtest.Careless, atJointOnly}
	kind := rapid.IntRange(0, len(kinds)-1).Draw(t, "kind of change")
	var name string
	p.b, name = o.Changed(t, p.b, kinds[kind])
	p.kept = kind == 0 && p.how == ""
	p.how += " " + name
}

const (
	fewPairs   = 600 // of a test without CHAINRULE_PAIRS
	manyPoints = 14  // at which sides are computed that were called equal after a careless change
	manyBits   = 448 // so that a change by 10⁻⁴⁰ is seen
	somePoints = 4   // at which all others are
	someBits   = 160
)

// TestGeneratedPairs judges generated pairs: some, or as many as CHAINRULE_PAIRS says, from the number CHAINRULE_SEED on. A number
// always means the same pair, so one that fails is looked at by CHAINRULE_PAIRS=1 CHAINRULE_SEED=number. Sides whose value was
// kept must never be different. Whatever is said must be true by textbook series and difference quotients: equal sides agree
// at points of the domain and of joints, different ones differ at the witness, undefined ones have no value together.
func TestGeneratedPairs(t *testing.T) {
	count, first := numberFrom(t, "CHAINRULE_PAIRS", fewPairs), numberFrom(t, "CHAINRULE_SEED", 1)
	if testing.Short() {
		count = min(count, fewPairs/4)
	}
	from := sources(t)
	tally := map[string]int{}
	for number := first; number < first+count; number++ {
		s := from[number%len(from)]
		p := s.pairs.Example(number)
		v := judge.Compare(p.a, p.b, p.scope)
		change := "changed"
		if p.kept {
			change = "kept"
		}
		tally[s.name+" "+change+" "+v.Relation.String()]++
		if fault := p.fault(t, v); fault != "" {
			t.Errorf("pair %d (%s,%s): %s: %s: %s", number, s.name, p.how, describe(v), fault, tell(p.a, p.b))
		}
	}
	for _, s := range from {
		for _, change := range []string{"kept", "changed"} {
			line := s.name + " " + change + ":"
			for _, r := range []judge.Relation{judge.Equal, judge.Different, judge.Undefined, judge.Unsure} {
				line += fmt.Sprintf(" %d %s", tally[s.name+" "+change+" "+r.String()], r)
			}
			t.Log(line)
		}
	}
}

// numberFrom returns the number that stands in the environment, or otherwise.
func numberFrom(tb testing.TB, name string, otherwise int) int {
	tb.Helper()
	text := os.Getenv(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		tb.Fatalf("%s: %v", name, err)
	}
	return n
}

// fault says what is wrong with the verdict; it is empty where nothing was found.
func (p generated) fault(t *testing.T, v judge.Verdict) string {
	t.Helper()
	c := comparison{
		row: row{scope: p.scope, learner: typeset.Line(p.a), expected: typeset.Line(p.b)},
		a:   p.a, b: p.b, depth: max(operators(p.a), operators(p.b)), meaning: meaning{first: 1},
	}
	switch v.Relation {
	case judge.Equal:
		if p.kept {
			return c.disagree(somePoints, someBits)
		}
		return c.disagree(manyPoints, manyBits)
	case judge.Different:
		if p.kept {
			return "the change keeps the value"
		}
		return c.noDifference(v)
	case judge.Undefined:
		return c.bothHave()
	case judge.Unsure, judge.Unreadable:
	}
	return ""
}

// disagree tells a point at which the sides have different values.
func (c comparison) disagree(points, bits uint) string {
	for seed := range uint64(points) {
		if what, _, _ := c.bothAt(seed, bits); what != different {
			continue
		}
		what, l, r := c.bothAt(seed, 8*bits) // a zero that came out as nearly zero may have been blown up
		again, m, s := c.bothAt(seed, 16*bits)
		if trust := c.trust(8 * bits); what == different && again == different && apart(l, m) < -trust && apart(r, s) < -trust {
			v, _ := c.drawCounted(seed, bits)
			return "different values at" + atPoint(v)
		}
	}
	return ""
}

// bothHave tells a point at which both sides have a value.
func (c comparison) bothHave() string {
	for seed := range uint64(somePoints) {
		what, l, r := c.bothAt(seed, someBits)
		if what == unknown {
			continue
		}
		again, m, s := c.bothAt(seed, 8*someBits)
		if trust := c.trust(someBits); again != unknown && apart(l, m) < -trust && apart(r, s) < -trust {
			v, _ := c.drawCounted(seed, someBits)
			return "values at" + atPoint(v)
		}
	}
	return ""
}

// noDifference says why the witness is none.
func (c comparison) noDifference(verdict judge.Verdict) string {
	if w := verdict.Witness; c.depth > 0 && (apart(w.Left.Lo, w.Right.Lo) < -c.trusted() || isExtreme(w)) {
		return "" // too little for difference quotients, or too steep
	}
	failure := ""
	for c.again = range 2 {
		for terms := int64(2); terms <= 4; terms++ {
			if failure = c.differAt(verdict, terms); failure == "" {
				return ""
			}
		}
	}
	return failure
}

// isExtreme reports whether the witness has values far from 1, or the sides have.
func isExtreme(w *judge.Witness) bool {
	const beyond = 300 // bits
	for _, side := range []judge.Bounds{w.Left, w.Right} {
		if exponent := side.Lo.MantExp(nil); exponent > beyond || exponent < -beyond {
			return true
		}
	}
	return slices.ContainsFunc(w.Point, func(v judge.Value) bool {
		const far = 20 // bits
		return v.Is.Sign() != 0 && (v.Is.Num().BitLen()-v.Is.Denom().BitLen() > far || v.Is.Denom().BitLen()-v.Is.Num().BitLen() > far)
	})
}

// What the values of two sides at a point are to each other.
type values int

const (
	unknown values = iota // a side has no value, or none within reach
	same
	different
)

func (c comparison) bothAt(seed uint64, bits uint) (what values, l, r *big.Float) {
	v, ok := c.drawCounted(seed, bits)
	if !ok {
		return unknown, nil, nil
	}
	l, okL := v.Of(c.a)
	r, okR := v.Of(c.b)
	if !okL || !okR || v.Far || l.IsInf() || r.IsInf() {
		return unknown, nil, nil
	}
	if apart(l, r) > -c.trust(bits) {
		return different, l, r
	}
	return same, l, r
}

// trust returns how many bits of values computed with so many are right.
func (c comparison) trust(bits uint) int {
	if c.depth > 0 {
		return int(bits) / 10 >> (c.depth - 1)
	}
	return int(bits) / 3
}

// drawCounted draws a point at which the ends of sums are small numbers, and no smaller than an index.
func (c comparison) drawCounted(seed uint64, bits uint) (*exprtest.Values, bool) {
	v, ok := c.draw(seed, bits)
	end := int64(1)
	_, indices := counters(c.a, c.b)
	for _, s := range indices {
		if x, known := v.At[s.Name]; known {
			at, _ := x.Int64()
			end = max(end, at)
		}
	}
	if _, counted := v.At["n"]; counted {
		v.At["n"] = new(big.Float).SetPrec(bits).SetInt64(end + int64(seed/2)%3)
	}
	return v, ok
}
