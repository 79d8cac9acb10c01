package parse_test

import (
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
)

// nasty are inputs that must be answered at once, with what they get: a complaint, or none.
var nasty = []struct {
	name  string
	line  string
	code  parse.Code
	reads bool
}{
	{name: "open brackets", line: strings.Repeat("(", 100_000), code: parse.TooLong},
	{name: "some open brackets", line: strings.Repeat("(", 60_000), code: parse.TooDeep},
	{name: "braces", line: strings.Repeat("{", 60_000), code: parse.TooDeep},
	{name: "paste", line: strings.Repeat("x + 1 and some words, ", 50_000), code: parse.TooLong},
	{name: "minuses", line: strings.Repeat("-", 60_000) + "x", code: parse.TooDeep},
	{name: "powers", line: "x" + strings.Repeat("^x", 30_000), code: parse.TooDeep},
	{name: "tower", line: "10^9^9^9^9", reads: true},
	{name: "roots", line: strings.Repeat("√", 20_000) + "x", code: parse.TooDeep},
	{name: "functions", line: strings.Repeat("sin ", 10_000) + "x", code: parse.TooDeep},
	{name: "calls", line: strings.Repeat("g(", 30_000) + "x" + strings.Repeat(")", 30_000), code: parse.TooLong},
	{name: "bars", line: strings.Repeat("|", 60_000), code: parse.TooDeep},
	{name: "primes", line: "f" + strings.Repeat("'", 60_000) + "(x)", code: parse.TooDeep},
	{name: "factorials", line: "n" + strings.Repeat("!", 60_000), code: parse.TooDeep},
	{name: "quotients", line: "x" + strings.Repeat("/x", 30_000), code: parse.TooDeep},
	{name: "quotients of a function", line: "ln 1" + strings.Repeat("/1", 30_000), code: parse.TooDeep},
	{name: "functions over letters", line: strings.TrimSuffix(strings.Repeat("sin x/x+", 2_000), "+"), reads: true},
	{name: "functions in functions", line: strings.Repeat("sin ", 200) + "x" + strings.Repeat("/x", 500), reads: true},
	{name: "sums side by side", line: strings.TrimSuffix(strings.Repeat("Σ_i x_i+Σ_j x_j+", 700), "+"), reads: true},
	{name: "sums in sums", line: strings.Repeat("Σ_i Σ_j ", 100) + "x" + strings.Repeat("+x_ij", 2_000), reads: true},
	{name: "derivatives of brackets", line: strings.Repeat("d/dx(", 60) + "x" + strings.Repeat(") y", 60), reads: true},
	{name: "derivatives of numbers", line: strings.Repeat("d/dx 1+", 2_000) + "x", reads: true},
	{name: "fractions", line: strings.Repeat(`\frac`, 10_000), code: parse.TooDeep},
	{name: "hats", line: strings.Repeat(`\hat`, 10_000), code: parse.BadMark},
	{name: "hat braces", line: strings.Repeat(`\mathrm{`, 8_000) + "x", code: parse.MissingClose},
	{name: "derivatives", line: strings.Repeat("d/dx ", 10_000) + "x", code: parse.TooDeep},
	{name: "nested derivatives", line: strings.Repeat("d(", 10_000) + "x" + strings.Repeat(")/dx", 10_000), code: parse.TooDeep},
	{name: "indices", line: "x" + strings.Repeat("_x", 30_000), code: parse.BadIndex},
	{name: "nested indices", line: strings.Repeat("x_(", 20_000), code: parse.TooDeep},
	{name: "subscripts", line: "x" + strings.Repeat("[i]", 20_000), code: parse.BadIndex},
	{name: "sums", line: strings.Repeat("sum(i=1..n,", 5_000), code: parse.TooDeep},
	{name: "digits", line: strings.Repeat("9", 60_000), code: parse.TooManyDigits},
	{name: "raised digits", line: "x" + strings.Repeat("²", 30_000), code: parse.TooManyDigits},
	{name: "big exponent", line: "1e999999999999999999999", code: parse.TooManyDigits},
	{name: "small exponent", line: "1e-999999999999999999999", code: parse.TooManyDigits},
	{name: "many big numbers", line: strings.TrimSuffix(strings.Repeat("1e-330+", 9_000), "+"), reads: true},
	{name: "nulls", line: strings.Repeat("\x00", 1000), code: parse.BadCharacter},
	{name: "not UTF-8", line: "x\xc3", code: parse.BadText},
	{name: "bidi controls", line: "x\u202e + 1", code: parse.BadCharacter},
	{name: "escape sequence", line: "x\x1b[31m", code: parse.BadCharacter},
	{name: "combining marks", line: "y" + strings.Repeat("\u0302", 1000), code: parse.BadCharacter},
	{name: "commas", line: strings.Repeat(",", 60_000), code: parse.StrayComma},
	{name: "equals", line: strings.Repeat("=", 60_000), code: parse.Dangling},
	{name: "chains", line: strings.Repeat("x=", 30_000) + "x", code: parse.SeveralEquals},
	{name: "arrows", line: strings.Repeat("⇒", 20_000) + "x", reads: true},
	{name: "arrows behind", line: "x" + strings.Repeat(" =>", 20_000), reads: true},
	{name: "reasons", line: "x" + strings.Repeat(" (by the chain rule)", 3_000), reads: true},
	{name: "open reasons", line: "x" + strings.Repeat("(by ", 15_000), code: parse.TooDeep},
	{name: "closed reasons", line: "x by" + strings.Repeat(" )", 30_000), code: parse.StrayClose},
	{name: "stops", line: "x" + strings.Repeat(",.", 30_000), reads: true},
	{name: "words", line: strings.Repeat("so ", 20_000) + "x", reads: true},
	{name: "words in front", line: strings.Repeat("the ", 15_000) + "$x$", reads: true},
	{name: "letters", line: strings.Repeat("xyzw", 15_000), reads: true},
	{name: "a long word", line: strings.Repeat("sinh", 15_000), code: parse.TooDeep},
	{name: "decorations", line: strings.Repeat(`\quad`, 12_000) + " x", reads: true},
	{name: "boxes", line: strings.Repeat(`\boxed{`, 9_000), code: parse.TooDeep},
	{name: "colours", line: strings.Repeat(`\color{red}`, 5_500) + "x", reads: true},
	{name: "unclosed colours", line: strings.Repeat(`\color{`, 9_000), code: parse.MissingClose},
	{name: "braces below", line: strings.Repeat(`\underbrace{`, 5_000), code: parse.TooDeep},
	{name: "letters with braces below", line: strings.Repeat(`\underbrace{x}_{y}`, 3_500), reads: true},
	{name: "fractions with over", line: strings.Repeat(`{a\over `, 7_000), code: parse.TooDeep},
	{name: "derivatives with over", line: strings.Repeat(`{d\over dx}`, 5_000) + "x", code: parse.TooDeep},
	{name: "open derivatives", line: strings.Repeat(`{d `, 20_000), code: parse.TooDeep},
	{name: "words", line: "x" + strings.Repeat(`\text{ and so}`, 4_500), reads: true},
	{name: "open words", line: strings.Repeat(`\text{`, 10_000), code: parse.Empty},
	{name: "struck out", line: strings.Repeat(`\cancel{x}`, 6_000), reads: true},
	{name: "begins", line: strings.Repeat(`\begin{array}{c}`, 4_000) + "x", reads: true},
	{name: "ampersands", line: strings.Repeat("&", 60_000) + "x", reads: true},
	{name: "points", line: "x" + strings.Repeat(" . x", 15_000), reads: true},
	{name: "point and letters", line: strings.Repeat("x.", 20_000) + "y", reads: true},
	{name: "norms", line: strings.Repeat(`\|`, 30_000), code: parse.TooDeep},
	{name: "nested bars", line: strings.Repeat("|x|y", 15_000), reads: true},
	{name: "bars in brackets", line: strings.Repeat("(||x|", 10_000), code: parse.TooDeep},
	{name: "transposed", line: strings.Repeat("w^Tx", 15_000), reads: true},
	{name: "primed letters", line: strings.Repeat("x'", 20_000) + "x", reads: true},
	{name: "primed brackets", line: strings.Repeat("(x)'", 15_000), reads: true},
	{name: "primed layers", line: strings.Repeat("(", 200) + "x" + strings.Repeat(")'", 200), reads: true},
	{name: "operators D", line: strings.Repeat("D(x)", 15_000), reads: true},
	{name: "indexed partials", line: strings.Repeat("∂_x ", 10_000) + "x", code: parse.TooDeep},
	{name: "raised primes", line: "f" + strings.Repeat(`^{\prime}`, 5_000) + "(x)", code: parse.TooDeep},
	{name: "dollars", line: strings.Repeat("$x", 30_000), reads: true},
	{name: "tildes", line: "x" + strings.Repeat("~", 60_000), reads: true},
	{name: "spaces", line: strings.Repeat(" ", 60_000), code: parse.Empty},
}

func TestNasty(t *testing.T) {
	for i, test := range nasty {
		if testing.Short() && i%4 != 0 { // more lines show no more races
			continue
		}
		_, c := parse.Read(test.line, nil)
		switch {
		case test.reads && c != nil:
			t.Errorf("%s: %s", test.name, c.Say())
		case !test.reads && c == nil:
			t.Errorf("%s: was read, want %s", test.name, test.code)
		case !test.reads && c.Code != test.code:
			t.Errorf("%s: %s, want %s", test.name, c.Code, test.code)
		}
		for _, sc := range scopes(t) {
			checkAnswer(t, test.line, sc)
			checkReadings(t, test.line, sc)
			checkCost(t, test.line, sc)
		}
	}
}

// TestLongSum checks that a sum of a thousand terms is no long line.
func TestLongSum(t *testing.T) {
	line := "0" + strings.Repeat(" + 3*x_12^2/(1+e^(-y))", 1000)
	n, c := parse.Expr(line, nil)
	if c != nil {
		t.Fatal(c.Say())
	}
	if sum, ok := n.(*expr.Add); !ok || len(sum.Terms) != 1001 {
		t.Errorf("read as %T", n)
	}
}
