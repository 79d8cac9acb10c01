// Package transcript writes derivations that a learner finished, and answers to other questions, as documents: Markdown, LaTeX and
// HTML. What stands in them is a value first, which all three write.
//
// It takes everything from the record as it was found then, judges nothing, and reads and writes no file.
package transcript

import (
	"fmt"
	"slices"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/journal"
	"chainrule/mathcore/expr"
	"chainrule/tui/account"
	"chainrule/tui/session"
)

// A Document is a row of derivations and answers under a title.
type Document struct {
	Title string
	Parts []Part
}

// A Part is one derivation, or one question with its answer.
type Part struct {
	Title string // its place in the course and its name
	How   string // level, help and day
	Ask   lessons.Text
	Goal  expr.Node
	Lines []Line
	// Answers are those that counted, where no derivation was asked for, and Shown tells the answer that was shown instead.
	Answers []Step
	Shown   []lessons.Text
	// Way tells, where there was more than lines that counted, what was done in which order.
	Way []Step
}

// A Line is one of a derivation as it stood at its end.
type Line struct {
	Number int       // 0 where it has none: at the start, and in the place of a false line
	Tree   expr.Node // nil for one that was left out
	By     string    // the rules by which it follows; empty where the record does not tell
	Whose  Whose
}

// Whose tells where a line comes from.
type Whose uint8

// The sources of a line.
const (
	Asked Whose = iota // it is what the question begins with
	Own                // the learner typed it
	Given              // it stood there from the beginning
	Shown              // it was shown when help was asked for
)

// String says so in a document of the learner's.
func (w Whose) String() string {
	return [...]string{Asked: "the start", Own: "my own", Given: "given", Shown: "shown to me"}[w]
}

// A Step is something that was done on the way.
type Step struct {
	At    time.Time // in the zone of the reader; zero where the record does not tell
	Typed string    // empty where nothing was typed
	// Chosen is the option whose number was typed, empty where there were none.
	Chosen lessons.Text
	Says   string
}

// words returns what was typed or chosen, in the words of a format that has one way for what was typed and one for a text.
func (s *Step) words(code func(string) string, text func(lessons.Text) string) string {
	if len(s.Chosen) > 0 {
		return text(s.Chosen)
	}
	if s.Typed == "" {
		return ""
	}
	return code(s.Typed)
}

// behind puts a colon behind what is not empty.
func behind(words string) string {
	if words == "" {
		return ""
	}
	return words + ": "
}

// Of returns a derivation as a part of a document. It reads the lesson; the error is that of a lesson which cannot be read.
func Of(s *session.Session, a *account.Account, d *session.Derivation) (Part, error) {
	state, err := s.Ended(*d)
	if err != nil {
		return Part{}, err
	}
	screen, err := s.Screen(d.Screen.ID)
	if err != nil {
		return Part{}, err
	}
	question, _ := screen.Question.(*lessons.Derive)
	p := Part{Title: a.Derivation(d), How: a.How(d), Ask: state.Prompt, Way: way(s.Course, d, a.Now.Location())}
	if state.Goal != nil {
		p.Goal = state.Goal.Tree
	}
	for _, l := range s.Lines(state) {
		line := Line{Number: l.Number, Tree: l.Tree, By: l.By, Whose: whose(l, question, state.Level)}
		if l.Status == grade.Blank {
			line.Tree = nil
		}
		p.Lines = append(p.Lines, line)
	}
	return p, nil
}

// whose tells where a line of a derivation comes from, where the author's question says which lines stood there from the start.
func whose(l session.Line, q *lessons.Derive, level lessons.Level) Whose {
	switch l.Status {
	case grade.Start:
		return Asked
	case grade.Own, grade.Repaired:
		return Own
	case grade.Model, grade.Blank, grade.False:
	}
	if q == nil || level == lessons.Free {
		return Shown
	}
	at := slices.IndexFunc(q.Lines, func(m lessons.Line) bool { return m.Tree == l.Tree })
	if at < 0 || level == lessons.Faded && slices.Contains(q.Blank, at) {
		return Shown
	}
	return Given
}

// way returns what was done in a derivation, or nothing where that were only lines that counted at once.
func way(course *lessons.Course, d *session.Derivation, zone *time.Location) []Step {
	var all []Step
	smooth := true
	for _, e := range d.Past() {
		step, counted := told(course, &e)
		if step.Says == "" {
			continue
		}
		smooth = smooth && counted
		if !e.At.IsZero() {
			step.At = e.At.In(zone)
		}
		all = append(all, step)
	}
	if smooth {
		return nil
	}
	return all
}

// told says in words what an event is, and whether it is the choice of a level, or a line or the name of a rule that counted.
func told(course *lessons.Course, e *journal.Event) (s Step, counted bool) {
	switch e.Kind {
	case journal.Answered:
		kind, ok := grade.ParseKind(e.Verdict)
		if !ok {
			return Step{Typed: e.Text, Says: e.Verdict}, false
		}
		s := Step{Typed: e.Text, Says: verdicts[kind]}
		if e.Level == lessons.Worked.String() { // what was typed is a number in a list that is not kept
			s = Step{Says: ruleNamed[kind]}
		}
		if at := slices.IndexFunc(course.Slips, func(one lessons.Slip) bool { return string(one.ID) == e.Slip }); at >= 0 {
			s.Says += "; this slip may explain it: " + course.Slips[at].Inside()
		}
		return s, kind == grade.Right || kind == grade.Step
	case journal.Hinted:
		return Step{Says: fmt.Sprintf("hint %d taken", e.Rung)}, false
	case journal.Revealed:
		switch {
		case e.Shown == 0:
			return Step{Says: "the rest was shown"}, false
		case e.Level == lessons.Worked.String(): // all lines stand there
			return Step{Says: "a rule was shown"}, false
		}
		return Step{Says: "a line was shown"}, false
	case journal.Leveled:
		return Step{Says: "begun anew on the level " + e.Level}, true
	case journal.Undone:
		return Step{Says: "taken back"}, false
	case journal.Opened, journal.Finished, journal.Reviewed, journal.Erased:
	}
	return Step{}, true
}

// ruleNamed says what was found about the name of a rule; what names none says nothing.
var ruleNamed = [...]string{
	grade.Right: "a rule was named, rightly", grade.Step: "a rule was named, rightly", grade.Repeat: "", grade.Form: "",
	grade.Wrong: "a rule was named, not the right one", grade.Undefined: "", grade.Unsure: "", grade.Unreadable: "", grade.Revealed: "",
}

// verdicts say what was found about an answer.
var verdicts = [...]string{
	grade.Right: "right", grade.Step: "true", grade.Repeat: "true, but nothing new", grade.Form: "right so far, but not what was asked for",
	grade.Wrong: "not right", grade.Undefined: "has no value", grade.Unsure: "neither proved nor refuted",
	grade.Unreadable: "not readable", grade.Revealed: "shown",
}
