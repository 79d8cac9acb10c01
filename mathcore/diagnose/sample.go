package diagnose

import (
	"hash/fnv"
	"math"
	"math/big"
	"strconv"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// points is the number of points at which trees are compared.
const points = 6

// A vector holds the values of a tree at the points, NaN where there is none.
type vector [points]float64

// A sample computes the values of many trees at the same few points, and remembers those of all parts of the lines:
// a candidate that differs at one place costs little more than the way from there to the root. The values suggest,
// the judge decides.
type sample struct {
	sc       *scope.Scope
	turns    [points]int      // which of the random points each one is
	counters map[string]int64 // letters that count: bounds of sums and free indices
	solved   map[string]vector
	touched  []*expr.Symbol // symbols looked up while a side condition is solved
	tracing  bool
	known    map[cell]vector
	resolved map[expr.Node]expr.Node
	meanings map[expr.Node]expr.Node
	programs map[operation]*eval.Program
	frames   map[frame]*frame
	keep     bool // remember the values of new nodes
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

// newSample chooses points at which all the lines have a value. It reports false if there are none.
func newSample(sc *scope.Scope, lines ...expr.Node) (*sample, bool) {
	const rounds = 60
	s := &sample{
		sc: sc, counters: map[string]int64{}, programs: map[operation]*eval.Program{},
		resolved: map[expr.Node]expr.Node{}, meanings: map[expr.Node]expr.Node{}, frames: map[frame]*frame{},
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
func (s *sample) restart(lines []expr.Node) (bad []int) {
	s.known, s.solved, s.keep = map[cell]vector{}, map[string]vector{}, true
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

// count notes the letters that stand as bounds of sums and as indices.
func (s *sample) count(n expr.Node) {
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

// counter returns the value of a letter that stands as an index.
func (s *sample) counter(letter string) int64 {
	if v, ok := s.counters[letter]; ok {
		return v
	}
	v := int64(2 + len(s.counters)%(bound-1))
	s.counters[letter] = v
	return v
}

// solve finds values for the symbols that side conditions determine: each is taken to be linear in the last symbol
// that it mentions. It returns the points at which these lie in their domains.
func (s *sample) solve() (valid [points]bool) {
	for i := range valid {
		valid[i] = true
	}
	s.keep = false
	for _, c := range s.sc.Conditions() {
		difference := expr.Minus(c.Left, c.Right)
		s.touched, s.tracing = nil, true
		s.at(difference, nil)
		s.tracing = false
		if len(s.touched) == 0 {
			continue
		}
		last := s.touched[len(s.touched)-1]
		domain, _ := s.sc.Domain(last)
		key := name(last)
		s.solved[key] = vector{}
		zero := s.at(difference, nil)
		s.solved[key] = constant(1)
		one := s.at(difference, nil)
		at := both(zero, one, func(zero, one float64) float64 { return -zero / (one - zero) })
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
	key := s.Name
	for _, i := range s.Index {
		if n, ok := i.(*expr.Number); ok {
			key += "_" + n.Value.RatString()
		}
	}
	return key
}

func constant(v float64) (all vector) {
	for i := range all {
		all[i] = v
	}
	return all
}

var undefined = constant(math.NaN())

// of returns the values of a tree.
func (s *sample) of(n expr.Node) vector { return s.at(n, nil) }

// learn returns the values of a tree and remembers those of all its parts.
func (s *sample) learn(n expr.Node) vector {
	s.keep = true
	defer func() { s.keep = false }()
	return s.at(n, nil)
}

func (s *sample) at(n expr.Node, in *frame) vector {
	if v, ok := s.known[cell{n, in}]; ok {
		return v
	}
	v := s.compute(n, in)
	if s.keep {
		s.known[cell{n, in}] = v
	}
	return v
}

func (s *sample) compute(n expr.Node, in *frame) vector {
	switch n := n.(type) {
	case *expr.Number:
		v, _ := n.Value.Float64()
		return constant(v)
	case *expr.Constant:
		if n.Name == expr.Pi {
			return constant(math.Pi)
		}
		return constant(math.E)
	case *expr.Symbol:
		return s.symbol(n, in)
	case *expr.Neg:
		return each(s.at(n.X, in), func(x float64) float64 { return -x })
	case *expr.Add:
		sum := s.at(n.Terms[0], in)
		for _, t := range n.Terms[1:] {
			sum = both(sum, s.at(t, in), func(a, b float64) float64 { return a + b })
		}
		return sum
	case *expr.Mul:
		product := s.at(n.Factors[0], in)
		for _, f := range n.Factors[1:] {
			product = both(product, s.at(f, in), func(a, b float64) float64 { return a * b })
		}
		return product
	case *expr.Div:
		return both(s.at(n.Num, in), s.at(n.Den, in), quotient)
	case *expr.Pow:
		if c, ok := n.Base.(*expr.Constant); ok && c.Name == expr.E {
			return each(s.at(n.Exp, in), math.Exp)
		}
		return both(s.at(n.Base, in), s.at(n.Exp, in), power)
	case *expr.Call:
		return s.call(n, in)
	case *expr.Apply:
		return s.apply(n, in)
	case *expr.Derivative:
		return s.carriedOut(n, in)
	case *expr.Series:
		return s.series(n, in)
	}
	panic("diagnose: unknown node")
}

func each(a vector, f func(float64) float64) vector {
	for i := range a {
		a[i] = f(a[i])
	}
	return a
}

func both(a, b vector, f func(a, b float64) float64) vector {
	for i := range a {
		a[i] = f(a[i], b[i])
	}
	return a
}

func quotient(a, b float64) float64 {
	if b == 0 {
		return math.NaN()
	}
	return a / b
}

func power(x, y float64) float64 {
	if x == 0 && y <= 0 {
		return math.NaN()
	}
	return math.Pow(x, y)
}

// call computes a known function; each is compiled once.
func (s *sample) call(n *expr.Call, in *frame) vector {
	args := make([]vector, len(n.Args))
	for i, a := range n.Args {
		args[i] = s.at(a, in)
	}
	if n.Func == expr.Delta {
		return both(args[0], args[1], func(a, b float64) float64 {
			if a == b {
				return 1
			}
			return 0
		})
	}
	key := operation{n.Func, len(args)}
	program, known := s.programs[key]
	if !known {
		slots, nodes := make([]*expr.Symbol, len(args)), make([]expr.Node, len(args))
		for i := range args {
			slots[i] = expr.Var("§" + strconv.Itoa(i))
			nodes[i] = slots[i]
		}
		program, _ = eval.Compile(expr.Of(n.Func, nodes...), slots)
		s.programs[key] = program
	}
	if program == nil {
		return undefined
	}
	var values vector
	point := make([]float64, len(args))
	for i := range values {
		for k := range args {
			point[k] = args[k][i]
		}
		values[i] = program.Float(point)
	}
	return values
}

// carriedOut computes what holds a derivative by taking it first.
func (s *sample) carriedOut(n expr.Node, in *frame) vector {
	resolved, known := s.resolved[n]
	if !known {
		var ok bool
		if resolved, ok = calculus.Resolve(n, s.sc); !ok || expr.Equal(resolved, n) {
			resolved = nil
		}
		if s.keep {
			s.resolved[n] = resolved
		}
	}
	if resolved == nil {
		return undefined
	}
	return s.at(resolved, in)
}

// apply computes a function that was named: by its definition, or by an example where nothing is known of it.
func (s *sample) apply(n *expr.Apply, in *frame) vector {
	if meaning, ok := s.meaning(n); ok {
		return s.at(meaning, in)
	}
	_, defined := s.sc.Function(n.Name)
	if n.Primes > 0 && (defined || len(n.Name) > 1 || len(n.Args) != 1) {
		return s.carriedOut(n, in)
	}
	value := undefined
	a := float64(1 + fingerprint(n.Name)%5)
	for i, arg := range n.Args {
		v := each(s.at(arg, in), func(t float64) float64 { return example(t, a+float64(i), n.Primes) })
		if i > 0 {
			v = both(v, value, func(a, b float64) float64 { return a + b*b })
		}
		value = v
	}
	return value
}

// example returns a derivative of t³/3 + a t² + a².
func example(t, a float64, primes int) float64 {
	switch primes {
	case 0:
		return t*t*t/3 + a*t*t + a*a
	case 1:
		return t*t + 2*a*t
	case 2:
		return 2*t + 2*a
	case 3:
		return 2
	}
	return 0
}

func (s *sample) meaning(n expr.Node) (expr.Node, bool) {
	m, known := s.meanings[n]
	if !known {
		m, _ = s.sc.Meaning(n)
		if s.keep {
			s.meanings[n] = m
		}
	}
	return m, m != nil
}

// series computes a sum term by term.
func (s *sample) series(n *expr.Series, in *frame) vector {
	const most = 60
	lo, hi := s.at(n.Lo, in)[0], s.at(n.Hi, in)[0]
	if lo != math.Trunc(lo) || hi != math.Trunc(hi) || hi-lo > most || math.IsNaN(hi-lo) {
		return undefined
	}
	var sum vector
	for i := int64(lo); i <= int64(hi); i++ {
		sum = both(sum, s.at(n.Body, s.frame(in, n.Index.Name, i)), func(a, b float64) float64 { return a + b })
	}
	return sum
}

func (s *sample) frame(outer *frame, index string, value int64) *frame {
	key := frame{outer, index, value}
	if f, ok := s.frames[key]; ok {
		return f
	}
	f := &key
	s.frames[key] = f
	return f
}

func (f *frame) find(letter string) (int64, bool) {
	for ; f != nil; f = f.outer {
		if f.index == letter {
			return f.value, true
		}
	}
	return 0, false
}

func (s *sample) symbol(n *expr.Symbol, in *frame) vector {
	if len(n.Index) == 0 {
		if i, ok := in.find(n.Name); ok {
			return constant(float64(i))
		}
		if i, ok := s.counters[n.Name]; ok {
			return constant(float64(i))
		}
	}
	if meaning, ok := s.meaning(n); ok {
		return s.at(meaning, in)
	}
	concrete := n
	if len(n.Index) > 0 {
		index := make([]expr.Node, len(n.Index))
		for i, part := range n.Index {
			index[i] = expr.Int(s.index(part, in))
		}
		concrete = expr.Var(n.Name, index...)
	}
	key := name(concrete)
	if v, ok := s.solved[key]; ok {
		return v
	}
	if s.tracing {
		s.touched = append(s.touched, concrete)
	}
	domain, _ := s.sc.Domain(concrete)
	var v vector
	for i := range v {
		v[i] = choose(domain, fingerprint(key+"@"+strconv.Itoa(s.turns[i])))
	}
	return v
}

func (s *sample) index(n expr.Node, in *frame) int64 {
	if letter, ok := n.(*expr.Symbol); ok && len(letter.Index) == 0 {
		if i, ok := in.find(letter.Name); ok {
			return i
		}
		return s.counter(letter.Name)
	}
	v := s.at(n, in)[0]
	if !finite(v) {
		return 0
	}
	return int64(math.Round(v))
}

func fingerprint(text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(text)) //nolint:errcheck // writing to a hash never fails
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
