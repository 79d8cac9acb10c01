package typeset_test

import (
	"strings"
	"testing"

	"chainrule/mathcore/typeset"
)

// TestSpelled spells what is to be typed.
func TestSpelled(t *testing.T) {
	for text, want := range map[string]string{
		"yhat_i": "yhat underscore i", "e^(-x)": "e caret opening bracket minus x closing bracket", "0.5*x": "0.5 star x", "(": "opening bracket", "θ": "theta",
		"eˣ⁻¹": "e to the x minus 1", `\frac`: "backslash frac",
	} {
		if got := typeset.Spelled(text); got != want {
			t.Errorf("%s is spelled %q, want %q", text, got, want)
		}
	}
}

// TestSpoken says words with signs among them.
func TestSpoken(t *testing.T) {
	for row := range strings.Lines(strings.TrimSpace(`
At x = -1 yours is -0.5344, the line above is 0.1966. -> At x equals minus 1 yours is minus 0.5344, the line above is 0.1966.
In terms of g(x) -> In terms of g of x
use g(−x) = 1 − g(x) -> use g of minus x equals 1 minus g of x
derive and use g′ = g(1 − g) -> derive and use g prime equals g of open 1 minus g close
derive (ŷ − t) x for one example -> derive open y hat minus t close x for one example
pₖ(δₖⱼ − pⱼ) -> p sub k of open delta sub k j minus p sub j close
A well-known one-hot label, step by step -> A well-known one-hot label, step by step
it's a learner's line, don't worry -> it's a learner's line, don't worry
law of exponents: eᵃ·eᵇ = eᵃ⁺ᵇ -> law of exponents: e to the a times e to the b equals e to the a plus b
θ_0 ← θ_0 − α -> theta sub 0 becomes theta sub 0 minus alpha
fallen to 90 % -> fallen to 90 percent
1/m -> 1 over m
1-g(x) -> 1 minus g of x
enter, :table and :plot; 1-4, on 2026-01-02 -> enter, :table and :plot; 1-4, on 2026-01-02
theta = theta - alpha * grad -> theta equals theta minus alpha times grad
dy/dx -> d y by d x
1/(1 + e^(-x)) -> 1 over open 1 plus e to the minus x close
e^(-x)/(1 + e^(-x))^2 -> e to the minus x over open 1 plus e to the minus x close to the 2
e^(x+1) -> e to the open x plus 1 close
d/dx((x + 1)/2) -> d by d x of open open x plus 1 close over 2 close
the curve (a point at a time) -> the curve (a point at a time)
(0, 0.5) (-5.5, 2) -> (0, 0.5) (minus 5.5, 2)
and/or -> and/or
x > 0 -> x is greater than 0
chain rule: f(u)′ = f′(u) u′ -> chain rule: f of u prime equals f prime of u u prime
(xⁿ)′ = n xⁿ⁻¹ -> (x to the n) prime equals n x to the n minus 1
This ( is never closed. -> This opening bracket is never closed.
name ↔ its formula -> name stands for its formula
plain words -> plain words
`)) {
		text, want, _ := strings.Cut(strings.TrimSpace(row), " -> ")
		if got := typeset.Spoken(text); got != want {
			t.Errorf("%s is said\n  %s, want\n  %s", text, got, want)
		}
	}
}
