package decimal_test

import (
	"math/big"
	"strconv"
	"strings"
	"testing"

	"chainrule/mathcore/decimal"
	"chainrule/mathcore/exprtest"
)

// TestWriting writes the numbers of a table: a value that is told differently in two places looks like two values.
func TestWriting(t *testing.T) {
	rows := 0
	for _, r := range exprtest.Rows(t, "testdata/numbers.txt") {
		line := r.Text
		rows++
		typed, want, ok := strings.Cut(line, " -> ")
		words := strings.Fields(typed)
		if !ok || len(words) < 2 {
			t.Fatalf("not a row: %s", line)
		}
		if got := write(t, words); got != want {
			t.Errorf("%s: got %s", line, got)
		}
	}
	if rows < 40 {
		t.Errorf("only %d rows", rows)
	}
}

func write(t *testing.T, words []string) string {
	t.Helper()
	digits := 4
	if len(words) == 3 {
		var err error
		if digits, err = strconv.Atoi(words[2]); err != nil {
			t.Fatal(err)
		}
	}
	if words[0] == "rational" {
		r, ok := new(big.Rat).SetString(words[1])
		if !ok {
			t.Fatalf("no number: %s", words[1])
		}
		return decimal.Rational(r)
	}
	if words[0] == "significant" {
		x, _, err := big.ParseFloat(words[1], 10, 200, big.ToNearestEven)
		if err != nil {
			t.Fatal(err)
		}
		return decimal.Significant(x, digits)
	}
	v, err := strconv.ParseFloat(words[1], 64)
	if err != nil {
		t.Fatal(err)
	}
	switch words[0] {
	case "places":
		return decimal.Places(v, digits)
	case "fixed":
		return decimal.Fixed(v, digits)
	case "short":
		return decimal.Short(v)
	case "value":
		return decimal.Value(v)
	case "scientific":
		return decimal.Scientific(v, digits)
	}
	t.Fatalf("no way of writing: %s", words[0])
	return ""
}
