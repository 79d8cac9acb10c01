package lessons_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"chainrule/lessons"
)

// TestOddFiles reads files that no author meant to write, and lessons saved by other systems.
func TestOddFiles(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"empty":                   {"", "demo.md:1:1: the file is empty; begin it with a line +++, then id and title, then a line +++"},
		"blank":                   {"\n \t\n", "demo.md:1:1: the file is empty; *"},
		"binary":                  {"\x7fELF\x02\x00\x00", "demo.md:1:6: the file is not a text: it holds a zero byte; save it as plain text in UTF-8"},
		"UTF-16":                  {"\xff\xfe+\x00+\x00", "demo.md:1:4: the file is not a text: it holds a zero byte; *"},
		"Latin 1":                 {demo + "caf\xe9\n", fmt.Sprintf("demo.md:%d:4: the file is not UTF-8 text from here on; save it as UTF-8", 1+strings.Count(demo, "\n"))},
		"line feeds":              {demo, ""},
		"Windows":                 {strings.ReplaceAll(demo, "\n", "\r\n"), ""},
		"old Mac":                 {strings.ReplaceAll(demo, "\n", "\r"), ""},
		"byte order mark":         {"\ufeff" + demo, ""},
		"tabs":                    {strings.ReplaceAll(demo, " = ", "\t=\t"), ""},
		"blanks at line ends":     {strings.ReplaceAll(demo, "\"\n", "\" \t\n"), ""},
		"no line feed at the end": {strings.TrimRight(demo, "\n"), ""},
		"the last fence is open":  {strings.TrimSuffix(demo, "```\n"), ""},
		"a fault after a mark":    {"\ufeff" + strings.Replace(demo, "\ntitle", "\r\ntitel", 1), "demo.md:2:1: the lesson has no title; write title = \"…\"\ndemo.md:3:1: unknown key *"},
		"a long line":             {strings.Replace(demo, "Some ", strings.Repeat("some words ", 1000), 1), ""},
		"too long a line":         {strings.Replace(demo, "Some ", strings.Repeat("**a*_", 50_000), 1), "demo.md:15:1: from here on there are 16 KB without a blank line; make it several paragraphs"},
		"a long formula":          {strings.Replace(demo, `answer = "2x"`, `answer = "2x`+strings.Repeat("+x-x", 3000)+`"`, 1), ""},
		"deep brackets":           {strings.Replace(demo, `answer = "2x"`, `answer = "`+strings.Repeat("(", 900)+"x"+strings.Repeat(")", 900)+`"`, 1), "demo.md:38:*"},
		"too many screens":        {demo[:strings.Index(demo, "\n## ")] + strings.Repeat("\n## s\n\nx\n", 20_000), "demo.md:2017:4: from here on the lesson has more than 500 screens; make it several lessons"},
		"too large":               {demo + strings.Repeat("\nword\n", 200_000), "demo.md:1:1: the file is larger than 1 MB; make it several lessons"},
		"a key twice":             {strings.Replace(demo, "title", "id = \"demo\"\ntitle", 1), "demo.md:3:1: key id is already defined; *"},
		"an open quote":           {strings.Replace(demo, `"A demo"`, `"A demo`, 1), "demo.md:3:16: basic strings cannot have new lines; *"},
		"too many values":         {strings.Replace(demo, `vary.x = ["0", "1"]`, `range.x = "0 to 1000 by 0.001"`, 1), "demo.md:54:12: *"},
		"nothing but +++":         {"+++\n+++\n", "demo.md:2:1: the ID \"\" is no plain name; *"},
		"nothing but a title":     {"+++\nid = \"demo\"\ntitle = \"A\"\n+++\n", "demo.md:2:1: the lesson has no heading; begin it with # A\ndemo.md:2:1: the lesson has no screen; *"},
	} {
		_, err := lessons.Load(files(c.text), nil)
		said := ""
		if err != nil {
			said = err.Error()
		}
		head, open := strings.CutSuffix(c.want, "*")
		if open && !strings.HasPrefix(said, head) || !open && said != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, said, c.want)
		}
	}
}

// TestManyFaults reads a file with more faults than anybody wants to read.
func TestManyFaults(t *testing.T) {
	_, err := lessons.Load(files(strings.Replace(demo, "Some ", strings.Repeat("<b>\n\n", 500)+"Some ", 1)), nil)
	said := strings.Split(err.Error(), "\n")
	if len(said) != 101 || said[100] != "demo.md: there are more faults; mend these first" {
		t.Errorf("%d lines, the last: %s", len(said), said[len(said)-1])
	}
}

// TestOddDirectories loads directories that hold other things than lessons.
func TestOddDirectories(t *testing.T) {
	base, err := lessons.Load(files(demo), nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		put  fstest.MapFS
		want string
	}{
		"no course.toml":         {fstest.MapFS{"demo.md": {Data: []byte(demo)}}, ""},
		"a README beside":        {fstest.MapFS{"demo.md": {Data: []byte(demo)}, "ReadMe.md": {Data: []byte("words")}}, ""},
		"a directory called .md": {fstest.MapFS{"demo.md": {Data: []byte(demo)}, "x.md": {Mode: fs.ModeDir}}, ""},
		"nothing":                {fstest.MapFS{}, ".: there is no lesson here; a lesson is a file NAME.md"},
		"no lesson":              {fstest.MapFS{"notes.txt": {Data: []byte("words")}}, ".: there is no lesson here; a lesson is a file NAME.md"},
		"other Markdown": {
			fstest.MapFS{"notes.md": {Data: []byte("# Notes\n")}},
			"notes.md:1:1: the lesson does not begin with +++; begin with a line +++, then id and title, then a line +++",
		},
		"a lesson not listed": {
			fstest.MapFS{"demo.md": {Data: []byte(demo)}, "course.toml": {Data: []byte("lessons = []")}},
			"demo.md: the lesson is not listed in course.toml; add it there",
		},
		"a binary course.toml": {
			fstest.MapFS{"demo.md": {Data: []byte(demo)}, "course.toml": {Data: []byte("\x00")}},
			"course.toml:1:1: the file is not a text: it holds a zero byte; save it as plain text in UTF-8",
		},
		"a lesson listed twice": {
			fstest.MapFS{"demo.md": {Data: []byte(demo)}, "course.toml": {Data: []byte(`lessons = ["demo", "demo"]`)}},
			`course.toml:1:21: lesson "demo" is listed twice; take one out`,
		},
		"a lesson that is not there": {
			fstest.MapFS{"demo.md": {Data: []byte(demo)}, "course.toml": {Data: []byte(`lessons = ["demo", "other"]`)}},
			`course.toml:1:21: there is no file other.md; write it, or take the lesson off the list`,
		},
		"an unknown key in course.toml": {
			fstest.MapFS{"demo.md": {Data: []byte(demo)}, "course.toml": {Data: []byte("lessons = [\"demo\"]\norder = 1\n")}},
			`course.toml:2:1: unknown key "order"; the keys here are title, lessons, optional, headlines, placing, skill`,
		},
	} {
		_, err := lessons.Load(c.put, base)
		said := ""
		if err != nil {
			said = err.Error()
		}
		if said != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, said, c.want)
		}
	}
}
