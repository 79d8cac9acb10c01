package judge_test

import (
	"fmt"
	"math/big"
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/scope"
)

func (c comparison) atWitness(w *judge.Witness, bits uint) *exprtest.Values {
	v := newValues(c.scope, bits)
	others := v.Meaning
	v.Meaning = func(name string) ([]*expr.Symbol, expr.Node, bool) {
		for _, e := range w.Examples {
			if e.Name == name {
				return []*expr.Symbol{e.Of}, e.Body, true
			}
		}
		return others(name)
	}
	v.Free = func(s *expr.Symbol) *big.Float { // anywhere, and on no joint, each elsewhere
		is := big.NewRat(29+int64(s.Name[0]%7), 23)
		switch d, _ := c.scope.Domain(s); {
		case len(d.Set) > 0:
			is = d.Set[(len(d.Set)-1+c.again)%len(d.Set)]
		case !d.Contains(is) || c.meaning.names:
			is = big.NewRat(1, 1)
		}
		return new(big.Float).SetPrec(bits).SetRat(is)
	}
	bounds, indices := counters(c.a, c.b)
	taken := takenBy(w)
	longest := int64(3)
	for index := range taken {
		longest = max(longest, index)
	}
	for _, p := range w.Point {
		if p.Is.IsInt() && p.Is.Num().IsInt64() && slices.ContainsFunc(indices, func(s *expr.Symbol) bool { return expr.Equal(s, p.Symbol) }) {
			longest = max(longest, p.Is.Num().Int64())
		}
	}
	for _, s := range bounds { // sums are long enough for all indices
		v.At[s.Name] = new(big.Float).SetPrec(bits).SetInt64(longest)
	}
	for _, s := range unnamed(w) { // they are none of those that are named
		v.At[s.Name] = new(big.Float).SetPrec(bits).SetInt64(firstFree(w, s, v) + int64(c.again))
	}
	for _, s := range indices { // those that no member at the point needs
		if _, known := v.At[s.Name]; !known {
			v.At[s.Name] = new(big.Float).SetPrec(bits).SetInt64(1 + int64(c.again))
		}
	}
	for _, indexed := range []bool{false, true} { // letters that stand as indices first
		for _, p := range w.Point {
			if indexed != (len(p.Symbol.Index) > 0) {
				continue
			}
			if key, ok := v.Key(c.meaning.named(p.Symbol).(*expr.Symbol)); ok {
				v.At[key] = number(v, p)
			}
		}
	}
	satisfyAll(v, c.scope, w)
	settle(v, c.scope)
	return v
}

// number returns the value of a letter at a witness.
func number(v *exprtest.Values, p judge.Value) *big.Float {
	if p.Exactly != nil {
		if x, ok := v.Of(p.Exactly); ok {
			return x
		}
	}
	return new(big.Float).SetPrec(v.Prec).SetRat(p.Is)
}

// satisfyAll gives symbols that side conditions determine their values: those that the witness does not name.
func satisfyAll(v *exprtest.Values, sc *scope.Scope, w *judge.Witness) {
	named := map[string]bool{}
	for _, p := range w.Point {
		key, _ := v.Key(p.Symbol)
		named[key] = true
	}
	for _, c := range sc.Conditions() {
		difference := expr.Minus(c.Left, c.Right)
		for _, s := range expr.Symbols(difference) {
			key, _ := v.Key(s)
			if named[key] {
				continue
			}
			at := func(x int64) *big.Float {
				v.At[key] = new(big.Float).SetPrec(v.Prec).SetInt64(x)
				d, _ := v.Of(difference)
				return d
			}
			f0, f1 := at(0), at(1)
			v.At[key] = new(big.Float).Neg(new(big.Float).Quo(f0, new(big.Float).Sub(f1, f0)))
			break
		}
	}
}

func (c comparison) within(x *big.Float, b judge.Bounds) string {
	size := x.MantExp(nil)
	if size = max(size, -200); c.depth > 0 { // what is 0 may come out small
		size = max(size, 0) // next to a joint a difference quotient is small and not 0
	}
	slack := new(big.Float).SetMantExp(big.NewFloat(1), size-c.trusted())
	if new(big.Float).Add(x, slack).Cmp(b.Lo) < 0 || new(big.Float).Sub(x, slack).Cmp(b.Hi) > 0 {
		return fmt.Sprintf("the value %.30g is not between %.30g and %.30g ", x, b.Lo, b.Hi)
	}
	return ""
}

// takenBy returns the numbers that stand as indices in the point.
func takenBy(w *judge.Witness) map[int64]bool {
	taken := map[int64]bool{}
	for _, p := range w.Point {
		for _, index := range p.Symbol.Index {
			if n, ok := index.(*expr.Number); ok && n.Value.IsInt() {
				taken[n.Value.Num().Int64()] = true
			}
		}
		if _, indices := counters(p.Symbol); len(indices) > 0 {
			for _, i := range indices {
				for _, q := range w.Point {
					if expr.Equal(q.Symbol, i) && q.Is.IsInt() {
						taken[q.Is.Num().Int64()] = true
					}
				}
			}
		}
	}
	return taken
}

// firstFree returns the first number at which no member stands of a family that has the letter at an index.
func firstFree(w *judge.Witness, s *expr.Symbol, v *exprtest.Values) int64 {
	same := &judge.Witness{}
	for _, p := range w.Point {
		family := func(q judge.Value) bool { return q.Symbol.Name == p.Symbol.Name && expr.Mentions(q.Symbol, s) }
		if len(p.Symbol.Index) == 0 || slices.ContainsFunc(w.Point, family) {
			same.Point = append(same.Point, p)
		}
	}
	taken := takenBy(same)
	for _, other := range unnamed(w) { // each is another one
		if at, known := v.At[other.Name]; known {
			n, _ := at.Int64()
			taken[n] = true
		}
	}
	next := int64(1)
	for taken[next] {
		next++
	}
	return next
}

// unnamed returns the letters that stand as indices in the point and have no value there: at different ones.
func unnamed(w *judge.Witness) []*expr.Symbol {
	var letters []*expr.Symbol
	for _, p := range w.Point {
		_, indices := counters(p.Symbol)
		for _, s := range indices {
			equal := func(t *expr.Symbol) bool { return expr.Equal(s, t) }
			if !slices.ContainsFunc(letters, equal) && !slices.ContainsFunc(w.Point, func(v judge.Value) bool { return equal(v.Symbol) }) {
				letters = append(letters, s)
			}
		}
	}
	return letters
}
