package lessons

import (
	"cmp"
	"fmt"
	"strings"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/form"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/slip"
)

// blocks lists the kinds of fenced block with their readers.
var blocks = map[string]func(b *blockReader, text []byte, offset int){
	"plot": (*blockReader).plot, "formula": (*blockReader).formula, "number": (*blockReader).number,
	"choice": (*blockReader).choice, "derive": (*blockReader).derive, "spot": (*blockReader).spot, "lab": (*blockReader).lab,
	"claims": (*blockReader).claims,
}

var blockNames = []string{"plot", "formula", "number", "choice", "derive", "spot", "lab", "claims"}

// Rungs is how many hints there are at one place of a question.
const Rungs = 3

// A blockReader reads one fenced block into the screen of its reader.
type blockReader struct {
	*reader
	*table
	kind  string
	at    int // where the block begins
	apart int // how many of its faults are about skills, and leave the question whole
}

// asked is what all questions may say.
type asked struct {
	ID      string
	Ask     string
	Skills  []string
	Uses    map[string]float64
	Scope   string
	Define  []string
	Given   []string
	Free    []string
	Teaches []string
}

// wrong is a listed wrong answer as written.
type wrong struct{ Answer, Slip, Say string }

// open decodes the block. It reports false if nothing could be read.
func (b *blockReader) open(text []byte, offset int, into any) bool {
	t, ok := readTable(b.reader.source, text, offset, into)
	b.table = t
	return ok
}

// fail records a fault of the value at path.
func (b *blockReader) fail(path, what, do string) { b.failAt(path, 0, what, do) }

// place returns the place of the value at path.
func (b *blockReader) place(path string) Position { return b.reader.at(b.where(path)) }

// ask puts a question on the screen and returns what it shares with the others. The question comes first: one stands
// on a screen.
func (b *blockReader) ask(a asked) Asked {
	s := b.screen
	if s.Question != nil {
		b.reader.fault(b.at, "this screen has a second question", "begin a new screen with ##")
	}
	switch {
	case a.ID != "" && !b.review:
		b.fail("id", "the ID of a question is that of its screen", fmt.Sprintf("write it behind the heading: ## %s {#%s}", s.Title, a.ID))
	case a.ID != "":
		b.name(a.ID, func(what, do string) { b.fail("id", what, do) })
	}
	sc := b.made.Scope.Clone()
	for i, name := range a.Free {
		path := fmt.Sprintf("free[%d]", i)
		free, ok := b.term(path, name, sc).Tree.(*expr.Symbol)
		if !ok {
			b.fail(path, fmt.Sprintf("%s is no symbol", name), "name one symbol that is defined")
			continue
		}
		sc.Undefine(free.Name, len(free.Index), 0)
	}
	if a.Scope != "" {
		if err := parse.Declare(sc, a.Scope); err != nil {
			b.fail("scope", err.Error(), "")
		}
	}
	b.define(sc, a.Define, a.Given)
	before := len(b.reader.faults)
	b.knownSkills(b.table, a.Skills)
	uses := b.corrected(a.Uses)
	b.apart += len(b.reader.faults) - before
	if b.review && len(a.Skills) == 0 {
		b.reader.fault(b.at, "a variant for practice names no skill", `write skills = ["…"]`)
	}
	s.Place = cmp.Or(s.Place, b.reader.at(b.at))
	asked := Asked{ID: s.ID, Draw: s.ID, Place: b.reader.at(b.at), Skills: a.Skills, Uses: uses, Scope: sc, Teaches: b.rules("teaches", a.Teaches)}
	for i := range Rungs {
		asked.HintPlaces = append(asked.HintPlaces, b.place(fmt.Sprintf("hints[%d]", i)))
	}
	return asked
}

// prompt returns the text of the question.
func (b *blockReader) prompt(a asked, sc *scope.Scope) Text {
	if a.Ask == "" {
		b.reader.fault(b.at, fmt.Sprintf("the %s does not say what to do", b.kind), `write ask = "…"`)
		return nil
	}
	return b.sentence("ask", a.Ask, loose(sc))
}

// hints returns the rungs.
func (b *blockReader) hints(texts []string, sc *scope.Scope) []Text {
	if len(texts) != Rungs {
		b.fail("hints", fmt.Sprintf("the %s has %d hints", b.kind, len(texts)), fmt.Sprintf("write %d, from the first nudge to the last step", Rungs))
	}
	return b.sentences("hints", texts, loose(sc))
}

// loose returns the scope for prose about a question: any letter may be used.
func loose(sc *scope.Scope) *scope.Scope {
	sc = sc.Clone()
	sc.Strict = false
	return sc
}

// sentence reads the text at path.
func (t *table) sentence(path, words string, sc *scope.Scope) Text {
	if words == "" {
		return nil
	}
	p := &proser{source: t.source, text: []byte(words), base: t.where(path), fixed: !t.isExact(path), scope: sc}
	return p.sentence()
}

func (t *table) sentences(path string, words []string, sc *scope.Scope) []Text {
	var all []Text
	for i, w := range words {
		at := fmt.Sprintf("%s[%d]", path, i)
		if w == "" {
			t.failAt(at, 0, "this text is empty", "write it or take it out")
			continue
		}
		all = append(all, t.sentence(at, w, sc))
	}
	return all
}

// term reads the formula at path. A missing one is a fault.
func (b *blockReader) term(path, source string, sc *scope.Scope) Term {
	t := Term{Source: source, Place: b.place(path)}
	if source == "" {
		b.fail(path, fmt.Sprintf("the %s lacks %s", b.kind, path), "write it as a formula in quotes")
		return t
	}
	line, complaint := parse.Read(source, sc)
	switch {
	case complaint != nil:
		b.failAt(path, complaint.Start, clause(complaint.Say()), "")
	case line.Left != nil:
		b.fail(path, "an equation stands where an expression is expected", "leave out the left side")
	case len(line.Notes) > 0:
		b.failAt(path, line.Notes[0].Start, clause(line.Notes[0].Say()), "in a lesson no formula may be read in two ways")
	default:
		t.Tree = line.Right
	}
	return t
}

// clause returns a sentence as a part of a longer one.
func clause(sentence string) string { return strings.TrimSuffix(sentence, ".") }

func (b *blockReader) terms(path string, sources []string, sc *scope.Scope) []Term {
	var all []Term
	for i, s := range sources {
		all = append(all, b.term(fmt.Sprintf("%s[%d]", path, i), s, sc))
	}
	return all
}

// wrongs reads the listed wrong answers.
func (b *blockReader) wrongs(all []wrong, sc *scope.Scope) []Wrong {
	var read []Wrong
	for i, w := range all {
		at := fmt.Sprintf("wrong[%d]", i)
		_, known := b.course.Slip(slip.ID(w.Slip))
		switch {
		case w.Slip == "":
			b.fail(at, "this wrong answer names no slip", `write slip = "own" if none of the catalogue fits`)
		case !known && w.Slip != OwnSlip:
			b.fail(at+".slip", fmt.Sprintf("there is no slip %q", w.Slip), `the slips are listed in `+slipsFile+`; "own" fits always`)
		}
		if w.Say == "" {
			b.fail(at, "this wrong answer has no words", `write say = "…"`)
		}
		read = append(read, Wrong{b.term(at+".answer", w.Answer, sc), slip.ID(w.Slip), b.sentence(at+".say", w.Say, loose(sc))})
	}
	return read
}

// form reads the name of a required form; without a name none is asked for.
func (b *blockReader) form(name string) form.Form {
	if name == "" {
		return form.Form{}
	}
	f, err := form.Parse(name)
	if err != nil {
		b.fail("form", err.Error(), "")
	}
	return f
}

// rules checks the rules of a line.
func (b *blockReader) rules(path string, ids []string) []rule.ID {
	var all []rule.ID
	for i, id := range ids {
		all = append(all, rule.ID(id))
		if _, ok := b.course.Rule(rule.ID(id)); !ok {
			b.fail(fmt.Sprintf("%s[%d]", path, i), fmt.Sprintf("there is no rule %q", id), "the rules are listed in "+rulesFile)
		}
	}
	return all
}
