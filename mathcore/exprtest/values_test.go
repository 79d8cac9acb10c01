package exprtest_test

import (
	"math/big"
	"strings"
	"testing"

	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/parse"
)

// TestValues compares with published digits.
func TestValues(t *testing.T) {
	table := []struct{ source, digits string }{
		{"e", "2.7182818284590452353602874713526624977572470936999595749669676277"},
		{"pi", "3.1415926535897932384626433832795028841971693993751058209749445923"},
		{"ln(2)", "0.6931471805599453094172321214581765680755001343602552541206800094"},
		{"ln(10)", "2.3025850929940456840179914546843642076011014886287729760333279009"},
		{"sqrt(2)", "1.4142135623730950488016887242096980785696718753769480731766797379"},
		{"cbrt(2)", "1.2599210498948731647672106072782283505702514647015079800819751121"},
		{"sin(1)", "0.8414709848078965066525023216302989996225630607983710656727517099"},
		{"cos(1)", "0.5403023058681397174009366074429766037323104206179222276700972553"},
		{"atan(1)*4", "3.1415926535897932384626433832795028841971693993751058209749445923"},
		{"asin(1/2)*6", "3.1415926535897932384626433832795028841971693993751058209749445923"},
		{"sinh(1)", "1.1752011936438014568823818505956008151557179813340958702295654130"},
		{"sigmoid(1)", "0.7310585786300048792511592418218362743651446401650565192763659079"},
		{"d/dx(x^3)", "27.000000000000000000000000000000000000000"},
		{"sum(i=1..4, i^2)", "30.0000000000000000000000"},
	}
	for _, r := range table {
		n, c := parse.Expr(r.source, nil)
		if c != nil {
			t.Fatalf("%s: %s", r.source, c.Say())
		}
		v := exprtest.Values{Prec: 512, At: map[string]*big.Float{"x": big.NewFloat(3)}}
		x, ok := v.Of(n)
		if !ok {
			t.Errorf("%s has no value", r.source)
			continue
		}
		if got := x.Text('f', 75); !strings.HasPrefix(got, r.digits) {
			t.Errorf("%s = %s, want %s…", r.source, got, r.digits)
		}
	}
}

// TestNoValue lists what has no value.
func TestNoValue(t *testing.T) {
	for _, source := range []string{"1/0", "ln(0)", "ln(-1)", "sqrt(-1)", "0^0", "(-8)^(1/3)", "asin(2)", "acosh(0)", "(1/2)!", "1/(sin(1)^2+cos(1)^2-1)"} {
		n, c := parse.Expr(source, nil)
		if c != nil {
			t.Fatalf("%s: %s", source, c.Say())
		}
		v := exprtest.Values{Prec: 512, At: map[string]*big.Float{}}
		if x, ok := v.Of(n); ok {
			t.Errorf("%s = %g, want no value", source, x)
		}
	}
}
