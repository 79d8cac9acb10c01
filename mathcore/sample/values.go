package sample

import (
	"math"
	"strconv"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
)

// Constant returns a vector of the same value at all points.
func Constant(v float64) (all Vector) {
	for i := range all {
		all[i] = v
	}
	return all
}

var undefined = Constant(math.NaN())

// Of returns the values of a tree.
func (s *Sample) Of(n expr.Node) Vector { return s.at(n, nil) }

// Learn returns the values of a tree and remembers those of all its parts.
func (s *Sample) Learn(n expr.Node) Vector {
	s.keep = true
	defer func() { s.keep = false }()
	return s.at(n, nil)
}

func (s *Sample) at(n expr.Node, in *frame) Vector {
	if v, ok := s.known[cell{n, in}]; ok {
		return v
	}
	s.Scope.Meter().Spend(unitsOfValues)
	v := s.compute(n, in)
	if s.keep {
		s.known[cell{n, in}] = v
	}
	return v
}

// unitsOfValues is what it costs to compute a node at all points.
const unitsOfValues = 4

func (s *Sample) compute(n expr.Node, in *frame) Vector {
	switch n := n.(type) {
	case *expr.Number:
		v, _ := n.Value.Float64()
		return Constant(v)
	case *expr.Constant:
		if n.Name == expr.Pi {
			return Constant(math.Pi)
		}
		return Constant(math.E)
	case *expr.Symbol:
		return s.symbol(n, in)
	case *expr.Neg:
		return Each(s.at(n.X, in), func(x float64) float64 { return -x })
	case *expr.Add:
		sum := s.at(n.Terms[0], in)
		for _, t := range n.Terms[1:] {
			sum = Both(sum, s.at(t, in), func(a, b float64) float64 { return a + b })
		}
		return sum
	case *expr.Mul:
		product := s.at(n.Factors[0], in)
		for _, f := range n.Factors[1:] {
			product = Both(product, s.at(f, in), func(a, b float64) float64 { return a * b })
		}
		return product
	case *expr.Div:
		return Both(s.at(n.Num, in), s.at(n.Den, in), Quotient)
	case *expr.Pow:
		if c, ok := n.Base.(*expr.Constant); ok && c.Name == expr.E {
			return Each(s.at(n.Exp, in), math.Exp)
		}
		return Both(s.at(n.Base, in), s.at(n.Exp, in), power)
	case *expr.Call:
		return s.call(n, in)
	case *expr.Apply:
		return s.apply(n, in)
	case *expr.Derivative:
		return s.carriedOut(n, in)
	case *expr.Series:
		return s.series(n, in)
	}
	panic("sample: unknown node")
}

// Each returns what f makes of each value.
func Each(a Vector, f func(float64) float64) Vector {
	for i := range a {
		a[i] = f(a[i])
	}
	return a
}

// Both returns what f makes of the two values at each point.
func Both(a, b Vector, f func(a, b float64) float64) Vector {
	for i := range a {
		a[i] = f(a[i], b[i])
	}
	return a
}

// Quotient returns a/b, and no value where b is 0.
func Quotient(a, b float64) float64 {
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
func (s *Sample) call(n *expr.Call, in *frame) Vector {
	args := make([]Vector, len(n.Args))
	for i, a := range n.Args {
		args[i] = s.at(a, in)
	}
	if n.Func == expr.Delta {
		return Both(args[0], args[1], func(a, b float64) float64 {
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
			slots[i] = expr.SlotNumber(i)
			nodes[i] = slots[i]
		}
		program, _ = eval.CompileUnder(s.Scope.Meter(), expr.Of(n.Func, nodes...), slots)
		s.programs[key] = program
	}
	if program == nil {
		return undefined
	}
	var values Vector
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
func (s *Sample) carriedOut(n expr.Node, in *frame) Vector {
	resolved, known := s.resolved[n]
	if !known {
		var ok bool
		if resolved, ok = calculus.Resolve(n, s.Scope); !ok || expr.Equal(resolved, n) {
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
func (s *Sample) apply(n *expr.Apply, in *frame) Vector {
	if meaning, ok := s.meaning(n); ok {
		return s.at(meaning, in)
	}
	_, defined := s.Scope.Applied(n)
	if n.Primes > 0 && (defined || len(n.Name) > 1 || len(n.Args) != 1) {
		return s.carriedOut(n, in)
	}
	value := undefined
	a := float64(1 + fingerprint(n.Name)%5)
	for i, arg := range n.Args {
		v := Each(s.at(arg, in), func(t float64) float64 { return example(t, a+float64(i), n.Primes) })
		if i > 0 {
			v = Both(v, value, func(a, b float64) float64 { return a + b*b })
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

func (s *Sample) meaning(n expr.Node) (expr.Node, bool) {
	m, known := s.meanings[n]
	if !known {
		m, _ = s.Scope.Meaning(n)
		if s.keep {
			s.meanings[n] = m
		}
	}
	return m, m != nil
}

// series computes a sum or a product term by term.
func (s *Sample) series(n *expr.Series, in *frame) Vector {
	const most, farthest = 60, 1 << 40
	lo, hi := s.at(n.Lo, in)[0], s.at(n.Hi, in)[0]
	if lo != math.Trunc(lo) || hi != math.Trunc(hi) || hi-lo > most || !(math.Abs(lo) < farthest && math.Abs(hi) < farthest) {
		return undefined
	}
	var total Vector
	join := func(a, b float64) float64 { return a + b }
	if n.Product {
		total = Constant(1)
		join = func(a, b float64) float64 { return a * b }
	}
	for i := int64(lo); i <= int64(hi); i++ {
		total = Both(total, s.at(n.Body, s.frame(in, n.Index.Name, i)), join)
	}
	return total
}

func (s *Sample) frame(outer *frame, index string, value int64) *frame {
	key := frame{outer, index, value}
	if f, ok := s.frames[key]; ok {
		return f
	}
	s.Scope.Meter().Spend(unitsOfValues)
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

func (s *Sample) symbol(n *expr.Symbol, in *frame) Vector {
	if len(n.Index) == 0 {
		if i, ok := in.find(n.Name); ok {
			return Constant(float64(i))
		}
		if i, ok := s.counters[n.Name]; ok {
			return Constant(float64(i))
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
	v, known := s.symbols[key]
	if !known {
		domain, _ := s.Scope.Domain(concrete)
		for i := range v {
			v[i] = choose(domain, fingerprint(key+"@"+strconv.Itoa(s.turns[i])))
		}
		s.symbols[key] = v
	}
	return v
}

func (s *Sample) index(n expr.Node, in *frame) int64 {
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

// Agree reports whether two parts are the same tree, or have the same values.
func (s *Sample) Agree(a, b expr.Node) bool {
	return expr.Equal(a, b) || Same(s.Learn(a), s.Learn(b))
}

// Same reports whether two lists of values agree as float64 values of the same expression would.
func Same(a, b Vector) bool {
	const tolerance = 1e-9
	compared := 0
	for i := range a {
		if math.IsNaN(a[i]) || math.IsNaN(b[i]) {
			continue
		}
		if math.Abs(a[i]-b[i]) > tolerance*max(math.Abs(a[i]), math.Abs(b[i]), 1e-6) {
			return false
		}
		compared++
	}
	return compared*2 > len(a)
}
