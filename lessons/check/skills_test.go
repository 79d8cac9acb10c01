package check_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"chainrule/lessons"
	"chainrule/lessons/check"
	"chainrule/lessons/content"
)

// TestSkills changes the course in one place at a time, and looks for what is said of its skills. A question with drawn values
// is two clothes, another one: the step by numbers was two of five. A family is two, too.
func TestSkills(t *testing.T) {
	for _, row := range []struct{ file, old, put, said string }{
		{"course.toml", `title = `, `title = `, ""},
		{"course.toml", `"cancel", `, ``, "the rule cancel belongs to no skill; name it among the rules of one in course.toml"},
		{
			"course.toml", "id = \"surprise\"\n", "id = \"surprise\"\nneeds = [\"gradient-check\"]\n",
			"the skill surprise is asked for in entropy, before gradient-check, which it needs; teach the one before the other, or take the need out",
		},
		{
			"course.toml", "[[skill]]\n", "[[skill]]\nid = \"juggling\"\nsay = \"juggle\"\n\n[[skill]]\n",
			"the skill juggling is asked for in no clothes only, and four are wanted; ask for it in other words, other letters or another kind of question",
		},
		{"bce-derivative.md", "s = [\"5\", \"4\", \"20\"]", "s = [\"5\"]", ""},
		{
			"cross-entropy.md", "skills = [\"bce-formula\"]", "skills = [\"bce-value\"]",
			"the skill bce-formula is asked for in three clothes only, and four are wanted; ask for it in other words, other letters or another kind of question",
		},
	} {
		said := orderOf(t, row.file, row.old, row.put)
		found := slices.ContainsFunc(said, func(s string) bool { return strings.HasSuffix(s, row.said) })
		if row.said != "" && !found {
			t.Errorf("%q for %q: %q is not among\n%s", row.put, row.old, row.said, strings.Join(said, "\n"))
		}
		about := func(s string) bool { return strings.Contains(s, "skill") }
		if row.said == "" && slices.ContainsFunc(said, about) {
			t.Errorf("%q for %q: said is\n%s", row.put, row.old, strings.Join(said, "\n"))
		}
	}
}

// orderOf returns what is said of the order of the course when the first piece of a text is another.
func orderOf(t *testing.T, file, old, put string) []string {
	t.Helper()
	files := fstest.MapFS{}
	names, err := fs.Glob(content.Files, "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(content.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		if name == file {
			if !strings.Contains(string(text), old) {
				t.Fatalf("%s does not hold %q", file, old)
			}
			text = []byte(strings.Replace(string(text), old, put, 1))
		}
		files[name] = &fstest.MapFile{Data: text}
	}
	c, err := lessons.Load(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, f := range check.Order(c) {
		said = append(said, f.Error())
	}
	return said
}
