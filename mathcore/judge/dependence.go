package judge

import (
	"slices"
	"strings"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// A dependent is a letter u that nobody declared and that du/dx differentiates: it may be a function of x, or a constant.
type dependent struct {
	letter *expr.Symbol
	by     []expr.Node
}

// compareDependents compares expressions with such letters. Read as functions of which nothing is known, the letters can
// be constants too: what is equal then is equal in every reading, and what differs already for constants is different in
// every reading. Between the two nothing is said.
func compareDependents(a, b expr.Node, sc *scope.Scope, letters []dependent) Verdict {
	if expr.Alike(a, b) {
		return compareRead(a, b, sc)
	}
	unsure := Verdict{Relation: Unsure, Fault: eval.Dependence}
	f, g, ok := asFunctions(a, b, sc, letters)
	if !ok {
		return unsure
	}
	v := compareRead(f, g, sc)
	switch v.Relation {
	case Equal, Undefined:
		return v
	case Different:
		if compareRead(a, b, sc).Relation == Different {
			return v
		}
	case Unsure, Unreadable:
	}
	return unsure
}

// asFunctions puts u(x) in for every u. It reports false where a letter has an index, or is itself what another one is
// differentiated by.
func asFunctions(a, b expr.Node, sc *scope.Scope, letters []dependent) (f, g expr.Node, ok bool) {
	a, okA := sc.Unfold(a)
	b, okB := sc.Unfold(b)
	if !okA || !okB {
		return a, b, false
	}
	for _, d := range letters {
		for _, other := range letters {
			if slices.ContainsFunc(other.by, func(v expr.Node) bool { return expr.Equal(v, d.letter) }) {
				return a, b, false
			}
		}
		if _, defined := sc.Meaning(d.letter); defined || len(d.letter.Index) > 0 {
			return a, b, false
		}
		applied := &expr.Apply{Name: d.letter.Name, Args: d.by}
		a, b = expr.Substitute(a, d.letter, applied), expr.Substitute(b, d.letter, applied)
	}
	return a, b, true
}

// dependents returns the letters of the trees that may depend on what they are differentiated by, although nothing says
// how, each with the variables.
func dependents(sc *scope.Scope, trees ...expr.Node) []dependent {
	var found []dependent
	note := func(n expr.Node) bool {
		d, isDerivative := n.(*expr.Derivative)
		if !isDerivative {
			return true
		}
		u, alone := d.Body.(*expr.Symbol)
		if !alone || !mayDepend(u, d.Var, sc) {
			return true
		}
		i := slices.IndexFunc(found, func(f dependent) bool { return expr.Equal(f.letter, u) })
		if i < 0 {
			i = len(found)
			found = append(found, dependent{letter: u})
		}
		if !slices.ContainsFunc(found[i].by, func(v expr.Node) bool { return expr.Equal(v, d.Var) }) {
			found[i].by = append(found[i].by, d.Var)
		}
		return true
	}
	for _, n := range trees {
		expr.Walk(n, note)
	}
	return found
}

// constantLetters are those that a reader takes for constants.
const constantLetters = "abckmnijCKN"

// mayDepend reports whether a reader would expect the letter u to depend on the variable: nothing is said of it, and it
// is not a usual name of a constant.
func mayDepend(u, by *expr.Symbol, sc *scope.Scope) bool {
	switch meaning, ok := sc.Meaning(u); {
	case u.Name == by.Name:
		return false
	case ok:
		// y := σ(w x) says nothing of a z that stands nowhere else.
		all, unfolded := sc.Unfold(meaning)
		return unfolded && !sc.Declares(by.Name, len(by.Index)) && !expr.Contains(all, func(n expr.Node) bool {
			s, ok := n.(*expr.Symbol)
			return ok && s.Name == by.Name
		})
	case sc.Declares(u.Name, len(u.Index)):
		return false
	}
	return len(u.Name) > 1 || !strings.Contains(constantLetters, u.Name)
}
