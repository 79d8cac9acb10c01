package calculus

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// circles are the definitions that lead back to themselves and so have no meaning.
type circles struct {
	among  []scope.Definition
	found  []scope.Definition
	looked bool
}

// circlesOf returns the circles of a scope, which are looked for when somebody asks.
func circlesOf(sc *scope.Scope) *circles {
	defs := sc.Definitions()
	if len(defs) == 0 {
		return nil
	}
	return &circles{among: defs}
}

func circlesAmong(defs []scope.Definition) []scope.Definition {
	uses := make([][]int, len(defs))
	for i, d := range defs {
		if d.Body != nil {
			uses[i] = used(d.Body, defs)
		}
	}
	var found []scope.Definition
	for i, d := range defs {
		if leadsTo(uses, uses[i], i, map[int]bool{}) {
			found = append(found, d)
		}
	}
	return found
}

// hold reports whether n is a name whose definition leads back to itself.
func (c *circles) hold(n expr.Node) bool {
	if c == nil {
		return false
	}
	if !c.looked {
		c.looked, c.found = true, circlesAmong(c.among)
	}
	return slices.ContainsFunc(c.found, func(d scope.Definition) bool { return explains(&d, n) })
}

// used returns the definitions that could explain a name in n. A letter as an index may come to stand for any number.
func used(n expr.Node, defs []scope.Definition) []int {
	var all []int
	expr.Walk(n, func(m expr.Node) bool {
		for i := range defs {
			if explains(&defs[i], m) || defs[i].Of != nil && explainsLetter(&defs[i], m) {
				all = append(all, i)
			}
		}
		return true
	})
	return all
}

func explains(d *scope.Definition, n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Symbol:
		return d.Explains(n.Name, n.Index, 0)
	case *expr.Apply:
		return d.Explains(n.Name, n.Index, len(n.Args))
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Derivative,
		*expr.Series:
	}
	return false
}

// explainsLetter reports whether n may become the member that d defines, when its indices are letters.
func explainsLetter(d *scope.Definition, n expr.Node) bool {
	s, ok := n.(*expr.Symbol)
	return ok && s.Name == d.Name && len(s.Index) == len(d.Of) && len(d.Params) == 0 &&
		slices.ContainsFunc(s.Index, func(i expr.Node) bool { _, number := i.(*expr.Number); return !number })
}

func leadsTo(uses [][]int, from []int, to int, seen map[int]bool) bool {
	for _, i := range from {
		if i == to {
			return true
		}
		if !seen[i] {
			seen[i] = true
			if leadsTo(uses, uses[i], to, seen) {
				return true
			}
		}
	}
	return false
}
