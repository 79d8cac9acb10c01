package check

import (
	"math/big"
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// prose demands that what the lesson says of numbers is true: g(0.4) ≈ 0.5987. Formulas with letters may be equations
// or definitions, and the words for a wrong answer may show what is false, so these are left alone.
func (k *checker) prose(blocks []lessons.Block, sc *scope.Scope) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *lessons.Paragraph:
			k.facts(b.Text, sc)
		case *lessons.List:
			for _, item := range b.Items {
				k.facts(item, sc)
			}
		case *lessons.Table:
			for _, row := range append([][]lessons.Text{b.Head}, b.Rows...) {
				for _, cell := range row {
					k.facts(cell, sc)
				}
			}
		case *lessons.Display:
			k.fact(&b.Formula, sc)
		case *lessons.Code:
		}
	}
}

func (k *checker) facts(t lessons.Text, sc *scope.Scope) {
	for _, part := range t {
		if part.Formula != nil {
			k.fact(part.Formula, sc)
		}
	}
}

// fact demands that each relation between two numbers holds.
func (k *checker) fact(f *lessons.Formula, sc *scope.Scope) {
	for i, relation := range f.Relations {
		left, okLeft := valueOf(f.Parts[i], sc)
		right, okRight := valueOf(f.Parts[i+1], sc)
		if !okLeft || !okRight {
			continue
		}
		holds := true
		switch order := left.Cmp(right); relation {
		case "=":
			holds = judge.Compare(f.Parts[i], f.Parts[i+1], sc).Relation != judge.Different
		case "≈":
			holds = near(left, right, f.Parts[i+1])
		case "<":
			holds = order < 0
		case ">":
			holds = order > 0
		case "≠":
			holds = order != 0
		case "<=", "≤":
			holds = order <= 0
		case ">=", "≥":
			holds = order >= 0
		}
		if !holds {
			const digits = 6
			k.fault(f.Place, "correct it, or round it to its last digit", "%s %s %s does not hold: the left side is %s",
				typeset.Line(f.Parts[i]), relation, typeset.Line(f.Parts[i+1]), strings.TrimRight(strings.TrimRight(left.FloatString(digits), "0"), "."))
		}
	}
}

// near reports whether a number rounds to the decimal written beside it. What is no decimal is not looked at.
func near(number, rounded *big.Rat, written expr.Node) bool {
	if minus, ok := written.(*expr.Neg); ok {
		written = minus.X
	}
	decimal, ok := written.(*expr.Number)
	if !ok {
		return true
	}
	_, after, _ := strings.Cut(decimal.Text, ".")
	unit := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(len(after))), nil))
	off := new(big.Rat).Sub(number, rounded)
	return off.Abs(off).Cmp(unit.Quo(unit, big.NewRat(2, 1))) <= 0
}
