package lessons_test

import (
	"os"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"chainrule/lessons"
	"chainrule/lessons/check"
	"chainrule/lessons/content"
	"chainrule/mathcore/form"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// TestFormatExample plays the lesson that the description of the format shows.
func TestFormatExample(t *testing.T) {
	page, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	example := regexp.MustCompile(`(?s)~~~markdown\n(.*)~~~`).FindSubmatch(page)
	if example == nil {
		t.Fatal("no example")
	}
	base, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	course, err := lessons.LoadFile("squares.md", example[1], base)
	if err != nil {
		t.Fatal(err)
	}
	faults, remarks := check.Course(course)
	for _, f := range append(faults, remarks...) {
		t.Error(f)
	}
	if got := len(course.Lessons[0].Screens); got != 3 {
		t.Errorf("%d screens", got)
	}
}

// describing returns the description of the format without its examples, and the keys of its table of blocks.
func describing(t *testing.T) (prose string, rows map[string]string) {
	t.Helper()
	page, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	prose = regexp.MustCompile("(?s)~~~markdown\n.*?\n~~~|```lab\n.*?\n```").ReplaceAllString(string(page), "")
	rows = map[string]string{}
	for _, row := range regexp.MustCompile("(?m)^\\| `([a-z]+)` \\| (.*) \\|$").FindAllStringSubmatch(prose, -1) {
		if _, first := rows[row[1]]; !first {
			rows[row[1]] = row[2]
		}
	}
	return prose, rows
}

// complaint returns what the loader says of a text, with a course of its own beside it.
func complaint(t *testing.T, name, text string, find *regexp.Regexp) []string {
	t.Helper()
	beside := fstest.MapFS{"x.md": {Data: []byte("+++\nid = \"x\"\ntitle = \"X\"\n+++\n# X\n## One\n")}}
	beside[name] = &fstest.MapFile{Data: []byte(text)}
	_, err := lessons.Load(beside, nil)
	if err == nil {
		t.Fatalf("no fault in %s:\n%s", name, text)
	}
	return find.FindStringSubmatch(err.Error())
}

var unknownKey = regexp.MustCompile(`unknown key "[a-z.]*wrongkey"; the keys here are (.*)`)

// keysOf returns the keys that the loader knows in a stretch of TOML, and those of the tables in it.
func keysOf(t *testing.T, name, table string, embed func(toml string) string) []string {
	t.Helper()
	said := complaint(t, name, embed(table+"wrongkey = 1\n"), unknownKey)
	if said == nil || said[1] == "free" {
		return nil
	}
	keys := strings.Split(said[1], ", ")
	if table != "" {
		return keys
	}
	for _, key := range keys {
		for _, inner := range []string{"[[" + key + "]]\n", "[" + key + "]\n"} {
			keys = append(keys, keysOf(t, name, inner, embed)...)
		}
	}
	return keys
}

// TestFormatKeys holds the description of the format to the loader: it tells of each key that the loader knows, and of
// each kind of block.
func TestFormatKeys(t *testing.T) {
	prose, rows := describing(t)
	block := func(kind string) func(string) string {
		return func(toml string) string {
			return "+++\nid = \"x\"\ntitle = \"X\"\n+++\n# X\n## One\n```" + kind + "\n" + toml + "```\n"
		}
	}
	demand := func(where, words string, keys []string) {
		if len(keys) == 0 {
			t.Errorf("no keys of %s", where)
		}
		for _, key := range keys {
			if !regexp.MustCompile("`(\\[*)?" + key + "\\b[^`]*`").MatchString(words) {
				t.Errorf("FORMAT.md does not tell of the key %s of %s", key, where)
			}
		}
	}
	kinds := complaint(t, "x.md", block("wrongkind")("a\n"), regexp.MustCompile(`the kinds are (.*), text`))
	for kind := range strings.SplitSeq(kinds[1], ", ") {
		row, told := rows[kind]
		if !told {
			t.Errorf("FORMAT.md does not tell of the block %s", kind)
		}
		demand(kind, row+prose[strings.Index(prose, "Every question has"):], keysOf(t, "x.md", "", block(kind)))
	}
	whole := func(toml string) string { return toml }
	front := func(toml string) string { return "+++\n" + toml + "+++\n# X\n" }
	demand("the front matter", prose, keysOf(t, "x.md", "", front))
	for _, name := range []string{"course.toml", "rules.toml", "slips.toml"} {
		demand(name, prose, keysOf(t, name, "", whole))
	}
}

// TestFormatNames demands that the forms and domains that the description lists exist.
func TestFormatNames(t *testing.T) {
	prose, _ := describing(t)
	lists := regexp.MustCompile("(?s)Forms: (.*?)\\. Domains: (.*?)\\.\n").FindStringSubmatch(prose)
	if lists == nil {
		t.Fatal("no lists")
	}
	quoted := regexp.MustCompile("`([^`]+)`")
	for _, name := range quoted.FindAllStringSubmatch(lists[1], -1) {
		if _, err := form.Parse(name[1]); err != nil {
			t.Error(err)
		}
	}
	letter := regexp.MustCompile(`\b[abc]\b`)
	number := func(letter string) string { return string('1' + letter[0] - 'a') }
	for _, name := range quoted.FindAllStringSubmatch(lists[2], -1) {
		if err := parse.Declare(&scope.Scope{}, "x: "+letter.ReplaceAllStringFunc(name[1], number)); err != nil {
			t.Error(err)
		}
	}
}

// FuzzLoadFile demands that no text makes the loader panic or fail without a fault.
func FuzzLoadFile(f *testing.F) {
	f.Add(demo)
	f.Add("+++\n+++\n# \n##\n```plot\n```\n")
	f.Add("+++\nid=\"a\"\ntitle=\"b\"\n+++\n# b\n## c\n> x\n1. \n\n* $\n\n```number\nvary.x=[]\nask=\"{x}\"\n```\n")
	base, err := lessons.Load(files(demo), nil)
	if err != nil {
		f.Fatal(err)
	}
	const bytesOfFile, bytesEach = 256 << 10, 2 << 10 // what is made of a file has the size of the file
	f.Fuzz(func(t *testing.T, text string) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		course, err := lessons.LoadFile("fuzz.md", []byte(text), base)
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > uint64(bytesOfFile+bytesEach*len(text)) {
			t.Errorf("%d bytes for a file of %d", used, len(text))
		}
		if course == nil { // with faults it holds what could be read
			t.Errorf("course %v, error %v", course, err)
		}
	})
}
