package calculus

import (
	"slices"

	"chainrule/mathcore/expr"
)

// depends reports whether n may change with the variable. Definitions count, the letters of indices do not.
func (d *deriver) depends(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Number, *expr.Constant:
		return false
	case *expr.Symbol:
		return d.symbolDepends(n)
	case *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	if on, ok := d.known[n]; ok {
		return on
	}
	on := d.partsDepend(n)
	d.known[n] = on
	return on
}

func (d *deriver) partsDepend(n expr.Node) bool {
	parts := expr.Children(n)
	switch n := n.(type) {
	case *expr.Call:
		if n.Func == expr.Delta {
			return false
		}
	case *expr.Apply:
		if d.circular(n) {
			return true
		}
		bare := n
		if n.Primes > 0 {
			bare = &expr.Apply{Name: n.Name, Index: n.Index, Args: n.Args}
		}
		if meaning, ok := d.sc.Meaning(bare); ok {
			return d.meaningDepends(meaning)
		}
		parts = n.Args
	case *expr.Derivative:
		parts = parts[1:]
	case *expr.Series:
		parts = parts[1:]
		if expr.Equal(n.Index, d.by) {
			parts = parts[:2]
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow:
	}
	return slices.ContainsFunc(parts, d.depends)
}

// meaningDepends is depends for what a name stands for. Beyond the limit the answer is yes, which leads to an unresolved
// step.
func (d *deriver) meaningDepends(meaning expr.Node) bool {
	d.steps += stepsOfName
	d.sc.Meter().Spend(stepsOfName)
	return d.steps > stepLimit || d.depends(meaning)
}

// circular reports whether n is a name whose definition leads back to itself.
func (d *deriver) circular(n expr.Node) bool {
	return d.circles.hold(n)
}

func (d *deriver) symbolDepends(n *expr.Symbol) bool {
	if d.related(n) {
		return true
	}
	if len(d.sc.Definitions()) == 0 {
		return false
	}
	if d.circular(n) {
		return true
	}
	for _, known := range d.names {
		if expr.Equal(known.name, n) {
			return known.on
		}
	}
	meaning, defined := d.sc.Meaning(n)
	if !defined {
		return false
	}
	on := d.meaningDepends(meaning)
	d.names = append(d.names, dependence{n, on})
	return on
}

// related reports whether n is the variable, or a member of its family that may be the same one: θ_k for θ_j, but not
// θ_1 for θ_2.
func (d *deriver) related(n *expr.Symbol) bool {
	if n.Name != d.by.Name || len(n.Index) != len(d.by.Index) {
		return false
	}
	if d.sc.OnlyNames(n) {
		return expr.Equal(n, d.by)
	}
	for i, index := range n.Index {
		if apart(index, d.by.Index[i]) {
			return false
		}
	}
	return true
}

// apart reports whether two indices are certainly different.
func apart(a, b expr.Node) bool {
	p, ok := value(a)
	q, also := value(b)
	return ok && also && p.Cmp(q) != 0
}
