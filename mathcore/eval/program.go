// Package eval computes values of expressions: floating-point numbers for plots, and enclosures, which are intervals
// that surely hold the exact value, in float64 and at any precision. It says where there is no value, and why.
//
// It neither simplifies nor compares, and it knows neither derivatives nor functions without a definition.
package eval

import (
	"math/big"
	"slices"

	"chainrule/mathcore/budget"
	"chainrule/mathcore/expr"
)

// A Program is an expression made ready for evaluation: a list of instructions, each of which writes the register of
// its own number. A Program does not change and may be used by several goroutines at once, unless it draws on a meter.
type Program struct {
	code    []ins
	consts  []constant
	choices []choice
	meter   *budget.Meter
}

// Len returns how many instructions the program has.
func (p *Program) Len() int { return len(p.code) }

// An ins is one instruction.
type ins struct {
	op   op
	fn   expr.Func // what opCall and opCall2 call
	a, b int32     // registers read; else a is the number of a variable or constant, b a whole exponent
}

type op uint8

const (
	opVar   op = iota // variable a
	opConst           // constant a
	opPi              // π
	opE               // e
	opNeg             // -a
	opAdd             // a + b
	opSub             // a - b
	opMul             // a b
	opDiv             // a / b
	opPow             // register a to register b
	opWhole           // register a to the whole number b
	opCall            // fn(a)
	opCall2           // fn(a, b)
	opWhere           // the case of choice b that register a picks
)

// A constant is a rational number with its nearest float64 and the enclosure.
type constant struct {
	exact *big.Rat
	near  float64
	in    Interval
}

// reads returns how many registers an instruction reads: a, or a and b.
func (i ins) reads() int {
	switch i.op {
	case opVar, opConst, opPi, opE:
		return 0
	case opNeg, opWhole, opCall, opWhere:
		return 1
	case opAdd, opSub, opMul, opDiv, opPow, opCall2:
		return 2
	}
	panic("eval: unknown instruction")
}

// prune takes out what the last instruction does not need, such as the parts of constants that were computed.
func prune(code []ins) []ins {
	var few [shortCode]int32
	needed := few[:]
	if len(code) > len(few) {
		needed = make([]int32, len(code))
	}
	needed[len(code)-1] = 1
	left := 0
	for k, i := range slices.Backward(code) {
		if needed[k] == 0 {
			continue
		}
		left++
		reads := i.reads()
		if reads > 0 {
			needed[i.a] = 1
		}
		if reads > 1 {
			needed[i.b] = 1
		}
	}
	if left == len(code) {
		return code
	}
	kept := code[:0]
	for k, i := range code {
		if needed[k] == 0 {
			continue
		}
		reads := i.reads()
		if reads > 0 {
			i.a = needed[i.a]
		}
		if reads > 1 {
			i.b = needed[i.b]
		}
		needed[k] = int32(len(kept))
		kept = append(kept, i)
	}
	return kept
}
