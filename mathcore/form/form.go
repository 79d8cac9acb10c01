// Package form tells whether an expression is written in a required form: as the goal, as one fraction, multiplied
// out, in terms of g(x).
//
// It looks at the writing only. That the value is right has been found before; nothing is simplified or decided here.
package form

import (
	"fmt"
	"strconv"
	"strings"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// A Kind is one of the ways of writing that a question can ask for.
type Kind uint8

// The kinds of forms.
const (
	Any            Kind = iota // nothing is asked for
	AsGoal                     // as the goal stands, up to notation and order
	NoDerivative               // no derivative is left to be taken
	SingleFraction             // one fraction bar
	Factored                   // a product
	Expanded                   // multiplied out
	Collected                  // like terms are gathered
	InTermsOf                  // certain letters and functions alone
	Decimal                    // a decimal number
)

var kinds = map[string]Kind{
	"as-goal": AsGoal, "no-derivative": NoDerivative, "single-fraction": SingleFraction, "factored": Factored,
	"expanded": Expanded, "collected": Collected, "in-terms-of": InTermsOf, "decimal": Decimal,
}

// String returns the name of the kind as a lesson spells it; it is empty for Any.
func (k Kind) String() string {
	for name, of := range kinds {
		if of == k {
			return name
		}
	}
	return ""
}

// A Form is a way of writing that a question asks for. The zero Form asks for none.
type Form struct {
	name   string
	kind   Kind
	terms  []expr.Node // what an answer may be written in terms of
	places int         // digits behind the point of a decimal
}

// String returns the name of the form as a lesson spells it; it is empty where none is asked for.
func (f Form) String() string { return f.name }

// Kind returns which of the forms it is.
func (f Form) Kind() Kind { return f.kind }

// Terms returns what an answer in terms of something may be written in terms of, as a lesson spells it.
func (f Form) Terms() string {
	_, terms, _ := strings.Cut(f.name, " ")
	return strings.TrimSpace(terms)
}

// Places returns how many digits are asked for behind the point of a decimal; 0 where any number will do.
func (f Form) Places() int { return f.places }

// Parse reads the name of a form: as-goal, no-derivative, single-fraction, factored, expanded, collected, decimal,
// "decimal 4", "in-terms-of g(x)", "in-terms-of g(x), y".
func Parse(name string) (Form, error) {
	word, rest, _ := strings.Cut(strings.TrimSpace(name), " ")
	rest = strings.TrimSpace(rest)
	k, ok := kinds[word]
	if !ok {
		return Form{}, fmt.Errorf("unknown form %q; write as-goal, no-derivative, single-fraction, factored, expanded, collected, decimal or in-terms-of g(x)", name)
	}
	f := Form{name: strings.TrimSpace(name), kind: k}
	switch {
	case k == InTermsOf:
		terms, err := parseTerms(rest)
		f.terms = terms
		return f, err
	case k == Decimal && rest != "":
		places, err := strconv.Atoi(rest)
		if err != nil || places < 0 {
			return Form{}, fmt.Errorf("form %q: write decimal and the number of places, as in decimal 4", name)
		}
		f.places = places
	case rest != "":
		return Form{}, fmt.Errorf("form %q: nothing belongs behind %s", name, word)
	}
	return f, nil
}

// parseTerms reads what an answer may be written in terms of: calls of functions and symbols with commas between.
func parseTerms(text string) ([]expr.Node, error) {
	var terms []expr.Node
	for _, part := range splitTerms(text) {
		sc := &scope.Scope{}
		if name, _, isCall := strings.Cut(part, "("); isCall && name != "" && !builtIn(part) {
			if err := parse.Define(sc, strings.TrimSpace(name)); err != nil {
				return nil, fmt.Errorf("form in-terms-of: %w", err)
			}
		}
		n, complaint := parse.Expr(part, sc)
		if complaint != nil {
			return nil, fmt.Errorf("form in-terms-of %s: %s", part, complaint.Say())
		}
		switch n.(type) {
		case *expr.Symbol, *expr.Apply, *expr.Call:
			terms = append(terms, n)
		case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Derivative, *expr.Series:
			return nil, fmt.Errorf("form in-terms-of %s: only a letter or a function can stand here, as in in-terms-of g(x)", part)
		}
	}
	if len(terms) == 0 {
		return nil, fmt.Errorf("form in-terms-of: write in terms of what, as in in-terms-of g(x)")
	}
	return terms, nil
}

// builtIn reports whether a text is a call of a function that is known without a definition, such as σ(z).
func builtIn(text string) bool {
	n, complaint := parse.Expr(text, &scope.Scope{})
	_, call := n.(*expr.Call)
	return complaint == nil && call
}

// splitTerms splits at the commas outside brackets.
func splitTerms(text string) []string {
	var parts []string
	depth, start := 0, 0
	for i, r := range text {
		switch r {
		case '(', '{', '[':
			depth++
		case ')', '}', ']':
			depth--
		case ',':
			if depth == 0 {
				parts = append(parts, strings.TrimSpace(text[start:i]))
				start = i + 1
			}
		}
	}
	if last := strings.TrimSpace(text[start:]); last != "" {
		parts = append(parts, last)
	}
	return parts
}

// Met reports whether answer, whose value is that of goal, is written in the form.
func (f Form) Met(answer, goal expr.Node) bool {
	switch f.kind {
	case Any:
		return true
	case AsGoal:
		return expr.Alike(plain(answer), plain(goal))
	case NoDerivative:
		return !expr.Contains(answer, isDerivative) && (!expr.Contains(answer, isPrimed) || expr.Contains(goal, isPrimed))
	case SingleFraction:
		return isSingleFraction(answer)
	case Factored:
		return isFactored(answer)
	case Expanded:
		return bundles(answer) <= bundles(goal)
	case Collected:
		return likeParts(answer) <= likeParts(goal)
	case InTermsOf:
		return f.onlyTerms(answer, goal)
	case Decimal:
		return f.isDecimal(answer)
	}
	panic("form: unknown form")
}
