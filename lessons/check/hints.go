package check

import (
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// small is the size of a formula that may stand in a hint though it is the answer: a number or a letter alone.
const small = 1

// hints demands that the first two rungs do not give an answer away, neither as a formula nor in words.
func (k *checker) hints(q *lessons.Asked, answers ...lessons.Term) {
	for _, h := range q.Hints {
		k.facts(h, q.Scope)
	}
	for i, h := range q.Hints[:min(2, len(q.Hints))] {
		k.silent(q.HintPlaces[i], h, answers, "hint %d gives the answer away", i+1)
	}
}

// note demands that the note of a line, which is a hint before it is seen, is true and does not hold the line itself.
func (k *checker) note(l lessons.Line, sc *scope.Scope) {
	k.facts(l.Note, sc)
	k.silent(l.Place, l.Note, []lessons.Term{l.Term}, "the note of this line is the line itself")
}

func (k *checker) silent(at lessons.Position, words lessons.Text, answers []lessons.Term, what string, args ...any) {
	for _, a := range answers {
		if expr.Size(a.Tree) > small && tells(words, a) {
			k.fault(at, "say less", what, args...)
			return
		}
	}
}

// tells reports whether a text holds an answer: as one side of a formula, or spelled in plain words or code.
func tells(words lessons.Text, answer lessons.Term) bool {
	const shortest = 4 // of a spelling that is looked for in words
	spelled := squeezed(answer.Source)
	for _, part := range words {
		switch {
		case part.Formula != nil:
			for _, p := range part.Formula.Parts {
				if expr.Alike(p, answer.Tree) {
					return true
				}
			}
		case len(spelled) >= shortest && strings.Contains(squeezed(part.Text), spelled):
			return true
		}
	}
	return false
}

func squeezed(text string) string { return strings.ReplaceAll(text, " ", "") }

// numberHints demands that no hint before the last holds the number asked for, with the places asked for.
func (k *checker) numberHints(q *lessons.Number, row lessons.Row, right string) {
	for _, h := range row.Hints {
		k.facts(h, q.Scope)
	}
	for i, h := range row.Hints[:min(2, len(row.Hints))] {
		if q.Places > 0 && strings.Contains(h.Plain(), strings.TrimPrefix(right, "-")) {
			k.fault(q.HintPlaces[i], "say less", "hint %d gives the answer %s away", i+1, right)
		}
	}
}

// choiceHints demands that no hint before the last holds the right option and no other.
func (k *checker) choiceHints(q *lessons.Choice) {
	for _, h := range q.Hints {
		k.facts(h, q.Scope)
	}
	holds := func(h lessons.Text, o lessons.Option) bool { return strings.Contains(h.Plain(), o.Text.Plain()) }
	for i, h := range q.Hints[:min(2, len(q.Hints))] {
		others := 0
		for _, o := range q.Options[1:] {
			if holds(h, o) {
				others++
			}
		}
		if others == 0 && holds(h, q.Options[0]) {
			k.fault(q.HintPlaces[i], "say less", "hint %d gives the right option away", i+1)
		}
	}
}
