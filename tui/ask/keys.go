package ask

import (
	"github.com/charmbracelet/bubbles/key"

	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// AnswerKeys work on a question. None of them types a character, since most questions have a field to type in.
type AnswerKeys struct {
	Answer, Hint, Picture, Level, Undo, Again, Rule, Reading, Digit key.Binding
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
	// Digits choose where there is nothing to type.
	Digit: kit.Bind("1-9", "choose", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
}

// ShortHelp returns the keys that make sense now.
func (q *Question) ShortHelp() []key.Binding {
	if q.runner != nil {
		return q.runHelp()
	}
	if q.state.Finished {
		return []key.Binding{q.pictureKey(), kit.If(!q.attempt.OfTask(), Keys.Again)}
	}
	hint := Keys.Hint
	switch {
	case q.state.CanHint:
	case q.attempt.Derives():
		hint = kit.Named(hint, "show this line")
	default:
		hint = kit.Named(hint, "show the answer")
	}
	if q.attempt.AsksRule() {
		hint = kit.Named(Keys.Hint, "tell me")
	}
	answer := Keys.Answer
	if q.state.Next.Picks() {
		answer = kit.Named(answer, "choose this one")
	}
	return []key.Binding{
		answer, kit.If(q.isAmbiguous(), Keys.Reading), kit.If(q.state.CanHint || q.state.CanReveal, hint), q.pictureKey(),
		kit.If(q.attempt.Derives() && !q.state.Finished, kit.Named(Keys.Level, "level: "+q.state.Level.String())),
		q.ruleKey(),
	}
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
		return append(keys, kit.If(q.Finished() && !q.attempt.OfTask(), Keys.Again))
	}
	hint := Keys.Hint
	if !q.state.CanHint {
		hint = kit.Named(hint, "show the answer")
	}
	return append(keys, kit.If(q.state.CanHint || q.state.CanReveal, hint))
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
	return kit.If(q.overlay != nil, kit.Named(Keys.Picture, does))
}

// FullHelp returns all keys of the question, those of the field after them.
func (q *Question) FullHelp() [][]key.Binding {
	groups := [][]key.Binding{append(q.ShortHelp(), kit.If(q.canUndo(), Keys.Undo))}
	switch {
	case q.state.Next.Picks():
		groups = append(groups, []key.Binding{kit.List.Up, kit.List.Down, Keys.Digit})
	case q.state.Next.Types():
		groups = append(groups, widget.Editing.Bindings())
	}
	return groups
}
