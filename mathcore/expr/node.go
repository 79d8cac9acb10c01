// Package expr holds the trees of mathematical expressions: node types, order, walking.
//
// A tree says what was written and where, nothing more: 2x + 3x stays two terms. Trees are immutable; every function
// that changes one returns a new one. The package neither reads text, nor prints, nor computes.
package expr

import "math/big"

// A Span is the half-open range of byte offsets [Start, End) of a node in the text it was read from.
// The zero Span belongs to nodes that nobody typed.
type Span struct{ Start, End int }

// Where returns the span itself; embedding a Span makes a node tell its place.
func (s Span) Where() Span { return s }

// A Node is an expression tree. Only the types of this package satisfy it.
//
//sumtype:decl
type Node interface {
	// Where tells which bytes of the source the node was read from.
	Where() Span
	node()
}

// A Number is a non-negative rational constant. Text keeps the spelling (0.50, 1e-3, 50%), Value the exact meaning.
// Value must not be changed.
type Number struct {
	Span
	Text  string
	Value *big.Rat
}

// A Constant is a named real number.
type Constant struct {
	Span
	Name Const
}

// A Symbol is a letter that stands for a number: x, theta, yhat; with indices x_1, x_i, x_ij. Name is canonical (see
// CanonicalName); Index holds the indices in the order of the data, so that x^(i)_j and x_ij are the same symbol.
type Symbol struct {
	Span
	Name  string
	Index []Node
}

// A Neg is the negation -X. A subtraction a - b is an Add of a and Neg b.
type Neg struct {
	Span
	X Node
}

// An Add is a sum of two or more terms in the order written.
type Add struct {
	Span
	Terms []Node
}

// A Mul is a product of two or more factors in the order written.
type Mul struct {
	Span
	Factors []Node
}

// A Div is the quotient Num/Den.
type Div struct {
	Span
	Num, Den Node
}

// A Pow is the power Base^Exp.
type Pow struct {
	Span
	Base, Exp Node
}

// A Call applies a function that the program knows. The number of Args is Func.Arity.
type Call struct {
	Span
	Func Func
	Args []Node
}

// An Apply applies a function that a learner or a lesson named, defined or unknown: g(x), f'(x), h_j(x). Primes counts
// the derivatives by the only argument.
type Apply struct {
	Span
	Name   string
	Index  []Node
	Primes int
	Args   []Node
}

// A Derivative is the operator d/dVar, taken Order times, before Body. Partial records whether it was written with ∂.
type Derivative struct {
	Span
	Var     *Symbol
	Body    Node
	Order   int
	Partial bool
}

// A Series is the sum of Body over the whole numbers from Lo to Hi that Index runs through, or where Product is set the
// product. Index is bound in Body. A sum over nothing is 0, a product over nothing 1.
type Series struct {
	Span
	Index   *Symbol
	Lo, Hi  Node
	Body    Node
	Product bool
}

func (*Number) node()     {}
func (*Constant) node()   {}
func (*Symbol) node()     {}
func (*Neg) node()        {}
func (*Add) node()        {}
func (*Mul) node()        {}
func (*Div) node()        {}
func (*Pow) node()        {}
func (*Call) node()       {}
func (*Apply) node()      {}
func (*Derivative) node() {}
func (*Series) node()     {}

// A Const names a constant.
type Const uint8

// The constants.
const (
	E  Const = iota // Euler's number 2.71828…
	Pi              // 3.14159…
)

// String returns the name to type for c.
func (c Const) String() string {
	switch c {
	case E:
		return "e"
	case Pi:
		return "pi"
	}
	panic("expr: unknown constant")
}
