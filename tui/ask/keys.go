package ask

import (
	"fmt"

	"github.com/charmbracelet/bubbles/key"

	"chainrule/lessons/grade"
	"chainrule/tui/kit"
)

// AnswerKeys work on a question. None of them types a character, since most questions have a field to type in.
type AnswerKeys struct {
	Answer, Hint, Picture, Level, Undo, Again, Rule, Reading, Digit, Back key.Binding
}

// Keys is the set of keys of a question.
var Keys = AnswerKeys{
	Answer:  kit.Bind("enter", "answer", "enter"),
	Hint:    kit.Bind("f2", "hint", "f2", "ctrl+t"),
	Picture: kit.Bind("f3", "see it", "f3", "ctrl+o"),
	Level:   kit.Bind("f4", "level", "f4", "ctrl+v"),
	Undo:    kit.Bind("f6", "take back a line", "f6", "ctrl+x"),
	Again:   kit.Bind("f9", "ask me again", "f9", "ctrl+r"),
	Rule:    kit.Bind("f10", "ask me the rules", "f10", "ctrl+s"),
	// Reading works while what is typed can be read in several ways.
	Reading: kit.Bind("f12", "read it otherwise", "f12", "ctrl+q"),
	// Back goes to a screen that explains what failed, once the question is done.
	Back: kit.Bind("t", "tools", "t"),
	// Digits choose where there is nothing to type.
	Digit: kit.Bind("1-9", "choose", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
}

// ShortHelp returns the keys that make sense now.
func (q *Question) ShortHelp() []key.Binding {
	if q.runner != nil {
		return q.runHelp()
	}
	if q.state.Finished {
		return []key.Binding{q.pictureKey(), kit.If(q.back != nil, Keys.Back), kit.If(!q.attempt.OfTask(), Keys.Again)}
	}
	if q.judging {
		return nil // only typing goes on
	}
	keys := []key.Binding{Keys.Answer}
	if q.state.Next.Picks() {
		keys = q.pickKeys()
	}
	return append(keys,
		kit.If(q.isAmbiguous(), Keys.Reading), kit.If(q.state.CanHint || q.state.CanReveal, q.hintKey()), q.pictureKey(), q.levelKey(), q.ruleKey(),
	)
}

// pickKeys are those that choose from a list. Enter is one of them once it is clear what it would choose.
func (q *Question) pickKeys() []key.Binding {
	n := q.choices()
	choose := kit.Bind("↑ ↓ or "+q.numbers(), "choose", append([]string{"up", "down"}, Keys.Digit.Keys()[:min(n, len(Keys.Digit.Keys()))]...)...)
	if n == 0 || q.cursor < 0 {
		return []key.Binding{kit.If(n > 0, choose)}
	}
	return []key.Binding{kit.Named(Keys.Answer, "choose this one"), kit.Named(choose, "another")}
}

// numbers are those of what there is to choose from.
func (q *Question) numbers() string { return fmt.Sprintf("1–%d", q.choices()) }

// hintKey says what the next help is.
func (q *Question) hintKey() key.Binding {
	switch {
	case q.attempt.AsksRule():
		return kit.Named(Keys.Hint, "tell me")
	case q.state.CanHint:
		return Keys.Hint
	case q.state.Next == grade.PickRule:
		return kit.Named(Keys.Hint, "name the rule")
	case q.attempt.Derives():
		return kit.Named(Keys.Hint, "show this line")
	}
	return kit.Named(Keys.Hint, "show the answer")
}

func (q *Question) levelKey() key.Binding {
	return kit.If(q.attempt.Derives() && !q.state.Finished && !q.attempt.Alone(), kit.Named(Keys.Level, "level: "+q.state.Level.String()))
}

// runHelp returns the keys that make sense while there is a run.
func (q *Question) runHelp() []key.Binding {
	r := q.runner
	ofRun := r.ShortHelp()
	var keys []key.Binding
	switch {
	case r.Going() && q.sameAnswer():
		keys = append(keys, kit.Named(Keys.Answer, "to the end"))
	case !q.state.Finished:
		keys = append(keys, Keys.Answer, kit.If(q.isAmbiguous(), Keys.Reading))
	case !r.Ended():
		keys = append(keys, kit.Named(Keys.Answer, "go on"))
		ofRun = ofRun[1:] // enter does it
	}
	keys = append(keys, ofRun...)
	if q.state.Finished {
		return append(keys, kit.If(q.back != nil, Keys.Back), kit.If(q.Settled() && !q.attempt.OfTask(), Keys.Again))
	}
	return append(keys, kit.If(q.state.CanHint || q.state.CanReveal, q.hintKey()))
}

func (q *Question) ruleKey() key.Binding {
	does := "ask me the rules"
	if q.state.AsksRules {
		does = "ask no rules"
	}
	return kit.If(q.state.CanAskRules || q.state.AsksRules, kit.Named(Keys.Rule, does))
}

func (q *Question) pictureKey() key.Binding {
	does := "see both curves"
	if q.overlaid {
		does = "hide the curves"
	}
	return kit.If(q.overlay != nil && q.runner == nil, kit.Named(Keys.Picture, does))
}

// FullHelp returns all keys of the question, then how formulas are written, and the keys of the field.
func (q *Question) FullHelp() [][]key.Binding {
	answering := append([]key.Binding{kit.Heading("Answering")}, q.ShortHelp()...)
	groups := [][]key.Binding{append(answering, kit.If(q.canUndo() && !q.judging && q.runner == nil, Keys.Undo))}
	if q.state.Finished || !q.state.Next.Types() {
		return groups
	}
	if q.state.Next == grade.TypeFormula {
		groups = append(groups, samples())
	}
	return append(groups, append([]key.Binding{kit.Heading("In the line you type")}, q.field.Bindings()...))
}
