package parse

import "chainrule/mathcore/expr"

// A Note remarks that a line can be read in two ways, and says which way was taken. It is no mistake.
type Note struct {
	expr.Span
	Code NoteCode
	// Text is what was typed there.
	Text string
}

// A NoteCode says in which two ways a line can be read.
type NoteCode uint8

// The note codes, each with the line that gets it and the way it was read.
const (
	QuotientThenProduct   NoteCode = iota // 1/2x is (1/2)x
	PowerThenProduct                      // e^2x is (e^2)x
	PowerThenQuotient                     // x^1/2 is (x^1)/2
	FunctionThenProduct                   // ln x * y is ln(x)·y
	FunctionThenQuotient                  // sin x/x is sin(x)/x
	FunctionOfQuotient                    // ln 1/p is ln(1/p)
	FunctionOfBracket                     // sin 2(x+1) is sin(2(x+1))
	RootWithoutBrackets                   // √2x is √(2x), and √3/2 is (√3)/2
	InverseFunction                       // sin^-1 x is asin(x)
	ReciprocalFunction                    // ln^-1 x is 1/ln(x)
	ExponentOfTen                         // 2e-3 is 0.002
	FunctionShort                         // g(1-g) is g(x)(1-g(x))
	RaisedIndex                           // x^(i) is x_i
	FunctionOfPower                       // ln x e^x is ln(x e^x)
	DerivativeThenProduct                 // d/dx(x+1)(x+2) is (d/dx(x+1))(x+2)
	DerivativeOfProduct                   // d/dx (x+1)(x+2) is d/dx((x+1)(x+2))
	DerivativeThenSum                     // d/dx 1 + x is d/dx(1) + x
	DerivativeOfSum                       // d/dx 1 + x is d/dx(1 + x)
	SeriesThenSum                         // Σ x_i + y_i is (Σ x_i) + y_i
	SeriesOfSum                           // Σ x_i + y_i is Σ (x_i + y_i)
	RaisedNumberIndex                     // x^(1) beside x^(i) is x_1
	RaisedNumberPower                     // x^(1) beside x^(i) is the first power
	ManyReadings                          // there are more ways than are tried
	DerivativeOfPower                     // d/dx(x+1)^2 is d/dx((x+1)^2)
	VectorAsNumber                        // w^T x is w x
	VectorAsSum                           // w^T x is Σ_j w_j x_j
	OperatorD                             // D(x^2) is d/dx(x^2)
	NotJudged                             // behind ≈ stands a rounded value, which is not judged
	EulerByName                           // exp^{-x} is e^(-x)
	ArcCotangent                          // arccot x is atan(1/x)
	DefaultSlope                          // leaky_relu(x) is leaky_relu(x, 0.01)
	DefaultScale                          // elu(x) is elu(x, 1)
	SpreadsheetLog                        // =LOG(x) is log10(x)
	GluedIndex                            // yi is y_i
	TimesByName                           // 2 xx 3 is 2*3
	BySquare                              // d/dσ^2 differentiates by σ^2
	numNoteCodes
)

var notes = [numNoteCodes]struct{ name, say string }{
	QuotientThenProduct: {
		"quotient-then-product",
		"This can be read in two ways; a product and a quotient are taken from left to right, so 1/2x is (1/2)x. Brackets make it sure.",
	},
	PowerThenProduct: {
		"power-then-product",
		"This can be read in two ways; only what stands right behind ^ is raised, so e^2x is (e^2)x. Brackets make it sure: e^(2x).",
	},
	PowerThenQuotient: {
		"power-then-quotient",
		"This can be read in two ways; only what stands right behind ^ is raised, so x^1/2 is (x^1)/2. Brackets make it sure: x^(1/2).",
	},
	FunctionThenProduct: {
		"function-then-product",
		"This can be read in two ways; a function without brackets ends before a sign, a bracket and another function, so ln x * y is ln(x)*y. Brackets make it sure.",
	},
	FunctionThenQuotient: {
		"function-then-quotient",
		"This can be read in two ways; here the function ends before /, as in sin(x)/x. Brackets make it sure.",
	},
	FunctionOfQuotient: {
		"function-of-quotient",
		"This can be read in two ways; here the function takes the whole quotient, as in ln(1/p). Brackets make it sure.",
	},
	FunctionOfBracket: {
		"function-of-bracket",
		"This can be read in two ways; here the function takes the number and the bracket, as in sin(2(x+1)). Brackets make it sure.",
	},
	FunctionOfPower: {
		"function-of-power",
		"This can be read in two ways; here the function takes the power of e as well, as in ln(x e^x). Brackets make it sure.",
	},
	RootWithoutBrackets: {
		"root-without-brackets",
		"This can be read in two ways; a root without brackets takes what stands side by side and ends at * and /, so √2x is √(2x) and √3/2 is (√3)/2. Brackets make it sure.",
	},
	InverseFunction: {
		"inverse-function",
		"This is read as the inverse function, not as one over the function. For that write 1/sin(x).",
	},
	ReciprocalFunction: {
		"reciprocal-function",
		"This is read as one over the function, not as its inverse.",
	},
	ExponentOfTen: {
		"exponent-of-ten",
		"This is read as one number: 2e-3 is 0.002. For e times something write *.",
	},
	FunctionShort: {
		"function-short",
		"The function stands without its argument; it is read with the one it was defined with, as in g(x).",
	},
	RaisedIndex: {
		"raised-index",
		"The raised letter in brackets is read as an index. For a power write x^i.",
	},
	DerivativeThenProduct: {
		"derivative-then-product",
		"This can be read in two ways; here only the first bracket is differentiated. Brackets around all of it make it sure.",
	},
	DerivativeOfProduct: {
		"derivative-of-product",
		"This can be read in two ways; here all that follows up to + or - is differentiated. Brackets around it make it sure.",
	},
	DerivativeThenSum: {
		"derivative-then-sum",
		"This can be read in two ways; here only the number is differentiated. Brackets make it sure.",
	},
	DerivativeOfSum: {
		"derivative-of-sum",
		"This can be read in two ways; here the whole sum is differentiated. Brackets around it make it sure.",
	},
	SeriesThenSum: {
		"series-then-sum",
		"This can be read in two ways; here Σ ends before the next + or -. Brackets make it sure.",
	},
	SeriesOfSum: {
		"series-of-sum",
		"This can be read in two ways; here Σ adds up all that its index stands in. Brackets around it make it sure.",
	},
	RaisedNumberIndex: {
		"raised-number-index",
		"This can be read in two ways; here a number raised in brackets is an index. For a power leave the brackets out.",
	},
	RaisedNumberPower: {
		"raised-number-power",
		"This can be read in two ways; here a number raised in brackets is a power. For an index write x_1.",
	},
	ManyReadings: {
		"many-readings",
		"This can be read in more ways than can be tried. Set brackets.",
	},
	EulerByName: {
		"euler-by-name",
		"exp with ^ behind it is read as e raised: exp^(-x) is e^(-x).",
	},
	ArcCotangent: {
		"arc-cotangent",
		"There are two arc cotangents; this is the one that is atan(1/x). For the other write pi/2 - atan(x).",
	},
	DefaultSlope: {
		"default-slope",
		"The slope for negative numbers is not given; it is taken to be 0.01, as libraries do. For another write leaky_relu(x, a).",
	},
	DefaultScale: {
		"default-scale",
		"The factor for negative numbers is not given; it is taken to be 1, as libraries do. For another write elu(x, a).",
	},
	SpreadsheetLog: {
		"spreadsheet-log",
		"In a line that begins with =, LOG has the base 10, as in spreadsheets. For the natural logarithm write LN.",
	},
	DerivativeOfPower: {
		"derivative-of-power",
		"This can be read in two ways; the power is differentiated, not the derivative raised. Brackets make it sure.",
	},
	VectorAsNumber: {
		"vector-as-number",
		"The letters are read as numbers here: a transposed letter is the letter, the length of a letter its absolute value.",
	},
	VectorAsSum: {
		"vector-as-sum",
		"This form of vectors is read as the sum over all members.",
	},
	OperatorD: {
		"operator-d",
		"D(...) is read as the derivative of what stands in the brackets. For a product write *.",
	},
	GluedIndex: {
		"glued-index",
		"A letter right behind another is read as its index. For a product write *.",
	},
	TimesByName: {
		"times-by-name",
		"xx is read as a times sign here, as in 2 xx 3. For x times x write x*x.",
	},
	BySquare: {
		"square-as-variable",
		"The derivative is by the square itself, as if it were a letter.",
	},
	NotJudged: {
		"not-judged",
		"What stands behind ≈ is a rounded value. It is not judged here.",
	},
}

// String returns the stable name of the code.
func (c NoteCode) String() string { return notes[c].name }

// Say tells in one or two sentences which way was taken.
func (n Note) Say() string { return notes[n.Code].say }
