package check_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"chainrule/lessons"
	"chainrule/lessons/check"
	"chainrule/lessons/content"
)

// planted is how many faults testdata/faults.txt holds: none is lost unseen.
const planted = 134

// A fault is one block of testdata/faults.txt.
type fault struct{ head, old, new, said []string }

// TestFaults plants faults into a good lesson, one at a time, and compares all that is said of it.
func TestFaults(t *testing.T) {
	good, base := read(t, "testdata/good.md"), course(t)
	if said := told(good, base); len(said) > 0 {
		t.Fatalf("the good lesson: %s", strings.Join(said, "\n"))
	}
	faults := readFaults(t)
	if len(faults) != planted {
		t.Errorf("%d faults are planted, want %d", len(faults), planted)
	}
	for i, f := range faults {
		old, put := strings.Join(f.old, "\n"), strings.Join(f.new, "\n")
		if strings.Count(good, old) != 1 {
			t.Fatalf("%s: %q stands %d times in the lesson", f.head, old, strings.Count(good, old))
		}
		said := told(strings.Replace(good, old, put, 1), base)
		if len(said) == 0 {
			t.Errorf("%s: nothing is found", f.head)
		}
		if os.Getenv("UPDATE_GOLDEN") != "" {
			if !slices.EqualFunc(said, f.said, matches) {
				faults[i].said = said
			}
		} else if !slices.EqualFunc(said, f.said, matches) {
			t.Errorf("%s:\n got %s\nwant %s", f.head, strings.Join(said, "\n"), strings.Join(f.said, "\n"))
		}
	}
	if os.Getenv("UPDATE_GOLDEN") != "" {
		write(t, faults)
	}
}

// matches reports whether a line is the one wanted, or begins like it where that ends with a star: the words about the
// runs of a lab are made elsewhere.
func matches(said, want string) bool {
	head, open := strings.CutSuffix(want, "*")
	return said == want || open && strings.HasPrefix(said, head)
}

// told returns all that is said of a lesson.
func told(text string, base *lessons.Course) []string {
	c, err := lessons.Load(fstest.MapFS{"good.md": {Data: []byte(text)}}, base)
	if err != nil {
		return strings.Split(err.Error(), "\n")
	}
	var said []string
	faults, remarks := check.Course(c)
	for _, f := range faults {
		said = append(said, f.Error())
	}
	for _, f := range remarks {
		said = append(said, "remark: "+f.Error())
	}
	return said
}

func readFaults(t *testing.T) []fault {
	t.Helper()
	var all []fault
	for block := range strings.SplitSeq(strings.TrimSpace(read(t, "testdata/faults.txt")), "\n\n") {
		var f fault
		lists := map[byte]*[]string{'#': &f.head, '-': &f.old, '+': &f.new, '=': &f.said}
		for line := range strings.SplitSeq(block, "\n") {
			list, ok := lists[line[0]]
			if !ok {
				t.Fatalf("a line of no kind: %q", line)
			}
			*list = append(*list, strings.TrimPrefix(line[1:], " "))
		}
		if len(f.old) > 0 {
			all = append(all, f)
		}
	}
	return all
}

func write(t *testing.T, faults []fault) {
	t.Helper()
	head, _, _ := strings.Cut(read(t, "testdata/faults.txt"), "\n\n")
	var out strings.Builder
	out.WriteString(head + "\n")
	for _, f := range faults {
		out.WriteString("\n")
		for i, list := range [][]string{f.head, f.old, f.new, f.said} {
			for _, line := range list {
				out.WriteString(strings.TrimRight("#-+="[i:i+1]+" "+line, " ") + "\n")
			}
		}
	}
	if err := os.WriteFile("testdata/faults.txt", []byte(out.String()), 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func course(tb testing.TB) *lessons.Course {
	tb.Helper()
	base, err := content.Course()
	if err != nil {
		tb.Fatal(err)
	}
	return base
}
