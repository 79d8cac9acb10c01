package parse_test

import (
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// scopes are the scopes that every fuzzed line is read in.
func scopes(tb testing.TB) []*scope.Scope {
	tb.Helper()
	strict := &scope.Scope{Strict: true}
	for _, err := range []error{
		parse.Declare(strict, "x: real; y: (0,1); ŷ: (0,1); t:{0,1}; θ_j: real; x_i: real; x_ij: real; rate: pos"),
		parse.Define(strict, "g(x) = 1/(1+e^-x)"),
		parse.Define(strict, "f"),
		parse.Define(strict, "h_i = θ_0+θ_1 x_i"),
		parse.Define(strict, "k(a, b) = a b"),
	} {
		if err != nil {
			tb.Fatal(err)
		}
	}
	return []*scope.Scope{nil, strict}
}

// FuzzRead checks that every line gets an answer that is the same each time, whose places lie in the line.
func FuzzRead(f *testing.F) {
	for _, file := range []string{"testdata/notation.txt", "testdata/declared.txt", "testdata/manners.txt", "testdata/primes.txt", "testdata/chains.txt", readingsTable} {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			typed, _, _ := strings.Cut(line, " -> ")
			f.Add(strings.TrimSpace(typed))
		}
	}
	for _, c := range complaints {
		f.Add(strings.NewReplacer("«", "", "»", "").Replace(c.line))
	}
	all := scopes(f)
	f.Fuzz(func(t *testing.T, source string) {
		for _, sc := range all {
			checkAnswer(t, source, sc)
			checkReadings(t, source, sc)
			checkCost(t, source, sc)
		}
	})
}

// TestManyBars reads lines that are mostly bars: however many are wrong, the line gets an answer.
func TestManyBars(t *testing.T) {
	pieces := []string{"|", "|", "|", "||-", "|x|", "|y", "x|", "-|", "x", "1", "-", "+", "*", "(x)"}
	for seed := range uint64(20_000) {
		r := rand.New(rand.NewPCG(1, seed))
		var line strings.Builder
		for range 5 + r.IntN(18) {
			line.WriteString(pieces[r.IntN(len(pieces))])
		}
		checkAnswer(t, line.String(), nil)
	}
}

// checkCost fails when reading a line takes more than so many bytes, and its tree more than so many nodes, for each byte of
// the line: what is read is the size of what is typed.
func checkCost(t *testing.T, source string, sc *scope.Scope) {
	t.Helper()
	const bytesOfLine, bytesEach, nodesEach = 64 << 10, 1 << 10, 4
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	line, _ := parse.Read(source, sc)
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > uint64(bytesOfLine+bytesEach*len(source)) {
		t.Errorf("%d bytes for a line of %d: %.100q", used, len(source), source)
	}
	if line.Right != nil && expr.SizeUpTo(line.Right, nodesEach*len(source)+1) > nodesEach*len(source) {
		t.Errorf("more than %d nodes for each byte: %.100q", nodesEach, source)
	}
}

// checkAnswer reads the line twice and checks what comes out.
func checkAnswer(t *testing.T, source string, sc *scope.Scope) {
	t.Helper()
	line, complaint := parse.Read(source, sc)
	again, other := parse.Read(source, sc)
	if complaint != nil {
		if other == nil || *other != *complaint {
			t.Fatalf("%.80q: complains of %v, then of %v", source, complaint, other)
		}
		checkSpan(t, source, complaint.Span)
		checkWords(t, source, complaint.Say())
		return
	}
	if other != nil || !expr.Equal(line.Right, again.Right) || len(line.Notes) != len(again.Notes) {
		t.Fatalf("%.80q: read in two ways", source)
	}
	for _, n := range line.Notes {
		checkSpan(t, source, n.Span)
		checkWords(t, source, n.Say())
	}
	for _, side := range append(line.Sides(), line.Rounded) {
		if side != nil {
			checkTree(t, source, side)
		}
	}
}

// checkReadings checks that a line that is read has at most four readings, no two alike, and that the first is the one
// that Read gives.
func checkReadings(t *testing.T, source string, sc *scope.Scope) {
	t.Helper()
	line, complaint := parse.Read(source, sc)
	all, other := parse.Readings(source, sc)
	if (complaint == nil) != (other == nil) || len(all) > 4 || (len(all) > 0) != (complaint == nil) {
		t.Fatalf("%.80q: %v and %v, %d readings", source, complaint, other, len(all))
	}
	for i, l := range all {
		if i == 0 != expr.Equal(l.Right, line.Right) && l.Left == nil {
			t.Fatalf("%.80q: reading %d", source, i)
		}
	}
}

// checkTree checks that the places of all parts lie in the line and that the parts are as many as they must be.
func checkTree(t *testing.T, source string, n expr.Node) {
	t.Helper()
	expr.Walk(n, func(n expr.Node) bool {
		checkSpan(t, source, n.Where())
		short := false
		switch n := n.(type) {
		case *expr.Number:
			short = n.Value == nil || n.Value.Sign() < 0
		case *expr.Symbol:
			short = n.Name == ""
		case *expr.Add:
			short = len(n.Terms) < 2
		case *expr.Mul:
			short = len(n.Factors) < 2
		case *expr.Call:
			short = !n.Func.Takes(len(n.Args))
		case *expr.Apply:
			short = n.Name == "" || len(n.Args) == 0 || n.Primes > 0 && len(n.Args) != 1
		case *expr.Derivative:
			short = n.Var == nil || n.Body == nil || n.Order < 1
		case *expr.Series:
			short = n.Index == nil || n.Lo == nil || n.Hi == nil || n.Body == nil
		case *expr.Neg, *expr.Div, *expr.Pow, *expr.Constant:
		}
		if short {
			t.Fatalf("%.80q: a %T is not whole", source, n)
		}
		return true
	})
}

func checkSpan(t *testing.T, source string, s expr.Span) {
	t.Helper()
	if s.Start < 0 || s.Start > s.End || s.End > len(source) {
		t.Fatalf("%.80q: %v lies outside", source, s)
	}
	if utf8.ValidString(source) && (!utf8.ValidString(source[:s.Start]) || !utf8.ValidString(source[s.Start:s.End])) {
		t.Fatalf("%.80q: %v cuts a character", source, s)
	}
}
