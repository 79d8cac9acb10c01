package lessons_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"chainrule/lessons"
)

// extra is a course of three lessons, one of which nobody has to do.
func extra(t *testing.T, planted ...string) (*lessons.Course, error) {
	t.Helper()
	named := func(id string) []byte {
		return []byte(strings.Replace(demo, `id = "demo"`, `id = "`+id+`"`, 1))
	}
	fsys := fstest.MapFS{
		"course.toml": {Data: []byte(strings.Replace(catalogue, `lessons = ["demo"]`, "lessons = [\"aid\", \"demo\", \"next\"]\noptional = [\"aid\"]", 1))},
		"rules.toml":  {Data: []byte(rules)}, "slips.toml": {Data: []byte(slips)},
		"aid.md": {Data: named("aid")}, "demo.md": {Data: named("demo")}, "next.md": {Data: named("next")},
	}
	for i := 0; i < len(planted); i += 3 {
		old := string(fsys[planted[i]].Data)
		if !strings.Contains(old, planted[i+1]) {
			t.Fatalf("%s holds no %q", planted[i], planted[i+1])
		}
		fsys[planted[i]].Data = []byte(strings.Replace(old, planted[i+1], planted[i+2], 1))
	}
	return lessons.Load(fsys, nil)
}

// TestOptional demands that an optional lesson takes no number from the others, and is the one to go to with 0.
func TestOptional(t *testing.T) {
	c, err := extra(t)
	if err != nil {
		t.Fatal(err)
	}
	said := ""
	for _, e := range c.Lessons {
		said += fmt.Sprintf("%s %d %t; ", e.ID, e.Number, e.Optional)
	}
	if want := "aid 0 true; demo 1 false; next 2 false; "; said != want {
		t.Errorf("the lessons are %s, want %s", said, want)
	}
	for n, want := range []string{"aid", "demo", "next"} {
		if e, ok := c.Numbering(n); !ok || e.ID != want {
			t.Errorf("lesson %d is %v", n, e)
		}
	}
	if e, ok := c.Numbering(3); ok {
		t.Errorf("lesson 3 is %v", e)
	}
	if at := c.First(); at != 1 {
		t.Errorf("the first lesson is the one at %d", at)
	}
}

// TestOptionalFaults demands that an optional lesson is one of the course, and that no other counts on it.
func TestOptionalFaults(t *testing.T) {
	for _, row := range []struct{ file, old, planted, want string }{
		{"course.toml", `optional = ["aid"]`, `optional = ["aid", "none"]`, `course.toml:3:21: "none" is not among the lessons; list it there, too`},
		{"next.md", `define = `, "needs = [\"aid\"]\ndefine = ", `next.md:5:11: the lesson needs "aid", which is optional; bring here what is needed of it, or take the need out`},
		{"next.md", `define = `, "needs = [\"demo\"]\ndefine = ", "<nil>"},
	} {
		if _, err := extra(t, row.file, row.old, row.planted); fmt.Sprint(err) != row.want {
			t.Errorf("with %s the loader says\n%v\nwant\n%s", row.planted, err, row.want)
		}
	}
}

// TestRefresher demands that a skill leads to the optional lesson's screen that asks for it, and to no other lesson's.
func TestRefresher(t *testing.T) {
	asks := []string{"aid.md", "ask = \"Expand.\"", "ask = \"Expand.\"\nskills = [\"exp-algebra\"]", "demo.md", "ask = \"Expand.\"", "ask = \"Expand.\"\nskills = [\"exp-algebra\"]"}
	for _, row := range []struct {
		skill   string
		planted []string
		want    string
	}{
		{"exp-algebra", asks, "aid/5"},
		{"exp-algebra", asks[3:], ""},
		{"none", asks, ""},
		{"exp-algebra", append([]string{"course.toml", "\noptional = [\"aid\"]", ""}, asks...), ""},
	} {
		c, err := extra(t, row.planted...)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if s, ok := c.Refresher(row.skill); ok {
			got = s.ID
		}
		if got != row.want {
			t.Errorf("%s leads to %q, want %q", row.skill, got, row.want)
		}
	}
}

// TestRulesOfOptional demands that an optional lesson brings its rules up to the question in it, and none elsewhere.
func TestRulesOfOptional(t *testing.T) {
	const later = `[[rule]]
id = "collect"
name = "collect"
formula = "2x + 3x = 5x"
say = "Gather."

[[rule]]`
	c, err := extra(t, "rules.toml", "[[rule]]", later, "aid.md", "# Review\n", "## More\n\n```derive\nask = \"Gather.\"\nfrom = \"2x+3x\"\nto = \"5x\"\n[[line]]\nis = \"5x\"\nrules = [\"collect\"]\n```\n\n# Review\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct{ screen, want string }{
		{"aid/5", "[expand]"}, {"aid/7", "[expand collect]"}, {"demo/5", "[expand]"}, {"next/5", "[expand expand]"},
	} {
		s, err := c.Screen(row.screen)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(c.RulesUpTo(s.Question)); got != row.want {
			t.Errorf("up to %s the rules are %s, want %s", row.screen, got, row.want)
		}
	}
}
