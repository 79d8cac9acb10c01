package calculus

import (
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// A signature tells definitions apart.
type signature struct {
	name            string
	indices, params int
}

// circles returns the definitions that lead back to themselves and so have no meaning.
func circles(sc *scope.Scope) map[signature]bool {
	defs := sc.Definitions()
	if len(defs) == 0 {
		return nil
	}
	uses := make(map[signature][]signature, len(defs))
	for _, d := range defs {
		if d.Body != nil {
			uses[signature{d.Name, len(d.Index), len(d.Params)}] = namesIn(d.Body)
		}
	}
	var found map[signature]bool
	for s := range uses {
		if leadsTo(uses, uses[s], s, map[signature]bool{}) {
			if found == nil {
				found = map[signature]bool{}
			}
			found[s] = true
		}
	}
	return found
}

// namesIn returns the names in n that a definition could explain.
func namesIn(n expr.Node) []signature {
	var names []signature
	expr.Walk(n, func(m expr.Node) bool {
		if s, ok := signatureOf(m); ok {
			names = append(names, s)
		}
		return true
	})
	return names
}

func signatureOf(n expr.Node) (signature, bool) {
	switch n := n.(type) {
	case *expr.Symbol:
		return signature{n.Name, len(n.Index), 0}, true
	case *expr.Apply:
		return signature{n.Name, len(n.Index), len(n.Args)}, true
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Derivative,
		*expr.Series:
	}
	return signature{}, false
}

func leadsTo(uses map[signature][]signature, from []signature, to signature, seen map[signature]bool) bool {
	for _, s := range from {
		if s == to {
			return true
		}
		if !seen[s] {
			seen[s] = true
			if leadsTo(uses, uses[s], to, seen) {
				return true
			}
		}
	}
	return false
}
