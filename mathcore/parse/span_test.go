package parse_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
)

// shared are lines with parts that share their place with what stands around them, or that mean less when read alone.
var shared = map[string]bool{
	"sin^2 x": true, "sin^2(x)": true, "tanh^2(x)": true, "σ^2(x)": true, "ln^-1(x)": true, `\sqrt[n]{x}`: true,
	`\left|x\right|`: true, `\frac{\partial^2 u}{\partial x \partial y}`: true,
	"exp^2(x)": true, "exp^2 x": true, "nthRoot(x, 5)": true, "root(x, n)": true, "logit_2(p)": true,
	"[0<x<1]": true, "[y!=k]": true, "𝟙[y≠k]": true, // what is put in by the reader
	"=LOG(x)": true, "np.sinc(x)": true, "a+b+c+abc": true, "xyz + x + yz": true, "x+y+xlny": true, // what stands around counts
	`(h^{(1)}-y^{(1)})^2+(h^{(2)}-y^{(2)})^2`: true, `x^{(i)} - x^{(2)}`: true,
	`\sum_{i=1}^{i<n} x_i`: true, `Σ_{j≠i} a_j`: true, `\sum_{j \not= i} a_j`: true, `\sum_{j \neq i}^C t_j`: true, `\sum_{j=1, j\ne i}^{n} a_j`: true,
}

// turns are beginnings of lines whose parts do not stand alone: words in braces, conditions without brackets.
var turns = []string{`\text{`, `\mathrm{`, `\operatorname{`, `\mathbf{`, "where(", "np.where(", "=IF(", `\begin{`, `2\begin{`, `\left\{`, `{\rm `}

// TestSpans checks that what stands at the place of a part says the same when it is read alone.
func TestSpans(t *testing.T) {
	data, err := os.ReadFile("testdata/notation.txt")
	if err != nil {
		t.Fatal(err)
	}
	for row := range strings.Lines(string(data)) {
		typed, _, ok := strings.Cut(row, " -> ")
		typed = strings.TrimSpace(typed)
		line, complaint := parse.Read(typed, nil)
		turned := slices.ContainsFunc(turns, func(turn string) bool { return strings.HasPrefix(typed, turn) })
		if !ok || complaint != nil || shared[typed] || turned || strings.ContainsAny(typed, "⁰¹²³⁴⁵⁶⁷⁸⁹ᵢₖ") {
			continue
		}
		expr.Walk(line.Right, func(n expr.Node) bool {
			switch n.(type) {
			case *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Neg, *expr.Call, *expr.Derivative, *expr.Series:
			case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Apply:
				return true
			}
			s := n.Where()
			part := typed[s.Start:s.End]
			if alone, c := parse.Expr(part, nil); c != nil || !expr.Equal(alone, n) {
				t.Errorf("%s: %s stands at %q", typed, show(n), part)
			}
			return true
		})
	}
}
