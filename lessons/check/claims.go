package check

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/typeset"
)

// claims demands that what a screen claims is so, and that the words which a claim is about stand on the screen.
func (k *checker) claims(s *lessons.Screen, words string) {
	for _, block := range s.Claims {
		for _, c := range block.All {
			said := c.Said()
			if says := spaced(said.Says.Plain()); says != "" && !strings.Contains(words, says) {
				k.fault(said.Place, "quote words that stand there, or take the claim out", "the screen does not say %q", says)
			}
			switch c := c.(type) {
			case *lessons.ValueClaim:
				k.value(c)
			case *lessons.RelationClaim:
				k.relation(c)
			case *lessons.CurveClaim:
				k.curve(c)
			case *lessons.RunClaim:
				k.run(c)
			}
		}
	}
}

// spaced returns a text with one blank between words.
func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }

func (k *checker) value(c *lessons.ValueClaim) {
	if c.Of.Tree == nil || c.Is.Tree == nil {
		return
	}
	is, okIs := valueOf(c.Is.Tree, c.Scope)
	of, okOf := valueOf(c.Of.Tree, c.Scope)
	switch {
	case !okIs || !okOf:
		k.fault(c.Of.Place, "name a number, without letters", "%s has no value", c.Of.Source)
	case !near(of, is, c.Is.Tree):
		k.fault(c.Is.Place, "correct it, or round it to its last digit", "%s is not %s: it is %s", c.Of.Source, c.Is.Source, sixDigits(of))
	}
}

// sixDigits writes a number with six digits at most.
func sixDigits(v *big.Rat) string {
	const digits = 6
	return strings.TrimRight(strings.TrimRight(v.FloatString(digits), "0"), ".")
}

// relation demands that a chain of relations holds for all values: equality by the judge, orders by enclosures.
func (k *checker) relation(c *lessons.RelationClaim) {
	for i, r := range c.That.Relations {
		left, right := c.That.Parts[i], c.That.Parts[i+1]
		said := fmt.Sprintf("%s %s %s", typeset.Line(left), r, typeset.Line(right))
		if r == "=" {
			k.equal(lessons.Term{Source: said, Tree: right, Place: c.Place}, left, c.Scope, said)
			continue
		}
		difference, d := expr.Minus(right, left), notNegative
		if r == ">" || r == ">=" || r == "≥" {
			difference = expr.Minus(left, right)
		}
		if r == "<" || r == ">" {
			d = above
		}
		letters, found := k.order(c, difference, d)
		k.tell(&c.Claimed, said, letters, found)
	}
}

// order finds out whether a difference is positive for all values of its letters.
func (k *checker) order(c *lessons.RelationClaim, difference expr.Node, d demand) ([]*expr.Symbol, sign) {
	n, ok := judge.Prepare(difference, c.Scope)
	if !ok {
		return nil, sign{}
	}
	letters := expr.Symbols(n)
	for _, s := range letters {
		if d, _ := c.Scope.Domain(s); d.Whole || d.Finite() || len(c.Scope.Conditions()) > 0 {
			return nil, sign{} // a box holds points that are not meant
		}
	}
	p, ok := eval.Compile(n, letters)
	if !ok {
		return nil, sign{}
	}
	if c.Touches.Tree == nil || len(letters) != 1 || d == above {
		return letters, positive(p, within(letters, c.Scope), d)
	}
	left, right := halvesOf(letters[0], c.Touches.Tree, c.Scope)
	if !left.zero(difference, c.Touches.Tree) {
		return letters, sign{}
	}
	for _, half := range []stretch{left, right} {
		if found := half.positive(difference, 0); !found.proved {
			return letters, found
		}
	}
	return letters, sign{proved: true}
}

// curve demands that an expression goes as it is said to, by the sign of its derivative.
func (k *checker) curve(c *lessons.CurveClaim) {
	if c.Of.Tree == nil {
		return
	}
	slope := expr.Node(&expr.Derivative{Var: c.Over, Body: c.Of.Tree, Order: 1})
	down := expr.Negative(slope)
	d, _ := c.Scope.Domain(c.Over)
	whole := stretch{c.Over, c.Scope, endOf(d.Lo), endOf(d.Hi), d.LoOpen, d.HiOpen}
	check := func(s stretch, n expr.Node, does string) bool {
		found := s.positive(n, 0)
		k.tell(&c.Claimed, fmt.Sprintf("%s %s", c.Of.Source, does), []*expr.Symbol{c.Over}, found)
		return found.proved
	}
	switch turn := c.Least.Tree; {
	case c.Rises:
		check(whole, slope, "rises")
	case c.Falls:
		check(whole, down, "falls")
	case turn != nil:
		left, right := halvesOf(c.Over, turn, c.Scope)
		_ = check(left, down, "falls to "+c.Least.Source) && check(right, slope, "rises from "+c.Least.Source)
	case c.Greatest.Tree != nil:
		left, right := halvesOf(c.Over, c.Greatest.Tree, c.Scope)
		_ = check(left, slope, "rises to "+c.Greatest.Source) && check(right, down, "falls from "+c.Greatest.Source)
	}
}

// tell makes a fault of what was not proved.
func (k *checker) tell(c *lessons.Claimed, what string, letters []*expr.Symbol, found sign) {
	switch {
	case found.proved:
	case found.at != nil:
		values := make([]string, len(letters))
		for i, s := range letters {
			values[i] = typeset.Line(s) + " = " + strconv.FormatFloat(found.at[i], 'g', 6, 64)
		}
		k.fault(c.Place, "correct it, or narrow the domain", "it is false that %s: at %s", what, strings.Join(values, ", "))
	default:
		k.fault(c.Place, "narrow the domain, or claim less", "it could not be proved that %s", what)
	}
}
