package slip_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/slip"
)

// question asks for the slip of a row of testdata/*.txt, whose third cell holds one slip, two with a blank between,
// several with / where each of them is a good answer; "own", alone or before some slips, where none need be named; "-"
// where none may be.
func question(s exprtest.Step) slip.Question {
	return slip.Question{From: s.Above, Wrong: s.Line, Right: s.Right, Scope: s.Scope}
}

// A tally counts how the rows of a table were answered.
type tally struct{ rows, right, silenced, wrong int }

// silenced reads which rows are not named as they wish since a certificate fails, and what is told of them.
func silenced(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile("testdata/silenced.list")
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]string{}
	for line := range strings.Lines(string(data)) {
		if cells := strings.Split(strings.TrimSpace(line), " | "); len(cells) == 5 && !strings.HasPrefix(line, "#") {
			told[cells[0]+" | "+cells[1]] = cells[4]
		}
	}
	return told
}

// add counts an answer: as right, as silenced where that is listed, else as wrong.
func (n *tally) add(right bool, got []slip.ID, listed string) (good bool) {
	n.rows++
	var words []string
	for _, id := range got {
		words = append(words, string(id))
	}
	switch told := strings.Join(words, " "); {
	case right:
		n.right++
		return listed == "" // a row that is named has no place in the list
	case listed != "" && (told == listed || told == "" && listed == "-"):
		n.silenced++
	default:
		n.wrong++
		return false
	}
	return true
}

// TestSlips fails when the tables are explained in any other number of cases than those reached. A better number is
// written down here, a worse one is a loss.
func TestSlips(t *testing.T) {
	var single, pair, own, none tally
	listed := silenced(t)
	for _, r := range exprtest.ReadSteps(t, "testdata/*.txt") {
		got := slip.Explain(question(r)).Slips
		cells := strings.Split(r.Text, " | ")
		told := listed[cells[0]+" | "+cells[1]]
		var good bool
		switch {
		case strings.HasPrefix(r.Want[0], "own"):
			good = own.add(len(got) == 0 || len(got) == 1 && fits(r.Want, got), got, told)
		case r.Want[0] == "-":
			good = none.add(len(got) == 0, got, told)
		case len(r.Want) > 1:
			good = pair.add(len(got) == 2 && fits(r.Want, got), got, told)
		default:
			good = single.add(len(got) == 1 && fits(r.Want, got), got, told)
		}
		if !good {
			t.Errorf("%s: %v: %s", r.Place, got, r.Text)
		}
	}
	for _, reached := range []struct {
		what      string
		got, want tally
	}{
		{"one slip", single, tally{rows: 436, right: 408, silenced: 28}},
		{"two slips", pair, tally{rows: 44, right: 24, silenced: 20}},
		{"words of their own", own, tally{rows: 84, right: 84}},
		{"no slip", none, tally{rows: 13, right: 13}},
	} {
		if reached.got != reached.want {
			t.Errorf("%s: %+v, want %+v", reached.what, reached.got, reached.want)
		}
	}
	if single.right*100 < (single.rows-single.silenced)*95 || pair.right*100 < (pair.rows-pair.silenced)*85 {
		t.Error("fewer slips are named rightly than promised")
	}
}

// TestTrueLines fails when a slip is named for a line that is true. The rows are those of the judge's tables that are
// equal: learner | expected | verdict.
func TestTrueLines(t *testing.T) {
	rows := 0
	for _, r := range exprtest.ReadSteps(t, "../judge/testdata/*.txt") {
		if r.Want[0] != "equal" {
			continue
		}
		rows++
		back := slip.Question{From: r.Line, Wrong: r.Above, Scope: r.Scope}
		for _, q := range []slip.Question{question(r), back} {
			if e := slip.Explain(q); len(e.Slips) > 0 || e.Residue.Slip != "" {
				t.Errorf("%s: %v for the true line %s", r.Place, e.Slips, r.Text)
			}
		}
	}
	if rows < 50 {
		t.Errorf("only %d true lines", rows)
	}
}

// fits reports whether the slips are those wanted, in either order.
func fits(want []string, got []slip.ID) bool {
	fit := func(order []string) bool {
		for i, w := range order {
			if !slices.Contains(strings.Split(w, "/"), string(got[i])) {
				return false
			}
		}
		return true
	}
	return fit(want) || len(want) == 2 && fit([]string{want[1], want[0]})
}
