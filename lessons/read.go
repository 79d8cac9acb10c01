package lessons

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// ReviewTitle is the heading of level 1 below which the variants for practice stand.
const ReviewTitle = "Review"

// A reader turns the file of one lesson into the lesson.
type reader struct {
	*source
	*opened
	front  *table
	made   *Lesson
	prose  *scope.Scope    // that of the lesson, open to any letter
	screen *Screen         // the screen being read, nil before the first
	names  map[string]bool // of the screens so far
	review bool
}

// front is what stands between the lines of plus signs.
type front struct {
	ID, Title  string
	Needs      []string
	Skills     []string
	Objectives []string
	Define     []string
	Given      []string
	Symbol     []Symbol
	Skill      []skill
}

// lesson reads the file. It reports false if not even the front matter could be read.
func (r *reader) lesson() (*Lesson, bool) {
	body, ok := r.frontMatter()
	if !ok {
		return nil, false
	}
	doc := markdown.Parse(text.NewReader(body))
	titled := false
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level <= 2 {
			titled = r.heading(h, body, titled) || titled
			continue
		}
		r.piece(n, body)
	}
	r.closeScreen()
	if !titled {
		r.fault(r.front.offset, "the lesson has no heading", fmt.Sprintf("begin it with # %s", r.made.Title))
	}
	if len(r.made.Screens) == 0 {
		r.fault(r.front.offset, "the lesson has no screen", "begin each screen with a heading ##")
	}
	r.readsPlainly(doc, body)
	if len(r.faults) == 0 {
		r.trained()
	}
	return r.made, true
}

// trained demands that the lesson trains the skills that it names.
func (r *reader) trained() {
	for i, id := range r.made.Skills {
		asks := func(s *Screen) bool { return s.Question != nil && slices.Contains(s.Question.About().Skills, id) }
		if !slices.ContainsFunc(r.made.Screens, asks) && !slices.ContainsFunc(r.made.Review, asks) {
			r.front.failAt(fmt.Sprintf("skills[%d]", i), 0, fmt.Sprintf("no question of the lesson trains the skill %q", id),
				"name it at a question, or take it out here")
		}
	}
}

// frontMatter reads what stands between the lines of plus signs and returns the text with it blanked out.
func (r *reader) frontMatter() (body []byte, ok bool) {
	const fence = "+++\n"
	if !bytes.HasPrefix(r.text, []byte(fence)) {
		r.fault(0, "the lesson does not begin with +++", "begin with a line +++, then id and title, then a line +++")
		return nil, false
	}
	end := bytes.Index(r.text, []byte("\n"+fence))
	if end < 0 {
		r.fault(0, "the front matter is not closed", "end it with a line +++")
		return nil, false
	}
	var f front
	if r.front, ok = readTable(r.source, r.text[len(fence):end+1], len(fence), &f); !ok {
		return nil, false
	}
	r.declare(f)
	body = bytes.Clone(r.text)
	for i := range end + 1 + len(fence) {
		if body[i] != '\n' {
			body[i] = ' '
		}
	}
	return body, true
}

func (r *reader) declare(f front) {
	t := r.front
	r.made = &Lesson{ID: f.ID, Title: f.Title, File: r.file, Needs: f.Needs, Skills: f.Skills, Symbols: f.Symbol}
	r.letters(f)
	r.made.torn = len(r.faults) > 0
	if !plainID(f.ID) {
		t.failAt("id", 0, fmt.Sprintf("the ID %q is no plain name", f.ID), "use small letters, digits and hyphens")
	}
	if f.Title == "" {
		t.failAt("title", 0, "the lesson has no title", `write title = "…"`)
	}
	for i, o := range f.Objectives {
		r.made.Objectives = append(r.made.Objectives, t.sentence(fmt.Sprintf("objectives[%d]", i), o, r.prose))
	}
	switch {
	case r.single:
		r.course.train(t, f.Skill)
	case len(f.Skill) > 0:
		t.failAt("skill[0]", 0, "a lesson of a folder has no skills of its own", "write the [[skill]] in "+courseFile)
	}
	r.knownSkills(t, f.Skills)
}

// letters declares the letters of the lesson, with what is known of them.
func (r *reader) letters(f front) {
	t := r.front
	sc := &scope.Scope{Strict: true}
	for i, s := range f.Symbol {
		at := fmt.Sprintf("symbol[%d]", i)
		if s.Means == "" {
			t.failAt(at, 0, fmt.Sprintf("the symbol %s is not explained", s.Name), `write means = "…"`)
		}
		if slices.ContainsFunc(f.Symbol[:i], func(before Symbol) bool { return before.Name == s.Name }) {
			t.failAt(at+".name", 0, fmt.Sprintf("the symbol %s is declared twice", s.Name), "keep one of the two")
			continue
		}
		if s.Role != "" {
			if err := parse.Assign(sc, s.Name, s.Role); err != nil {
				t.failAt(at+".role", 0, err.Error(), "")
			}
		}
		if s.Domain == "" {
			continue
		}
		if err := parse.Declare(sc, s.Name+": "+s.Domain); err != nil {
			t.failAt(at+".domain", 0, err.Error(), "")
			sc.Strict = false // no complaint about each use of the letter
		}
	}
	t.define(sc, f.Define, f.Given)
	r.made.Scope = sc
	r.prose = sc.Clone()
	r.prose.Strict = false
}

// define adds definitions and side conditions to a scope.
func (t *table) define(sc *scope.Scope, definitions, conditions []string) {
	for i, d := range definitions {
		if err := parse.DefinePlainly(sc, d); err != nil {
			t.failAt(fmt.Sprintf("define[%d]", i), 0, err.Error(), "")
		}
	}
	for i, c := range conditions {
		if err := parse.Require(sc, c); err != nil {
			t.failAt(fmt.Sprintf("given[%d]", i), 0, err.Error(), "")
		}
	}
}

func (r *reader) knownSkills(t *table, skills []string) {
	for i, id := range skills {
		if _, ok := r.course.Skill(id); !ok {
			t.failAt(fmt.Sprintf("skills[%d]", i), 0, fmt.Sprintf("there is no skill %q", id), listSkills)
		}
	}
}

// screensLimit bounds the screens of a lesson.
const screensLimit = 500

// heading begins the lesson, a screen or the review. It reports whether it was the lesson's own.
func (r *reader) heading(h *ast.Heading, body []byte, titled bool) bool {
	title := string(h.Lines().Value(body))
	at := offsetOf(h)
	switch {
	case h.Level == 2 && r.review:
		r.fault(at, "a screen stands below the review", "put the review last")
	case h.Level == 2:
		r.closeScreen()
		n := len(r.made.Screens) + 1
		if n == screensLimit+1 {
			r.fault(at, fmt.Sprintf("from here on the lesson has more than %d screens", screensLimit), "make it several lessons")
		}
		r.screen = &Screen{ID: screenNumber(r.made.ID, n-1), Lesson: r.made.ID, Number: n, Title: title, Place: r.at(at)}
		if bare, name, ok := named(title); ok {
			r.screen.Title = bare
			r.name(name, func(what, do string) { r.fault(at, what, do) })
		}
	case !titled && (title == r.made.Title || r.made.Title == ""):
		return true
	case titled && !r.review && title == ReviewTitle:
		r.closeScreen()
		r.review = true
	default:
		r.fault(at, fmt.Sprintf("the heading # %s is neither the lesson's title nor # %s", title, ReviewTitle),
			"use ## for screens")
	}
	return false
}

// piece adds a block to the screen being read.
func (r *reader) piece(n ast.Node, body []byte) {
	if r.review && r.screen == nil {
		k := len(r.made.Review) + 1
		r.screen = &Screen{ID: variantNumber(r.made.ID, k-1), Lesson: r.made.ID, Number: k, Title: ReviewTitle}
	}
	if f, ok := n.(*ast.FencedCodeBlock); ok && f.Info != nil {
		r.fence(f, body)
		return
	}
	p := &proser{source: r.source, text: body, scope: r.prose}
	if block, ok := p.block(n); ok {
		r.add(block)
	}
}

// add puts prose where it belongs: before the first screen, before the question or after it.
func (r *reader) add(b Block) {
	switch {
	case r.screen == nil:
		r.made.Intro = append(r.made.Intro, b)
	case r.screen.Question == nil:
		r.screen.Prose = append(r.screen.Prose, b)
	default:
		r.screen.After = append(r.screen.After, b)
	}
}

// closeScreen adds the screen being read to the lesson.
func (r *reader) closeScreen() {
	switch {
	case r.screen == nil:
		return
	case r.review && r.screen.Question == nil:
		r.fault(len(r.text), "the review ends without a question", "take the last text out or ask something")
	case r.review:
		r.made.Review = append(r.made.Review, r.screen)
	default:
		r.made.Screens = append(r.made.Screens, r.screen)
	}
	r.screen = nil
}

// fence reads a fenced block: a plot, a question, or code.
func (r *reader) fence(n *ast.FencedCodeBlock, body []byte) {
	kind := string(n.Info.Segment.Value(body))
	at := n.Info.Segment.Start
	if kind == "text" {
		r.add(&Code{(&proser{text: body}).lines(n)})
		return
	}
	read, ok := blocks[kind]
	switch {
	case !ok:
		r.fault(at, fmt.Sprintf("there is no block of kind %q", kind), "the kinds are "+strings.Join(blockNames, ", ")+", text")
		return
	case r.screen == nil && kind != "plot":
		r.fault(at, fmt.Sprintf("the block %s stands before the first screen", kind), "begin the screen with a heading ##")
		return
	}
	if n.Lines().Len() == 0 {
		r.fault(at, fmt.Sprintf("the block %s is empty", kind), "fill it in")
		return
	}
	first, last := n.Lines().At(0), n.Lines().At(n.Lines().Len()-1)
	b := &blockReader{reader: r, kind: kind, at: at}
	if r.screen == nil {
		r.emblem(b, body[first.Start:last.Stop], first.Start)
		return
	}
	before := len(r.faults)
	read(b, body[first.Start:last.Stop], first.Start)
	r.screen.torn = r.screen.torn || len(r.faults)-before > b.apart || len(r.faults) > faultsLimit
	switch {
	case !r.review:
	case r.screen.Question != nil:
		r.closeScreen()
	case kind != "plot" && kind != "claims":
		r.screen = nil // what kept it from being read was told
	}
}

// emblem reads the plot that stands for the whole lesson: on a screen that is none.
func (r *reader) emblem(b *blockReader, text []byte, offset int) {
	r.screen = &Screen{Plot: r.made.Plot}
	b.plot(text, offset)
	r.made.Plot, r.screen = r.screen.Plot, nil
}

func plainID(id string) bool {
	for _, c := range id {
		if c != '-' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return id != ""
}
