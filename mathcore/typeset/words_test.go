package typeset_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/typeset"
)

// said are formulas with their words.
const said = `
x -> x
1/(1+e^-x) -> one over, one plus e to the minus x, end
g(x)*(1-g(x)) -> g of x, times open, one minus g of x, close
g'(x) -> g prime of x
g''(x) -> g double prime of x
-(1+e^-x)^-2 * (-e^-x) -> minus open, one plus e to the minus x, close to the minus two, times open, minus e to the minus x, close
e^-x/(1+e^-x)^2 -> fraction, e to the minus x, over, open, one plus e to the minus x, close squared, end
(1/m)*sum(i=1..m, (yhat_i-y_i)*x_ij) -> one over m, times sum over i from one to m of, open, y hat sub i minus y sub i, close times x sub i j, end
x^2 + 3x^3 - x^n -> x squared plus three times x cubed minus x to the n
x^(n+1) -> x to the, n plus one, end
e^x + y -> e to the x, plus y
e^(x+y) -> e to the, x plus y, end
yhat - t -> y hat minus t
yhat_i -> y hat sub i
sigma(z) -> sigma of z
theta_0 + theta_1 x_1 -> theta sub zero plus theta sub one times x sub one
d/dx(x^2) -> d by d x of, x squared, end
dy/dx -> d y by d x
d^2/dx^2(e^x) -> d order two by d x of, e to the x, end
∂E/∂θ_1 -> partial capital e by partial theta sub one
ln(x) -> natural log of x
-ln(1-p) -> minus natural log of, one minus p, end
log_2(8) -> binary log of eight
log_b(x) -> log base b of x
sqrt(x^2+1) -> square root of, x squared plus one, end
|x-1| -> absolute value of, x minus one, end
max(0, x) -> maximum of, zero, and, x, end
n! -> n factorial
(1/2)*x -> one over two, times x
½x -> one over two, times x
50% -> 50 percent
0.731 -> 0.731
13 -> 13
x/y/z -> fraction, x over y, over z
x/(y/z) -> x over, y over z, end
x*y/z -> fraction, x times y, over z
x*(y/z) -> x times y over z
-x^2 -> minus x squared
(-x)^2 -> open, minus x, close squared
(x^y)^2 -> open, x to the y, close squared
x^y^2 -> x to the, y squared, end
a - (b - c) -> a minus open, b minus c, close
a - b - c -> a minus b minus c
E*e -> capital e times e
pi*Theta -> pi times capital theta
prod(i=1..n, p_i) -> product over i from one to n of, p sub i, end
sum(k, z_k) -> sum over k of, z sub k, end
x_{i+1} -> x sub, i plus one, end
`

func TestWords(t *testing.T) {
	for row := range strings.Lines(strings.TrimSpace(said)) {
		typed, want, _ := strings.Cut(strings.TrimSpace(row), " -> ")
		n, complaint := parse.Expr(typed, lessonScope(t))
		if complaint != nil {
			t.Errorf("%s: %s", typed, complaint.Say())
			continue
		}
		if got := typeset.Words(n); got != want {
			t.Errorf("%s is said\n  %s, want\n  %s", typed, got, want)
		}
		if again := heard(t, typeset.Words(n)); !expr.Equal(again, n) {
			t.Errorf("%s is understood as %s", want, typeset.Line(again))
		}
	}
}

// TestWordsAreHeardTheSame says random trees and listens: what is heard must be the same tree. So two trees that differ are never
// said alike.
func TestWordsAreHeardTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := exprtest.Everything.Tree().Draw(t, "tree")
		words := typeset.Words(n)
		if again := heard(t, words); !expr.Equal(again, n) {
			t.Fatalf("%s is said %s and heard as %s", typeset.Line(n), words, typeset.Line(again))
		}
		if strings.ContainsAny(words, "+-*/^()=_|!'√Σσθŷ−") {
			t.Fatalf("%s: a voice would leave out a sign of %s", typeset.Line(n), words)
		}
	})
}
