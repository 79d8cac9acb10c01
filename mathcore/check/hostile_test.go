package check_test

import (
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"chainrule/mathcore/budget"
	"chainrule/mathcore/check"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/slip"
)

// mostBytes bounds what all that is computed of one answer allocates, whether or not it is held at one time: 256 MB.
const mostBytes = 256 << 20

// A hostileRow is a line of testdata/hostile.txt.
type hostileRow struct {
	place, left, right, verdict string
	unsure                      bool // may be the verdict, too
	units                       int64
}

func hostileRows(tb testing.TB) []hostileRow {
	tb.Helper()
	var rows []hostileRow
	for _, r := range exprtest.Rows(tb, "testdata/hostile.txt") {
		r.Demand(tb, 4, "answer | expected | verdict | units")
		units, err := strconv.ParseInt(r.Cells[3], 10, 64)
		if err != nil {
			tb.Fatalf("%s: %v", r.Place, err)
		}
		verdict, unsure := strings.CutSuffix(r.Cells[2], "?")
		rows = append(rows, hostileRow{r.Place, r.Cells[0], r.Cells[1], verdict, unsure, units})
	}
	return rows
}

// allocated returns how many bytes work allocates.
func allocated(work func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	work()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// TestHostile fails when a line of testdata/hostile.txt gets a verdict that is not true, or costs more units or bytes than
// it may, and when the explanation of its verdict does.
func TestHostile(t *testing.T) {
	for _, r := range hostileRows(t) {
		right, c := parse.Expr(r.right, nil)
		if c != nil {
			t.Errorf("%s: %s", r.place, c.Say())
			continue
		}
		got := checkCosts(t, r.place, r.left, right, r.units)
		if got.String() != r.verdict && (!r.unsure || got != judge.Unsure) {
			t.Errorf("%s: %s, want %s: %.80s | %.80s", r.place, got, r.verdict, r.left, r.right)
		}
	}
}

// checkCosts computes all that follows on an answer and checks what each part costs, the comparison that many units at
// most. It returns the verdict.
func checkCosts(t *testing.T, place, answer string, right expr.Node, units int64) judge.Relation {
	t.Helper()
	var v check.Verdict
	for _, part := range []struct {
		name string
		most int64
		work func(sc *scope.Scope)
	}{
		{"comparison", units, func(sc *scope.Scope) { v = check.Text(answer, right, sc) }},
		{"explanation", slip.Budget, func(sc *scope.Scope) { check.Explain(v, right, sc) }},
		{"progress", rule.Budget, func(sc *scope.Scope) { path(v, right, sc).Progress(v.Line.Right) }},
		{"next step", rule.Budget, func(sc *scope.Scope) { path(v, right, sc).Next() }},
	} {
		if part.name != "comparison" && v.Relation == judge.Unreadable {
			break
		}
		m := budget.New(2*max(part.most, judge.Budget, slip.Budget, rule.Budget), nil)
		bytes := allocated(func() { part.work((&scope.Scope{}).Under(m)) })
		if m.Spent() > part.most || bytes > mostBytes {
			t.Errorf("%s: %s: %d units, at most %d; %d bytes: %.200s", place, part.name, m.Spent(), part.most, bytes, answer)
		}
	}
	return v.Relation
}

// mostUnits is what the comparison of an answer may cost: a budget for each way in which it can be read, four for a chain.
func mostUnits(answer string) int64 {
	const most = judge.Budget
	lines, c := parse.Readings(answer, nil)
	if c != nil {
		return most
	}
	var all int64
	for _, l := range lines {
		if all += most; l.Left != nil {
			all += 3 * most
		}
	}
	return all
}

// path is the derivation of one line that the answer is the goal of.
func path(v check.Verdict, from expr.Node, sc *scope.Scope) rule.Path {
	return rule.Path{Lines: []expr.Node{from}, Goal: v.Line.Right, Scope: sc}
}

// TestHostileRandom is TestHostile for random lines: some, or as many as CHAINRULE_HOSTILE says.
func TestHostileRandom(t *testing.T) {
	count := 200
	if text := os.Getenv("CHAINRULE_HOSTILE"); text != "" {
		var err error
		if count, err = strconv.Atoi(text); err != nil {
			t.Fatal(err)
		}
	}
	for i := range count {
		r := rand.New(rand.NewPCG(2026, uint64(i)))
		answer, expected := exprtest.Hostile(r), exprtest.Hostile(r)
		switch i % 4 {
		case 0:
			expected = "1"
		case 1:
			expected = "x"
		case 2:
			expected = "(" + answer + ")+0"
		}
		right, c := parse.Expr(expected, nil)
		if c != nil {
			continue
		}
		if v := checkCosts(t, strconv.Itoa(i), answer, right, mostUnits(answer)); i%4 == 2 && v == judge.Different {
			t.Errorf("%d: differs from itself: %s", i, answer)
		}
	}
}

// FuzzCheck fails when an answer costs more than it may, or differs from itself.
func FuzzCheck(f *testing.F) {
	const (
		longest = 1000  // bytes, so that an input is soon done with
		cheap   = 5_000 // units of the lines to begin with
	)
	for i, r := range hostileRows(f) {
		if i%3 == 0 && r.units <= cheap && len(r.left)+len(r.right) < longest {
			f.Add(r.left, r.right)
		}
	}
	for i := range uint64(20) {
		r := rand.New(rand.NewPCG(7, i))
		f.Add(exprtest.Hostile(r), exprtest.Hostile(r))
	}
	f.Fuzz(func(t *testing.T, answer, expected string) {
		if len(answer)+len(expected) > longest {
			return
		}
		if right, c := parse.Expr(expected, nil); c == nil {
			checkCosts(t, "the answer", answer, right, mostUnits(answer))
		}
		if same, c := parse.Expr("("+answer+")+0", nil); c == nil {
			if v := checkCosts(t, "the same", answer, same, mostUnits(answer)); v == judge.Different {
				t.Errorf("differs from itself: %s", answer)
			}
		}
	})
}
