package parse

// A Code says what is wrong with a line. Its name is stable: it is printed and kept in records.
type Code uint8

// The codes. Each example shows one line that gets it.
const (
	// Empty: there is nothing to read.
	//
	// Example: "".
	Empty Code = iota
	// TooLong: the text is longer than any line.
	TooLong
	// TooDeep: too many things stand inside each other.
	TooDeep
	// TooManyDigits: a number is too long, or its exponent too large, to compute with.
	//
	// Example: "1e99999".
	TooManyDigits
	// BadText: some bytes are no text in UTF-8.
	BadText
	// BadCharacter: a character has no meaning here.
	//
	// Example: "x # 2".
	BadCharacter
	// Unsupported: a sign of mathematics that this grammar does not have.
	//
	// Example: "∫ x".
	Unsupported
	// UnknownCommand: a LaTeX command that is not known.
	//
	// Example: "\foo x".
	UnknownCommand
	// BadMark: \hat or \bar without a letter.
	//
	// Example: "\hat{2}".
	BadMark
	// Inequality: a sign that compares where a value is wanted.
	//
	// Example: "x < 2".
	Inequality
	// StrayClose: a bracket is closed that was never opened.
	//
	// Example: "x+1)".
	StrayClose
	// MissingClose: a bracket is never closed. The span is that of the open one.
	//
	// Example: "2(x+1".
	MissingClose
	// MismatchedClose: a bracket is closed by one of another shape.
	//
	// Example: "(x+1]".
	MismatchedClose
	// EmptyBrackets: nothing stands between two brackets.
	//
	// Example: "x()".
	EmptyBrackets
	// Dangling: an operator has nothing after it.
	//
	// Example: "3x +".
	Dangling
	// NothingBefore: an operator has nothing before it.
	//
	// Example: "*x".
	NothingBefore
	// DoubleOperator: two operators stand side by side.
	//
	// Example: "3x + * 2".
	DoubleOperator
	// FunctionAlone: a function has nothing to apply to.
	//
	// Example: "ln*x".
	FunctionAlone
	// ArgumentCount: a function gets more or fewer arguments than it takes.
	//
	// Example: "sin(x, y)".
	ArgumentCount
	// UnknownFunction: a name is used as a function that is none.
	//
	// Example: "floor(x)".
	UnknownFunction
	// Undeclared: a name means nothing in this question.
	Undeclared
	// DecimalComma: a comma stands where the decimal point belongs.
	//
	// Example: "0,5".
	DecimalComma
	// StrayComma: a comma separates nothing.
	//
	// Example: "x, y".
	StrayComma
	// TimesSign: the letter x is used as a times sign.
	//
	// Example: "2 x 3".
	TimesSign
	// NumberAfter: a number stands directly behind a letter.
	//
	// Example: "x 2".
	NumberAfter
	// TwoNumbers: two numbers stand side by side.
	//
	// Example: "2 3".
	TwoNumbers
	// BadNumber: a number has two points.
	//
	// Example: "1.2.3".
	BadNumber
	// SeveralEquals: a chain has too many sides.
	SeveralEquals
	// MisplacedEquals: an equals sign stands where a value is wanted.
	//
	// Example: "2(x = 1)".
	MisplacedEquals
	// BadIndex: an index cannot be read.
	//
	// Example: "2_i".
	BadIndex
	// BadDerivative: a derivative cannot be read.
	//
	// Example: "d/dx".
	BadDerivative
	// BadSum: a sum cannot be read.
	//
	// Example: "Σ + x".
	BadSum
	// BadProduct: a product over a range cannot be read.
	//
	// Example: "prod(x)".
	BadProduct
	// NoFamily: a function of families has none to work on.
	//
	// Example: "softmax(z)".
	NoFamily
	// BadFraction: \frac without its two parts.
	//
	// Example: "\frac{1}".
	BadFraction
	// PrimeAlone: a prime stands where it marks no derivative of a function of one argument.
	//
	// Example: "(x y)'".
	PrimeAlone
	// MisplacedPercent: a percent sign does not follow a number.
	//
	// Example: "x%".
	MisplacedPercent
	// UnclosedBar: an absolute value is not closed.
	//
	// Example: "|x".
	UnclosedBar
	// Vectors: a form of vectors or matrices, which has no meaning for numbers.
	//
	// Example: "X.T @ y".
	Vectors
	// Words: words stand inside the formula.
	//
	// Example: "x \text{ if } x".
	Words
	// Bars: absolute values can be closed in several ways.
	//
	// Example: "||a|b|c||".
	Bars
	// BadCondition: something else stands where a comparison is wanted.
	//
	// Example: "where(x, 1, 0)".
	BadCondition
	// BadCases: cases without their conditions.
	//
	// Example: "\begin{cases} 1 \\ 0 \end{cases}".
	BadCases
	// RunTogether: letters and a name that is known are written as one word.
	//
	// Example: "2xlny".
	RunTogether
	// Dots: three dots stand for something that is left out.
	//
	// Example: "x_1 + ... + x_m".
	Dots
	// Misplaced: a sign stands where it says nothing.
	//
	// Example: "x .. 2".
	Misplaced
	numCodes
)

var codeNames = [numCodes]string{
	Empty: "empty", TooLong: "too-long", TooDeep: "too-deep", TooManyDigits: "too-many-digits", BadText: "bad-text",
	BadCharacter: "bad-character", Unsupported: "unsupported", UnknownCommand: "unknown-command", BadMark: "bad-mark",
	Inequality: "inequality", StrayClose: "stray-close", MissingClose: "missing-close",
	MismatchedClose: "mismatched-close", EmptyBrackets: "empty-brackets", Dangling: "dangling-operator",
	NothingBefore: "nothing-before", DoubleOperator: "double-operator", FunctionAlone: "function-alone",
	ArgumentCount: "argument-count", UnknownFunction: "unknown-function", Undeclared: "undeclared",
	DecimalComma: "decimal-comma", StrayComma: "stray-comma", TimesSign: "times-sign", NumberAfter: "number-after",
	TwoNumbers: "two-numbers", BadNumber: "bad-number", SeveralEquals: "several-equals",
	MisplacedEquals: "misplaced-equals", BadIndex: "bad-index", BadDerivative: "bad-derivative", BadSum: "bad-sum",
	BadProduct: "bad-product", NoFamily: "no-family",
	BadFraction: "bad-fraction", PrimeAlone: "prime-alone", MisplacedPercent: "misplaced-percent",
	UnclosedBar: "unclosed-bar", Misplaced: "misplaced", BadCondition: "bad-condition", BadCases: "bad-cases", RunTogether: "run-together",
	Dots:    "dots",
	Vectors: "vectors", Words: "words", Bars: "bars",
}

// String returns the stable name of the code.
func (c Code) String() string { return codeNames[c] }
