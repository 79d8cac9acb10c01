package exprtest

import (
	"math/big"

	"chainrule/mathcore/expr"
)

// Number returns the number that text spells: 0.5, 12, .25. It panics if text spells none.
func Number(text string) *expr.Number {
	value, ok := new(big.Rat).SetString(text)
	if !ok {
		panic("exprtest: no number: " + text)
	}
	return &expr.Number{Text: text, Value: value}
}
