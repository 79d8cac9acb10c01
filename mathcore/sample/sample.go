// Package sample compares parts of lines by their values at a few points, and finds the parts in which two lines differ.
//
// What explains wrong lines and what names the rules of true ones both try many trees. Values rule most of them out and
// prove nothing: whether two trees are equal is the judge's decision.
package sample

import (
	"hash/fnv"
	"math"
	"math/big"
	"strings"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// points is the number of points at which trees are compared.
const points = 6

// A Vector holds the values of a tree at the points, NaN where there is none.
type Vector [points]float64

// A Sample computes the values of many trees at the same few points, and remembers those of all parts of the lines:
// a candidate that differs at one place costs little more than the way from there to the root. The values suggest,
// the judge decides.
type Sample struct {
	Scope *scope.Scope

	turns    [points]int      // which of the random points each one is
	counters map[string]int64 // letters that count: bounds of sums and free indices
	numbers  map[int64]bool   // numbers written as indices
	solved   map[string]Vector
	symbols  map[string]Vector
	touched  []*expr.Symbol // symbols looked up while a side condition is solved
	tracing  bool
	known    map[cell]Vector
	resolved map[expr.Node]expr.Node
	meanings map[expr.Node]expr.Node
	programs map[operation]*eval.Program
	frames   map[frame]*frame
	sigmoids map[string]bool // which named functions are the sigmoid
	keep     bool            // remember the values of new nodes
}

// A cell is a node under given values of the indices of the sums around it.
type cell struct {
	node expr.Node
	in   *frame
}

// A frame gives an index of a sum a value.
type frame struct {
	outer *frame
	index string
	value int64
}

type operation struct {
	f     expr.Func
	arity int
}

// bound is how many terms a sum with a letter for a bound gets.
const bound = 3

// New chooses points at which all the lines have a value. It reports false if there are none.
func New(sc *scope.Scope, lines ...expr.Node) (*Sample, bool) {
	const rounds = 60
	s := &Sample{
		Scope: sc, counters: map[string]int64{}, numbers: map[int64]bool{}, programs: map[operation]*eval.Program{},
		resolved: map[expr.Node]expr.Node{}, meanings: map[expr.Node]expr.Node{}, frames: map[frame]*frame{},
		sigmoids: map[string]bool{},
	}
	for _, l := range lines {
		s.number(l)
	}
	for _, l := range lines {
		s.count(l)
	}
	for i := range s.turns {
		s.turns[i] = i
	}
	next := points
	for range rounds {
		bad := s.restart(lines)
		if len(bad) == 0 {
			s.keep = false
			return s, true
		}
		for _, i := range bad {
			s.turns[i] = next
			next++
		}
	}
	return nil, false
}

// restart computes the lines at new points and returns the points at which some line has no value.
func (s *Sample) restart(lines []expr.Node) (bad []int) {
	s.known, s.keep = map[cell]Vector{}, true
	s.solved, s.symbols = map[string]Vector{}, map[string]Vector{}
	valid := s.solve()
	for _, l := range lines {
		v := s.at(l, nil)
		for i := range v {
			valid[i] = valid[i] && finite(v[i]) && math.Abs(v[i]) < 1e9
		}
	}
	for i, ok := range valid {
		if !ok {
			bad = append(bad, i)
		}
	}
	return bad
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// number notes the numbers that stand as indices.
func (s *Sample) number(n expr.Node) {
	expr.Walk(n, func(n expr.Node) bool {
		if v, ok := n.(*expr.Symbol); ok {
			for _, i := range v.Index {
				if number, ok := i.(*expr.Number); ok && number.Value.IsInt() && number.Value.Num().IsInt64() {
					s.numbers[number.Value.Num().Int64()] = true
				}
			}
		}
		return true
	})
}

// count notes the letters that stand as bounds of sums and as indices.
func (s *Sample) count(n expr.Node) {
	expr.Walk(n, func(n expr.Node) bool {
		if sum, ok := n.(*expr.Series); ok {
			for _, v := range append(expr.Symbols(sum.Lo), expr.Symbols(sum.Hi)...) {
				s.counters[v.Name] = bound
			}
		}
		return true
	})
	expr.Walk(n, func(n expr.Node) bool {
		if v, ok := n.(*expr.Symbol); ok {
			for _, i := range v.Index {
				if letter, ok := i.(*expr.Symbol); ok && len(letter.Index) == 0 {
					s.counter(letter.Name)
				}
			}
		}
		return true
	})
}

// counter returns the value of a letter that stands as an index: one that no index has that is written as a number, if
// there is one, or x_j would pass for x_2.
func (s *Sample) counter(letter string) int64 {
	if v, ok := s.counters[letter]; ok {
		return v
	}
	v := int64(2 + len(s.counters)%(bound-1))
	for range bound {
		if !s.numbers[v] {
			break
		}
		v = v%bound + 1
	}
	s.counters[letter] = v
	return v
}

// solve finds values for the symbols that side conditions determine: each is taken to be linear in the last symbol
// that it mentions. It returns the points at which these lie in their domains.
func (s *Sample) solve() (valid [points]bool) {
	for i := range valid {
		valid[i] = true
	}
	s.keep = false
	for _, c := range s.Scope.Conditions() {
		difference := expr.Minus(c.Left, c.Right)
		s.touched, s.tracing = nil, true
		s.at(difference, nil)
		s.tracing = false
		if len(s.touched) == 0 {
			continue
		}
		last := s.touched[len(s.touched)-1]
		domain, _ := s.Scope.Domain(last)
		key := name(last)
		s.solved[key] = Vector{}
		zero := s.at(difference, nil)
		s.solved[key] = Constant(1)
		one := s.at(difference, nil)
		at := Both(zero, one, func(zero, one float64) float64 { return -zero / (one - zero) })
		for i, v := range at {
			valid[i] = valid[i] && inside(domain, v)
		}
		s.solved[key] = at
	}
	s.keep = true
	return valid
}

func inside(d scope.Domain, v float64) bool {
	return finite(v) && (d.Lo == nil || v > float(d.Lo)) && (d.Hi == nil || v < float(d.Hi))
}

// name returns a key for a symbol whose indices are numbers.
func name(s *expr.Symbol) string {
	parts := []string{s.Name}
	for _, i := range s.Index {
		if n, ok := i.(*expr.Number); ok {
			parts = append(parts, n.Value.RatString())
		}
	}
	return strings.Join(parts, "_")
}

func fingerprint(text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(text))
	x := h.Sum64()
	x ^= x >> 33 // short texts differ in the low bits only
	x *= 0xff51afd7ed558ccd
	return x ^ x>>33
}

// choose returns a value of the domain that no formula is likely to single out.
func choose(d scope.Domain, seed uint64) float64 {
	u := float64(seed>>11) / (1 << 53)
	if d.Finite() {
		v, _ := d.Set[seed%uint64(len(d.Set))].Float64()
		return v
	}
	v := 0.15 + 2.2*u
	lo, hi := float(d.Lo), float(d.Hi)
	switch {
	case d.Lo != nil && d.Hi != nil:
		v = lo + (hi-lo)*(0.06+0.88*u)
	case d.Lo != nil:
		v += lo
	case d.Hi != nil:
		v = hi - v
	case seed&1 == 1:
		v = -v
	}
	if d.Whole {
		v = math.Ceil(v)
	}
	return v
}

func float(r *big.Rat) float64 {
	if r == nil {
		return 0
	}
	v, _ := r.Float64()
	return v
}
