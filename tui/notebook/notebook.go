// Package notebook is what is tried out in the playground: what each line that is typed declares or asks, and what is found
// out about it: its value, its derivative with the rules, its curve, a verdict on two formulas.
//
// It draws nothing, keeps no record and knows no question of the course.
package notebook

import (
	"slices"

	"chainrule/lessons"
	"chainrule/mathcore/budget"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// A Notebook holds what was declared so far, and the formula that is looked at. It belongs to one goroutine; the work on a line
// is done by Line.Find, beside it.
type Notebook struct {
	course *lessons.Course
	scope  *scope.Scope
	held   []Held
	by     *expr.Symbol // the letter that was chosen; nil before
	study  *Study       // what is looked at; nil before the first formula
	last   string       // the text of it
	span   *Span        // the range that was asked for; nil where it is chosen by the formula
	at     *float64     // where the tangent was put; nil before
	all    []Entry
}

// A Held letter stands still while a curve is drawn along another.
type Held struct {
	Letter *expr.Symbol
	At     float64
}

// A Span is a range of the letter along which a curve is drawn.
type Span struct{ From, To float64 }

// An Entry is a line that was typed, and what came of it.
type Entry struct {
	Typed string
	Kind  Kind
	// Said tells what came of it, sentence by sentence, formulas on one line.
	Said []string
	// Notes are remarks on how a formula was read; they are among what is said, too.
	Notes []string
	// Fault is where the line cannot be read; nil where it can.
	Fault *Spot
	// Study is what was found out about a formula or, of a comparison, about its first side.
	Study *Study
	// Verdict is how the sides of a comparison relate; nil of all else.
	Verdict *Verdict

	scope *scope.Scope // what holds after a declaration; nil where nothing was declared
	apply func(*Notebook)
}

// A Spot is where a line cannot be read: bytes of what was typed.
type Spot struct{ Start, End int }

// A Kind says what a line is.
type Kind uint8

// The kinds of line.
const (
	Formula    Kind = iota // a formula to look at
	Comparison             // two formulas or more with = between them
	Declared               // a definition, a domain or a condition
	Setting                // a command about what is shown
	Helped                 // the list of what can be typed was asked for
	Unreadable
	Stopped // the work on it was stopped
)

// New returns an empty notebook. The course has the names of rules.
func New(course *lessons.Course) *Notebook {
	return &Notebook{course: course, scope: &scope.Scope{}}
}

// Study returns what is known of the formula that is looked at; nil before the first.
func (n *Notebook) Study() *Study { return n.study }

// Entries returns all lines, the first one first.
func (n *Notebook) Entries() []Entry { return n.all }

// Verdict returns the verdict of the comparison that is looked at; nil where a formula is.
func (n *Notebook) Verdict() *Verdict {
	if n.study == nil {
		return nil
	}
	return n.study.verdict
}

// At returns where the tangent was put by a command, if it was.
func (n *Notebook) At() (x float64, ok bool) {
	if n.at == nil {
		return 0, false
	}
	return *n.at, true
}

// Read returns the ways in which a text that is being typed can be read, the likeliest first; the head is the name that a
// definition gives to it. Nothing is returned for what is no formula, or cannot be read yet.
func (n *Notebook) Read(text string) (head string, lines []parse.Line) {
	kind, head, body := n.sort(text)
	switch kind {
	case definition:
		sc := n.scope.Clone()
		if parse.Define(sc, text) != nil {
			return "", nil
		}
		if body == "" {
			return head, nil
		}
		all := sc.Definitions()
		return head, []parse.Line{{Right: all[len(all)-1].Body}}
	case formula, against:
		read, complaint := parse.Readings(body, n.scope)
		if complaint != nil {
			return "", nil
		}
		return "", read
	case domain, command, empty:
	}
	return "", nil
}

// A Line is one that was typed, to be worked on beside the notebook.
type Line struct {
	text string
	book Notebook // as it was when the line was typed
}

// Type returns a line to be worked on.
func (n *Notebook) Type(text string) Line {
	book := *n
	book.scope, book.held, book.all = n.scope.Clone(), slices.Clone(n.held), nil
	return Line{text, book}
}

// Again returns the line whose formula is looked at, to be worked on for another letter; false where there is none.
func (n *Notebook) Again(by *expr.Symbol) (Line, bool) {
	if n.study == nil {
		return Line{}, false
	}
	l := n.Type(n.last)
	l.book.by = by
	return l, true
}

// budgetOfLine is what is spent at most on one line, in units of budget.Meter: several comparisons and a derivative.
const budgetOfLine = 12_000_000

// Find works on the line. It ends soon after done is closed; the entry tells so then.
func (l Line) Find(done <-chan struct{}) Entry {
	m := budget.New(budgetOfLine, done)
	book := l.book
	book.scope = book.scope.Under(m)
	var e Entry
	ended := m.Within(budgetOfLine, func() { e = book.find(l.text) })
	if !ended {
		e = Entry{Kind: Stopped, Said: []string{"This took more work than is allowed for one line, or was stopped. Try a smaller formula."}}
	}
	if e.Typed == "" {
		e.Typed = l.text
	}
	return e
}

// Take adds an entry to the notebook.
func (n *Notebook) Take(e Entry) {
	if e.scope != nil {
		n.scope = e.scope.Under(nil)
	}
	if e.apply != nil {
		e.apply(n)
	}
	if e.Study != nil {
		n.study, n.last, n.by = e.Study, e.Typed, e.Study.By
	}
	n.all = append(n.all, e)
}

// Replace puts what was found for another letter in the place of what is looked at.
func (n *Notebook) Replace(e Entry) {
	if e.Study != nil {
		n.swap(e.Study, e.Said)
	}
}

// swap puts another study in the place of the one that is looked at, on the sheet, too.
func (n *Notebook) swap(s *Study, said []string) {
	for i := range n.all {
		if n.all[i].Study == n.study {
			n.all[i].Study, n.all[i].Said = s, said
		}
	}
	n.study, n.by = s, s.By
}
