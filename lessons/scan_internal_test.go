package lessons

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

// base is the built-in course, whose catalogues the lessons of the tests refer to.
func base(tb testing.TB) *Course {
	tb.Helper()
	c, err := Open(os.DirFS("content"), nil)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// bare returns an entry without its text.
func bare(e *Entry) Entry {
	b := *e
	b.text, b.Number, b.Optional = nil, 0, false // where it stands in the course, no lesson says
	return b
}

// TestListed demands that the list of the course says what the lessons say when they are read, and that none had to be
// read for it.
func TestListed(t *testing.T) {
	screens, variants := 0, 0
	for _, e := range base(t).Lessons {
		text, err := os.ReadFile(filepath.Join("content", e.File))
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := scan(text); !ok {
			t.Errorf("%s was read for the list", e.File)
		}
		l, err := e.Lesson()
		if err != nil {
			t.Fatal(err)
		}
		if got, want := bare(e), bare(entryOf(l)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s is listed as\n%+v\nand is\n%+v", e.File, got, want)
		}
		screens, variants = screens+len(e.Screens), variants+len(e.Review)
	}
	if screens < 100 || variants < 70 {
		t.Errorf("%d screens and %d variants are listed", screens, variants)
	}
}

// TestCounts demands that the counts of the list are those of headings and blocks, counted here by hand.
func TestCounts(t *testing.T) {
	for name, row := range map[string]struct {
		text             string
		sure             bool
		screens, variant string
	}{
		"plain":             {"# A\n\n## One {#one}\n\nText.\n\n## Two\n\nText.\n", true, "a/one One, a/2 Two", ""},
		"blanks":            {"#  A \n\n##   One  {#one} \n\nText.\n", true, "a/one One", ""},
		"in code":           {"# A\n\n## One\n\n```text\n## Two\n```\n", true, "a/1 One", ""},
		"in longer code":    {"# A\n\n## One\n\n````text\n```\n## Two\n````\n", true, "a/1 One", ""},
		"in indented code":  {"# A\n\n## One\n\n    ## Two\n", false, "a/1 One", ""},
		"in a list":         {"# A\n\n## One\n\n- two\n\n## Three\n\nText.\n", true, "a/1 One, a/2 Three", ""},
		"closed":            {"# A #\n\n## One ##\n\nText.\n", false, "a/1 One", ""},
		"underlined":        {"A\n=\n\nOne {#one}\n---\n\nText.\n", false, "a/one One", ""},
		"indented":          {"# A\n\n ## One\n\nText.\n", false, "a/1 One", ""},
		"no heading":        {"# A\n\n## One\n\n##Two\n\nText.\n", false, "a/1 One", ""},
		"tildes":            {"# A\n\n## One\n\n~~~text\n## Two\n~~~\n", false, "a/1 One", ""},
		"windows":           {"# A\r\n\r\n## One\r\n\r\nText.\r\n", false, "a/1 One", ""},
		"variants":          {"# A\n\n## One\n\nText.\n\n# Review\n\n" + variant(`id = "two"`) + "\nText.\n\n" + variant(""), true, "a/1 One", "a/two Review, a/review/2 Review"},
		"id between quotes": {"# A\n\n## One\n\nText.\n\n# Review\n\n" + variant("'id' = 'two'"), false, "a/1 One", "a/two Review"},
		"id in a text":      {"# A\n\n## One\n\nText.\n\n# Review\n\n" + variant("free = [] # \"\"\"\nid = \"two\""), false, "a/1 One", "a/two Review"},
	} {
		text := "+++\nid = \"a\"\ntitle = \"A\"\n+++\n\n" + row.text
		if _, sure := scan([]byte(text)); sure != row.sure {
			t.Errorf("%s: sure is %v", name, sure)
		}
		c, err := Open(fstest.MapFS{"a.md": {Data: []byte(text)}}, base(t))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if _, err := c.All(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if s, v := told(c.Lessons[0].Screens), told(c.Lessons[0].Review); s != row.screens || v != row.variant {
			t.Errorf("%s: %s and %s; want %s and %s", name, s, v, row.screens, row.variant)
		}
	}
}

func told(all []Heading) string {
	var words []string
	for _, h := range all {
		words = append(words, h.ID+" "+h.Title)
	}
	return strings.Join(words, ", ")
}

// variant returns a question for practice with a line put in.
func variant(line string) string {
	return "```formula\n" + line + "\nask = \"What is it?\"\nanswer = \"2\"\nskills = [\"log-algebra\"]\nhints = [\"one\", \"two\", \"three\"]\n```\n"
}

// FuzzScan demands of whatever text that is a lesson without a fault: the list says of it what it says when it is read.
func FuzzScan(f *testing.F) {
	known := base(f)
	for _, text := range []string{
		"# A\n\n## One {#one}\n\nText.\n", "# A\n\n## One\n\n- two\n  ## Three\n", "# A\n\n## One\n\n```text\n```\n## Two\n\nText\n---\n",
		"# A\n\n## One\n\nText.\n\n# Review\n\n" + variant(`id = "two"`), "# A\n\n> ## One\n\n## Two\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = "+++\nid = \"a\"\ntitle = \"A\"\n+++\n" + text
		e, sure := scan([]byte(text))
		if !sure {
			return
		}
		c, err := LoadFile("a.md", []byte(text), known)
		if err != nil {
			return
		}
		l, err := c.Lesson("a")
		if err != nil {
			t.Fatal(err)
		}
		e.File = "a.md"
		if got, want := bare(e), bare(entryOf(l)); !reflect.DeepEqual(got, want) {
			t.Errorf("%q is listed as\n%+v\nand is\n%+v", text, got, want)
		}
	})
}
