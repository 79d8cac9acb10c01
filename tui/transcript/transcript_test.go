package transcript_test

import (
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/tui/account"
	"chainrule/tui/session"
	"chainrule/tui/transcript"
)

var keep = flag.String("keep", "", "write the transcripts of the whole course into this directory, to be looked at and compiled")

// evening is a record that is being written, a minute an event.
type evening struct {
	t      *testing.T
	course *lessons.Course
	j      *journal.Journal
}

func begin(t *testing.T, course *lessons.Course) *evening {
	t.Helper()
	now := time.Date(2026, 3, 14, 18, 0, 0, 0, time.UTC)
	clock := func() time.Time { now = now.Add(time.Minute); return now }
	return &evening{t, course, journal.Open(filepath.Join(t.TempDir(), "journal.jsonl"), clock, nil)}
}

func (e *evening) add(screen *lessons.Screen, level lessons.Level, event journal.Event) {
	e.t.Helper()
	event.Lesson, event.Screen, event.Level = screen.Lesson, screen.ID, level.String()
	if err := e.j.Append(event); err != nil {
		e.t.Fatal(err)
	}
}

// line answers with a line of the author's.
func (e *evening) line(screen *lessons.Screen, level lessons.Level, k int, last bool) {
	e.t.Helper()
	line := screen.Question.(*lessons.Derive).Lines[k]
	event := journal.Event{Kind: journal.Answered, Text: line.Source, Verdict: "step"}
	if last {
		event.Verdict = "right"
	}
	for _, r := range line.Rules {
		event.Rules = append(event.Rules, string(r))
	}
	e.add(screen, level, event)
}

// derivations returns the screens of a course that ask for one.
func derivations(t *testing.T, course *lessons.Course) []*lessons.Screen {
	t.Helper()
	var all []*lessons.Screen
	for _, entry := range course.Lessons {
		l, err := entry.Lesson()
		if err != nil {
			t.Fatal(err)
		}
		for _, screen := range slices.Concat(l.Screens, l.Review) {
			if _, ok := screen.Question.(*lessons.Derive); ok {
				all = append(all, screen)
			}
		}
	}
	return all
}

// document returns the derivations of the record, the latest first.
func (e *evening) document() *transcript.Document {
	e.t.Helper()
	s := session.New(e.course, e.j)
	var told *account.Account
	_ = s.Look(func(state *journal.State) {
		known := review.New(e.course)
		known.Follow(state)
		told = account.Of(e.course, state, known, time.Date(2026, 3, 15, 12, 0, 0, 0, time.UTC))
	})
	d := &transcript.Document{Title: "My derivations"}
	for i := range told.Derivations {
		p, err := transcript.Of(s, told, &told.Derivations[i])
		if err != nil {
			e.t.Fatal(err)
		}
		d.Parts = append(d.Parts, p)
	}
	return d
}

func written(write func(io.Writer, *transcript.Document), d *transcript.Document) string {
	var b strings.Builder
	write(&b, d)
	return b.String()
}

// hostile are answers that are commands in one of the formats, or nothing that can be shown.
var hostile = []string{
	`\input{/etc/passwd} \end{document} $x^2`, "`code` ``more`` *bold* _x_ [a](b) <script>alert(1)</script> & ]]> -->", "%50 # ~ ^ { } \\ \" ' --- ?` !`",
	"ŷ·θ₁ − ½ ≤ √x ∞ e⁻ˣ Σᵢ σ′(z) θ̂ ĥ ẑ ü ß ñ Č ő 中文 🙂 אב", strings.Repeat("(1+e^(-x))*", 300), "\u202e\x1b[31mred\x00", strings.Repeat("(", 900),
}

// TestCourse writes down each derivation of the course, answered with its author's lines after hostile answers, in all formats. Lines
// must be read again from Markdown as they were, HTML be well-formed, and LaTeX hold no character that pdflatex does not know.
func TestCourse(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	e, screens := begin(t, course), derivations(t, course)
	for i, screen := range screens {
		q := screen.Question.(*lessons.Derive)
		e.add(screen, lessons.Free, journal.Event{Kind: journal.Opened})
		e.add(screen, lessons.Free, journal.Event{Kind: journal.Answered, Text: hostile[i%len(hostile)], Verdict: "wrong", Slip: "nosuch"})
		e.add(screen, lessons.Free, journal.Event{Kind: journal.Hinted, Rung: 1})
		for k := range q.Lines {
			e.line(screen, lessons.Free, k, k == len(q.Lines)-1)
		}
		e.add(screen, lessons.Free, journal.Event{Kind: journal.Finished, Aided: true})
	}
	d := e.document()
	if len(d.Parts) != len(screens) || len(screens) < 20 {
		t.Fatalf("%d derivations are told of %d", len(d.Parts), len(screens))
	}
	latex, html, markdown := written(transcript.LaTeX, d), written(transcript.HTML, d), written(transcript.Markdown, d)
	wellFormed(t, html)
	compiles(t, latex)
	readsBack(t, screens, d, markdown)
	if *keep != "" {
		for name, text := range map[string]string{"all.tex": latex, "all.html": html, "all.md": markdown} {
			if err := os.WriteFile(filepath.Join(*keep, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// wellFormed checks that a page is XML, loads nothing and runs nothing.
func wellFormed(t *testing.T, page string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("the page is not well-formed: %v", err)
		}
		if start, ok := token.(xml.StartElement); ok {
			if slices.Contains([]string{"script", "link", "img", "iframe", "object", "a"}, start.Name.Local) {
				t.Errorf("the page has an element %s", start.Name.Local)
			}
			for _, a := range start.Attr {
				if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "src" || a.Name.Local == "href" {
					t.Errorf("the page has an attribute %s", a.Name.Local)
				}
			}
		}
	}
}

// compiles checks what TeX stumbles over: characters beyond ASCII, unequal braces and dollars, a command of the learner's.
func compiles(t *testing.T, source string) {
	t.Helper()
	depth, dollars := 0, 0
	for i := 0; i < len(source); i++ {
		switch c := source[i]; {
		case c >= 0x80 || c < ' ' && c != '\n':
			t.Fatalf("a character beyond ASCII at %q", source[max(0, i-20):min(len(source), i+20)])
		case c == '\\':
			i++ // a sign that is escaped, or a command
		case c == '{':
			depth++
		case c == '}':
			depth--
		case c == '$':
			dollars++
		case c == '%' || c == '#':
			t.Fatalf("a bare %c at %q", c, source[max(0, i-20):i])
		}
		if depth < 0 {
			t.Fatalf("a brace too many before %q", source[max(0, i-40):i])
		}
	}
	if depth != 0 || dollars%2 != 0 {
		t.Errorf("%d braces are open at the end, and there are %d dollars", depth, dollars)
	}
	if strings.Contains(source, `\input`) || strings.Count(source, `\end{document}`) != 1 {
		t.Error("an answer became a command")
	}
}

var typedLine = regexp.MustCompile("(?m)^- (?:start|[0-9]+|goal): `([^`\n]+)`")

// readsBack checks that each line of each derivation, the latest first, stands in the Markdown and is read from there as it was.
func readsBack(t *testing.T, screens []*lessons.Screen, d *transcript.Document, text string) {
	t.Helper()
	found := typedLine.FindAllStringSubmatch(text, -1)
	at := 0
	for i, p := range d.Parts {
		var trees []expr.Node
		for _, l := range p.Lines {
			trees = append(trees, l.Tree)
		}
		for _, tree := range append(trees, p.Goal) {
			if at == len(found) {
				t.Fatalf("%s: a line is missing", p.Title)
			}
			again, complaint := parse.Expr(found[at][1], screens[len(screens)-1-i].Question.About().Scope)
			if complaint != nil || !expr.Equal(again, tree) {
				t.Errorf("%s: %s is not read as the line that it was", p.Title, found[at][1])
			}
			at++
		}
	}
	if at != len(found) {
		t.Errorf("%d lines stand there, %d were meant", len(found), at)
	}
}

// TestWhose lets the first blank of each faded derivation be shown and fills in the others: each line must be told as the learner's
// own, as given from the start or as shown, and the way must tell of the help.
func TestWhose(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	e := begin(t, course)
	var want [][]transcript.Whose
	for _, screen := range derivations(t, course) {
		q := screen.Question.(*lessons.Derive)
		if len(q.Blank) < 2 {
			continue
		}
		whose := []transcript.Whose{transcript.Asked}
		e.add(screen, lessons.Faded, journal.Event{Kind: journal.Opened})
		for rung := range lessons.Rungs {
			e.add(screen, lessons.Faded, journal.Event{Kind: journal.Hinted, Rung: rung + 1})
		}
		e.add(screen, lessons.Faded, journal.Event{Kind: journal.Revealed, Shown: 1})
		for k := range q.Lines {
			switch at := slices.Index(q.Blank, k); {
			case at < 0:
				whose = append(whose, transcript.Given)
			case at == 0:
				whose = append(whose, transcript.Shown)
			default:
				whose = append(whose, transcript.Own)
				e.line(screen, lessons.Faded, k, at == len(q.Blank)-1)
			}
		}
		e.add(screen, lessons.Faded, journal.Event{Kind: journal.Finished, Aided: true, Shown: 1})
		want = append(want, whose)
	}
	d := e.document()
	if len(d.Parts) != len(want) || len(want) < 3 {
		t.Fatalf("%d derivations are told of %d", len(d.Parts), len(want))
	}
	slices.Reverse(want)
	for i, p := range d.Parts {
		var whose []transcript.Whose
		for _, l := range p.Lines {
			whose = append(whose, l.Whose)
		}
		if !slices.Equal(whose, want[i]) {
			t.Errorf("%s: lines are told as %v, want %v", p.Title, whose, want[i])
		}
		if !slices.ContainsFunc(p.Way, func(s transcript.Step) bool { return s.Says == "a line was shown" }) {
			t.Errorf("%s: nothing tells that a line was shown: %v", p.Title, p.Way)
		}
	}
}

// TestRulesNamed names the rules of a derivation all of whose lines stand there, wrongly and rightly, and lets one be shown.
func TestRulesNamed(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	e := begin(t, course)
	screen := derivations(t, course)[0]
	add := func(event journal.Event) { e.add(screen, lessons.Worked, event) }
	add(journal.Event{Kind: journal.Opened})
	add(journal.Event{Kind: journal.Answered, Text: "2", Verdict: "wrong"})
	add(journal.Event{Kind: journal.Answered, Text: "9", Verdict: "unreadable"})
	add(journal.Event{Kind: journal.Answered, Text: "1", Verdict: "step"})
	add(journal.Event{Kind: journal.Hinted, Rung: 1})
	add(journal.Event{Kind: journal.Revealed, Shown: 1})
	add(journal.Event{Kind: journal.Answered, Text: "1", Verdict: "right"})
	add(journal.Event{Kind: journal.Finished, Aided: true, Shown: 1})
	var told []string
	for _, s := range e.document().Parts[0].Way {
		told = append(told, s.Typed+s.Says)
	}
	want := []string{"a rule was named, not the right one", "a rule was named, rightly", "hint 1 taken", "a rule was shown", "a rule was named, rightly"}
	if !slices.Equal(told, want) {
		t.Errorf("told as %q, want %q", told, want)
	}
}
