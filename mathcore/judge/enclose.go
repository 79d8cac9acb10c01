package judge

import (
	"math/big"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// Enclose returns bounds around the value of an expression without letters, computed with that number of bits, once definitions
// were put in and derivatives taken. It reports false where there is no value, or none that is finite.
func Enclose(n expr.Node, sc *scope.Scope, bits uint) (lo, hi *big.Rat, ok bool) {
	n, ok = Prepare(n, sc)
	if !ok {
		return nil, nil, false
	}
	program, ok := eval.CompileUnder(sc.Meter(), n, nil)
	if !ok {
		return nil, nil, false
	}
	e := program.EncloseBig(nil, bits)
	if e.Status != eval.Defined || e.Lo.IsInf() || e.Hi.IsInf() {
		return nil, nil, false
	}
	lo, _ = e.Lo.Rat(nil)
	hi, _ = e.Hi.Rat(nil)
	return lo, hi, true
}
