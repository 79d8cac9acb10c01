package parse

import "chainrule/mathcore/expr"

// A kind says what a token is. It is an alias and no type of its own, since each place of a parser looks for the few
// kinds it wants: no switch here is meant to list them all.
type kind = uint8

const (
	end        kind = iota
	bad             // cannot be read: code says why
	number          // 12, 0.5, 1e-3
	vulgar          // ½: text is 1/2
	name            // one symbol, without its indices; e and pi too
	function        // a function that the program knows
	power           // pow(a, b)
	diff            // diff(f, x)
	sumSign         // sum, Σ, \sum; prod, ∏, \prod
	familySign      // softmax, mean, dot, logsumexp: text says which
	partial         // ∂
	fracSign        // \frac
	plus            // +
	minus           // -
	times           // *
	slash           // /
	caret           // ^
	under           // _
	opening         // ( [ {, and the unseen bracket around ²
	closing         // ) ] }
	bar             // |
	barOpen         // \left|
	barClose        // \right|
	bang            // !
	prime           // '
	percent         // %
	comma           // , or ;
	equals          // =
	about           // ≈
	dots            // ..
	comparison      // < > <= >= !=: text says which
	casesSign       // \begin{cases}
	cell            // & between the value of a case and its condition
	rowEnd          // \\ behind a case
	otherwise       // the word behind the last case
	over            // \over
	norm            // \|
	question        // ? of code, where a : follows
	colon           // that :
	ifWord          // if between a value and its condition
	generator       // for i in range: text is the index
	top             // \top, the sign of transposition
)

// Shapes of brackets that nobody sees: they stand around runs of raised and lowered characters.
const (
	raised  byte = '^'
	lowered byte = '_'
)

// caseShape is the shape of the unseen bracket around cases.
const caseShape byte = 'c'

// A token is the smallest unit of the language. Its place is that of the bytes it was made from.
type token struct {
	start, end int32
	mate       int32 // opening: its closing bracket, -1 if there is none
	run        int32 // name, function: where the run of letters starts
	n          int32 // prime: how many; opening: how many commas directly inside
	kind       kind
	code       Code      // bad: what is wrong
	fn         expr.Func // function: which one; name: which one it may be
	maybe      bool      // name: may be the function fn, as σ
	arrow      bool      // name: written as a vector
	space      bool      // white space comes before
	strange    bool      // name: a run of letters that are no letters by themselves
	shape      byte      // brackets: ( [ { ^ _
	text       string    // number: the digits; name: canonical; others: what a complaint shows
}
