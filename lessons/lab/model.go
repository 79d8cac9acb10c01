// Package lab runs a gradient that somebody typed: gradient descent on the data of a lesson, step by step, with what
// the run came to, as values.
//
// It finds no words, judges no formula (mathcore does), draws nothing and looks at no clock.
package lab

import (
	"math/big"
	"strconv"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/scope"
)

// A Model is what a lab is about: the data, the parameters that are sought, and the loss that is driven down.
type Model struct {
	// Parameters are θ_0, θ_1 …: one more than there are inputs.
	Parameters []*expr.Symbol
	// Input is x_ij, input j of example i, where input 0 is the constant 1; with a single input x_i is short for x_i1.
	// Target is y_i, Count the number m of examples.
	Input, Target, Count *expr.Symbol
	// Data has a row for each example: the inputs, then the target.
	Data [][]float64
	// Loss is the function of the parameters that a run is to make small.
	Loss  expr.Node
	Scope *scope.Scope
}

// Inputs returns how many inputs an example has, the constant not counted.
func (m *Model) Inputs() int { return len(m.Parameters) - 1 }

// A Stuck tells why a formula cannot be run: what stands for nothing in the data, or nil if the formula is too large.
type Stuck struct{ Symbol *expr.Symbol }

// A Machine is a formula made ready to run: the loss, and the gradient for each parameter. It does not change.
type Machine struct {
	loss  *eval.Program
	slope []*eval.Program
	means []float64 // what was taken off the inputs, 0 where nothing was
}

// Ready makes a formula for ∂/∂θ_j ready to run. Centred takes its mean off each input. It draws on the meter of the
// scope; the runs do not.
func (m *Model) Ready(gradient expr.Node, centred bool) (*Machine, *Stuck) {
	data, means := m.Data, make([]float64, m.Inputs())
	if centred {
		data, means = m.centre()
	}
	r := &Machine{means: means}
	var stuck *Stuck
	if r.loss, stuck = m.compile(m.Loss, data, 0); stuck != nil {
		return nil, stuck
	}
	for j := range m.Parameters {
		p, stuck := m.compile(gradient, data, j)
		if stuck != nil {
			return nil, stuck
		}
		r.slope = append(r.slope, p)
	}
	return r, nil
}

// centre returns the data with the mean of each input taken off, and the means.
func (m *Model) centre() (data [][]float64, means []float64) {
	means = make([]float64, m.Inputs())
	for _, row := range m.Data {
		for k := range means {
			means[k] += row[k]
		}
	}
	for k := range means {
		means[k] /= float64(len(m.Data))
	}
	for _, row := range m.Data {
		moved := append([]float64{}, row...)
		for k, mean := range means {
			moved[k] -= mean
		}
		data = append(data, moved)
	}
	return data, means
}

// compile puts the data and the index j of a parameter into a formula, so that only the parameters are left.
func (m *Model) compile(n expr.Node, data [][]float64, j int) (*eval.Program, *Stuck) {
	meter := m.Scope.Meter()
	meter.Spend(2 * expr.Size(n))
	n = expr.Substitute(n, m.Count, expr.Int(int64(len(data))))
	if letter, ok := m.Input.Index[1].(*expr.Symbol); ok {
		n = expr.Substitute(n, letter, expr.Int(int64(j)))
	}
	n, ok := judge.Prepare(n, m.Scope)
	if !ok {
		return nil, &Stuck{}
	}
	n = expr.Substitute(n, m.Count, expr.Int(int64(len(data)))) // a definition may speak of it, too
	whole := n
	if n, ok = eval.Unroll(n); !ok {
		return nil, &Stuck{endOf(whole)}
	}
	meter.Spend(unitsOfNode * expr.Size(n))
	n = stable(expr.Map(n, func(n expr.Node) expr.Node { return m.value(n, data) }))
	if p, ok := eval.Compile(n, m.Parameters); ok {
		return p, nil
	}
	return nil, &Stuck{m.missing(n)}
}

// endOf returns a letter that a sum runs from or to and that stands for no number; nil where there is none.
func endOf(n expr.Node) *expr.Symbol {
	var found *expr.Symbol
	expr.Walk(n, func(n expr.Node) bool {
		if s, ok := n.(*expr.Series); ok && found == nil {
			if ends := expr.Symbols(s.Lo, s.Hi); len(ends) > 0 {
				found = ends[0]
			}
		}
		return found == nil
	})
	return found
}

// unitsOfNode is what it costs to put the data in for a node and to make it ready.
const unitsOfNode = 8

// value returns the number that a symbol stands for in the data, or n itself.
func (m *Model) value(n expr.Node, data [][]float64) expr.Node {
	s, ok := n.(*expr.Symbol)
	if !ok || len(s.Index) == 0 {
		return n
	}
	i, ok := whole(s.Index[0])
	if !ok || i < 1 || i > len(data) {
		return n
	}
	row := data[i-1]
	switch {
	case s.Name == m.Target.Name && len(s.Index) == 1:
		return number(row[m.Inputs()])
	case s.Name == m.Input.Name && len(s.Index) == 1 && m.Inputs() == 1:
		return number(row[0])
	case s.Name == m.Input.Name && len(s.Index) == 2:
		if j, ok := whole(s.Index[1]); ok && j == 0 {
			return expr.Int(1)
		} else if ok && j >= 1 && j <= m.Inputs() {
			return number(row[j-1])
		}
	}
	return n
}

// missing returns the first symbol of n that is no parameter.
func (m *Model) missing(n expr.Node) *expr.Symbol {
	for _, s := range expr.Symbols(n) {
		known := false
		for _, p := range m.Parameters {
			known = known || expr.Equal(p, s)
		}
		if !known {
			return s
		}
	}
	return nil
}

func whole(n expr.Node) (int, bool) {
	number, ok := n.(*expr.Number)
	if !ok || !number.Value.IsInt() || !number.Value.Num().IsInt64() {
		return 0, false
	}
	return int(number.Value.Num().Int64()), true
}

// Decimal writes a float as shortly as it can be written.
func Decimal(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// number returns a float as a tree, as exactly as it is written in decimals.
func number(v float64) expr.Node {
	r, ok := new(big.Rat).SetString(Decimal(v))
	if !ok {
		panic("lab: a datum that is no number")
	}
	return expr.Rational(r)
}

// stable writes ln(1+e^u) as softplus(u), which does not overflow.
func stable(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		call, ok := n.(*expr.Call)
		if !ok || call.Func != expr.Ln {
			return n
		}
		sum, ok := call.Args[0].(*expr.Add)
		if !ok || len(sum.Terms) != 2 {
			return n
		}
		for k, t := range sum.Terms {
			one, isOne := whole(t)
			if u, isPower := exponent(sum.Terms[1-k]); isOne && one == 1 && isPower {
				return expr.Of(expr.Softplus, u)
			}
		}
		return n
	})
}

// exponent returns u if n is e^u.
func exponent(n expr.Node) (u expr.Node, ok bool) {
	switch n := n.(type) {
	case *expr.Pow:
		base, ok := n.Base.(*expr.Constant)
		return n.Exp, ok && base.Name == expr.E
	case *expr.Call:
		return n.Args[0], n.Func == expr.Exp
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Add, *expr.Mul, *expr.Div, *expr.Neg, *expr.Apply,
		*expr.Derivative, *expr.Series:
	}
	return nil, false
}
