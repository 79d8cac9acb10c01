package lessons_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"chainrule/lessons"
)

// threeScreens returns a folder with one lesson of three screens, the second without an ID, and with numbers.toml.
func threeScreens(numbers string) fstest.MapFS {
	const lesson = "+++\nid = \"three\"\ntitle = \"Three\"\n+++\n\n# Three\n\n## One {#first}\n\nText.\n\n## Two\n\nText.\n\n## Three, {too} {#third-one}\n\nText.\n"
	files := fstest.MapFS{"three.md": {Data: []byte(lesson)}}
	if numbers != "" {
		files["numbers.toml"] = &fstest.MapFile{Data: []byte(numbers)}
	}
	return files
}

// TestPlaces goes to screens by ID and by number: place | ID and title.
func TestPlaces(t *testing.T) {
	c, err := lessons.Load(threeScreens(""), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []string{
		"three | the lesson",
		"three/first | three/first One true",
		"three/1 | three/first One true",
		"three/2 | three/2 Two false",
		"three/third-one | three/third-one Three, {too} true",
		"three/3 | three/third-one Three, {too} true",
		"three/4 | none",
		"three/second | none",
		"three/ | none",
		"first | none",
	} {
		place, want, _ := strings.Cut(row, " | ")
		got := "none"
		if l, s, ok := c.Locate(place); ok && s == nil {
			got = "the lesson"
		} else if ok {
			got = fmt.Sprint(s.ID, " ", s.Title, " ", s.Named)
			if l.ID != "three" {
				t.Errorf("%s is in %s", place, l.ID)
			}
		}
		if got != want {
			t.Errorf("%s: %s, want %s", place, got, want)
		}
	}
}

// TestVariantsAreNoPlaces finds a question for practice, to which nobody can go.
func TestVariantsAreNoPlaces(t *testing.T) {
	c, err := lessons.Load(files(demo), nil)
	if err != nil {
		t.Fatal(err)
	}
	s, err := c.Screen("demo/review/1")
	if _, _, place := c.Locate("demo/review/1"); err != nil || s.Question == nil || place {
		t.Error("a question for practice is not found, or is a place")
	}
}

// TestNumbers reads numbers.toml: its text | what numbers mean | the fault.
func TestNumbers(t *testing.T) {
	for _, row := range []struct{ numbers, want, fault string }{
		{"", "map[]", ""},
		{"[[lesson]]\nid = \"three\"\nscreens = [\"third-one\", \"first\"]\n", "map[three/1:three/third-one three/2:three/first]", ""},
		{
			"retired = [\"three/gone\"]\n[[lesson]]\nid = \"three\"\nscreens = [\"first\", \"gone\"]\n",
			"map[three/1:three/first three/2:three/gone]", "",
		},
		{
			"[[lesson]]\nid = \"three\"\nscreens = [\"first\", \"gone\"]\n", "",
			"numbers.toml:3:22: there is no screen three/gone, and records know it; give the screen the ID that it had; if it is gone for good, list the ID in retired",
		},
		{
			"retired = [\"three/1\", \"three/first\"]\n", "",
			"numbers.toml:1:24: the ID three/first is retired, and a screen has it; give that screen another ID",
		},
		{"[[lesson]]\nid = \"four\"\nscreens = []\n", "", `numbers.toml:1:3: there is no lesson "four"; IDs of lessons are never changed`},
	} {
		c, err := lessons.Load(threeScreens(row.numbers), nil)
		fault := ""
		if err != nil {
			fault = err.Error()
		}
		if fault != row.fault {
			t.Errorf("%q:\n got %s\nwant %s", row.numbers, fault, row.fault)
		}
		if err == nil && fmt.Sprint(c.Numbered) != row.want {
			t.Errorf("%q: %s, want %s", row.numbers, fmt.Sprint(c.Numbered), row.want)
		}
	}
}
