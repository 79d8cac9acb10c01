package expr_test

import (
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
)

// TestAlike fails when notation is taken for a step, or a step for notation.
func TestAlike(t *testing.T) {
	for line := range strings.SplitSeq(strings.TrimSpace(`
		x+y          = y+x
		2*x*y        = y x*2
		(a+b)+c      = c+b+a
		exp(-x)      = e^-x
		0.5x         = 1/2*x
		½ x          = x*0.5
		-(x y)       = (-x)*y
		-x/y         = -(x/y)
		(-x)/y       = x/(-y)
		log_2(x)     = log2(x)
		d/dx g(x)    = g'(x)
		sum(i=1..m, x_i y_i) = sum(k=1..m, y_k x_k)
		a-b          = -b+a
		2x+3x        # 5x
		x*x          # x^2
		(a+b)*c      # a c+b c
		1/m*x        # x/m
		x+0          # x
		sqrt(x)      # x^(1/2)
		sum(i=1..m, x_i) # sum(i=1..n, x_i)
		1/e^x        # e^-x
		-(-x)        # x
		(-x)/(-y)    # x/y
		(-x)*(-y)    # x*y
	`), "\n") {
		want := strings.Contains(line, " = ")
		left, right, ok := strings.Cut(line, " = ")
		if !want {
			left, right, ok = strings.Cut(line, " # ")
		}
		if !ok {
			t.Fatalf("bad row %q", line)
		}
		a, c := parse.Expr(strings.TrimSpace(left), nil)
		if c != nil {
			t.Fatalf("%s: %s", left, c.Say())
		}
		b, c := parse.Expr(strings.TrimSpace(right), nil)
		if c != nil {
			t.Fatalf("%s: %s", right, c.Say())
		}
		if got := expr.Alike(a, b); got != want {
			t.Errorf("Alike(%s, %s) = %v", strings.TrimSpace(left), strings.TrimSpace(right), got)
		}
	}
}
