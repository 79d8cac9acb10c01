package eval_test

import (
	"math/big"
	"strings"
	"testing"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
)

// constants are the expressions whose digits stand in testdata/constants.txt.
var constants = map[string]expr.Node{
	"pi":              pi,
	"e":               e,
	"ln 2":            expr.Of(expr.Ln, expr.Int(2)),
	"ln 3":            expr.Of(expr.Ln, expr.Int(3)),
	"ln 10":           expr.Of(expr.Ln, expr.Int(10)),
	"sqrt 2":          expr.Of(expr.Sqrt, expr.Int(2)),
	"cbrt 2":          expr.Of(expr.Cbrt, expr.Int(2)),
	"sigma 1":         expr.Of(expr.Sigmoid, expr.Int(1)),
	"sin 1":           expr.Of(expr.Sin, expr.Int(1)),
	"cos 1":           expr.Of(expr.Cos, expr.Int(1)),
	"tan 1":           expr.Of(expr.Tan, expr.Int(1)),
	"atan 1/2":        expr.Of(expr.Atan, num("1/2")),
	"asin 1/3":        expr.Of(expr.Asin, num("1/3")),
	"e^pi":            expr.Power(e, pi),
	"pi^e":            expr.Power(pi, e),
	"softplus 1":      expr.Of(expr.Softplus, expr.Int(1)),
	"tanh 1":          expr.Of(expr.Tanh, expr.Int(1)),
	"log2 10":         expr.Of(expr.Log2, expr.Int(10)),
	"2^sqrt 2":        expr.Power(expr.Int(2), expr.Of(expr.Sqrt, expr.Int(2))),
	"sin 10^22":       expr.Of(expr.Sin, expr.Power(expr.Int(10), expr.Int(22))),
	"e^(pi sqrt 163)": expr.Power(e, expr.Product(pi, expr.Of(expr.Sqrt, expr.Int(163)))),
}

// lines returns the lines of a file in testdata without its comments.
func lines(t *testing.T, name string) []string {
	t.Helper()
	var all []string
	for _, r := range exprtest.Rows(t, "testdata/"+name) {
		all = append(all, r.Text)
	}
	return all
}

// meets reports whether got and the numbers from want to want + unit in its last place have one in common.
func meets(got eval.BigEnclosure, want string, places int) bool {
	lo, ok := new(big.Rat).SetString(want)
	if !ok {
		panic("no number: " + want)
	}
	unit := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
	hi := new(big.Rat).Add(lo, unit)
	if lo.Sign() < 0 || want[0] == '-' {
		lo, hi = lo.Sub(lo, unit), new(big.Rat).Sub(hi, unit)
	}
	a, _ := got.Lo.Rat(nil)
	b, _ := got.Hi.Rat(nil)
	return a.Cmp(hi) <= 0 && lo.Cmp(b) <= 0
}

func TestConstantsTo600Places(t *testing.T) {
	rows := lines(t, "constants.txt")
	if len(rows) != len(constants) {
		t.Errorf("%d rows, %d constants", len(rows), len(constants))
	}
	for _, row := range rows {
		name, digits, _ := strings.Cut(row, " = ")
		n, ok := constants[name]
		if !ok {
			t.Fatalf("unknown constant %q", name)
		}
		for _, bits := range []uint{128, 256, 1024, 2048} {
			got := compile(t, n).EncloseBig(nil, bits)
			if got.Status != eval.Defined || !meets(got, digits, 600) {
				t.Errorf("%s to %d bits: %.50g, want %.50s", name, bits, got.Lo, digits)
			}
			width := new(big.Float).Sub(got.Hi, got.Lo)
			if width.MantExp(nil)-got.Lo.MantExp(nil) > 2-int(bits) {
				t.Errorf("%s to %d bits: %.3g wide", name, bits, width)
			}
		}
		if in := compile(t, n).Enclose(nil); in.Status != eval.Defined || !overlap(in, compile(t, n).EncloseBig(nil, 128)) {
			t.Errorf("%s: %v", name, in)
		}
	}
}

func TestFunctionsToManyPlaces(t *testing.T) {
	byName := map[string]expr.Func{"sigma": expr.Sigmoid}
	for _, f := range expr.Funcs() {
		byName[f.String()] = f
	}
	for _, row := range lines(t, "functions.txt") {
		part := strings.Fields(row)
		p := compile(t, expr.Of(byName[part[0]], x), x)
		at, _ := new(big.Rat).SetString(part[1])
		want, _, err := big.ParseFloat(part[2], 10, 600, big.ToNearestEven)
		if err != nil {
			t.Fatal(err)
		}
		const certain = -390 // bits: 120 digits are some more
		slack := new(big.Float).SetMantExp(new(big.Float).Abs(want), certain)
		lo, hi := new(big.Float).Sub(want, slack), new(big.Float).Add(want, slack)
		for _, bits := range []uint{64, 128, 300} {
			got := p.EncloseBig([]*big.Rat{at}, bits)
			if got.Status != eval.Defined || got.Lo.Cmp(hi) > 0 || got.Hi.Cmp(lo) < 0 {
				t.Errorf("%s %s to %d bits: %v, %.40g, want %.40g", part[0], part[1], bits, got.Fault, got.Lo, want)
			}
			width := new(big.Float).Sub(got.Hi, got.Lo)
			if width.Sign() != 0 && width.MantExp(nil)-want.MantExp(nil) > 3-int(bits) {
				t.Errorf("%s %s to %d bits: %.3g wide", part[0], part[1], bits, width)
			}
		}
		in := p.Enclose([]eval.Interval{eval.Around(at)})
		if in.Status == eval.Undefined || big.NewFloat(in.Lo).Cmp(want) > 0 || big.NewFloat(in.Hi).Cmp(want) < 0 {
			t.Errorf("%s %s: %v misses %.20g", part[0], part[1], in, want)
		}
	}
}
