package grade

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/rule"
)

// A spot is an attempt to find a false line and to repair it, or to find that there is none.
type spot struct {
	q      *lessons.Spot
	course *lessons.Course
	found  bool
	repair *Shown
}

// above returns the line that line k of the derivation stands below.
func (s *spot) above(k int) lessons.Term {
	if k == 0 {
		return s.q.From
	}
	return s.q.Lines[k-1].Term
}

func (s *spot) judge(a answer) Feedback {
	if s.found {
		return s.judgeRepair(a)
	}
	k, none, ok := s.picked(a.text)
	switch {
	case !ok && s.q.Perhaps:
		return Feedback{Kind: Unreadable, Say: say(fmt.Sprintf("Type the number of a line, 1 to %d, or none.", len(s.q.Lines)))}
	case !ok:
		return Feedback{Kind: Unreadable, Say: say(fmt.Sprintf("Type the number of a line, 1 to %d.", len(s.q.Lines)))}
	case none && s.q.False < 0:
		return Feedback{Kind: Right, Finished: true, Say: say("Right. " + allFollow)}
	case none:
		return Feedback{Kind: Wrong, Slip: lessons.OwnSlip, Say: say("One of the lines does not follow from the line above it.")}
	case s.q.False < 0:
	case k == s.q.False:
		return Feedback{Kind: Step, Slip: s.q.Slip, Say: []lessons.Text{
			join(lessons.Say("That is the one. "), s.q.See), lessons.Say("Now write the line that should stand there."),
		}}
	case k > s.q.False:
		return Feedback{Kind: Wrong, Slip: lessons.OwnSlip, Say: say(fmt.Sprintf(
			"Line %d does follow from the line above it. The mistake was made earlier.", k+1))}
	}
	return Feedback{Kind: Wrong, Slip: lessons.OwnSlip, Say: textsOf(
		lessons.Say(fmt.Sprintf("Line %d follows from the line above it%s.", k+1, s.by(s.q.Lines[k].Rules))))}
}

// allFollow is said where no line is false.
const allFollow = "Each line follows from the line above it."

// picked reads which line is said to be false, or that none is where that may be.
func (s *spot) picked(text string) (k int, none, ok bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	n := len(s.q.Lines)
	if s.q.Perhaps && (text == fmt.Sprint(n+1) || text == "none" || text == "no" || text == "0") {
		return 0, true, true
	}
	k, ok = picked(strings.TrimPrefix(text, "line"), n)
	return k, false, ok
}

// by names the rules of a line, as in ": quotient rule".
func (s *spot) by(rules []rule.ID) string {
	if len(rules) == 0 {
		return ""
	}
	return ": " + s.course.RuleNames(rules)
}

func (s *spot) judgeRepair(a answer) Feedback {
	above := s.above(s.q.False)
	var lines []expr.Node
	for k := range s.q.False + 1 {
		lines = append(lines, s.above(k).Tree)
	}
	return comparison{
		question: s.q, scope: s.q.Scope, wanted: above.Tree, lines: lines, name: "the line above", equal: s.equal, listed: s.sameMistake,
		course: s.course, shown: true, from: above.Tree, right: []expr.Node{s.q.Repair.Tree},
	}.decide(a)
}

func (s *spot) equal(f *Feedback) {
	for k := 0; k <= s.q.False; k++ {
		if expr.Alike(f.Answer, s.above(k).Tree) {
			f.Kind, f.Say = Repeat, say("That stands above already. Write the line that follows from it.")
			return
		}
	}
	if derivativeLeft(f.Answer) && !derivativeLeft(s.q.Repair.Tree) {
		f.Kind, f.Say = Form, say("True, but here the derivative is to be taken.")
		return
	}
	f.Kind, f.Finished, f.Rules = Right, true, s.q.Repair.Rules
	f.Say = []lessons.Text{step(s.course, "Repaired", s.q.Repair.Rules, s.q.Repair.Note)}
}

// sameMistake tells of a repair that has the value of the false line. What to do is told where it is that line, or one
// that followed from it: another mistake may have led to the same value.
func (s *spot) sameMistake(f *Feedback) bool {
	mistaken := s.q.Lines[s.q.False:]
	if judge.Compare(f.Answer, mistaken[0].Tree, s.q.Scope).Relation != judge.Equal {
		return false
	}
	f.Slip, f.Say = lessons.OwnSlip, say("This has the value of the false line again.")
	again := slices.ContainsFunc(mistaken, func(l lessons.Line) bool { return expr.Alike(f.Answer, l.Tree) })
	if slip, ok := s.course.Slip(s.q.Slip); ok && again {
		f.Slip = s.q.Slip
		f.Say = append(f.Say, lessons.Say(slip.Do))
	}
	return true
}

func (s *spot) take(f Feedback) {
	if !s.found || s.q.False < 0 {
		s.found = true
		return
	}
	s.repair = &Shown{Status: Repaired, Source: f.Typed, Tree: f.Answer, Rules: f.Rules, Note: s.q.Repair.Note}
}

func (s *spot) show(state *State) {
	state.Next = PickLine
	if s.q.Perhaps && !s.found {
		state.Options = []lessons.Text{lessons.Say("None: each line follows.")}
	}
	if s.found {
		state.Next = TypeFormula
	}
	state.Lines = []Shown{{Status: Start, Source: s.q.From.Source, Tree: s.q.From.Tree}}
	for k, l := range s.q.Lines {
		line := Shown{Status: Model, Source: l.Source, Tree: l.Tree, Rules: l.Rules, Note: l.Note}
		if s.found && k == s.q.False {
			line.Status, line.Current = False, s.repair == nil
		}
		state.Lines = append(state.Lines, line)
		if k == s.q.False && s.repair != nil {
			state.Lines = append(state.Lines, *s.repair)
			return
		}
	}
}

func (s *spot) rung(n int) Hint {
	r := s.step()
	switch {
	case n == 1 && s.found:
		return Hint{Say: join(lessons.Say("The step is "+byThese(r.Rules)+": "), ruleWords(s.course, r.Rules))}
	case n == 1 && s.q.Perhaps: // it must not tell whether there is a false line
		return Hint{Say: join(lessons.Say("Redo the step "+byThese(r.Rules)+", and compare: "), ruleWords(s.course, r.Rules))}
	case n == 1:
		return Hint{Say: join(lessons.Say("Look for the step "+byThese(r.Rules)+": "), ruleWords(s.course, r.Rules))}
	case n == 2:
		return Hint{Say: step(s.course, "What the step should do", r.Rules, r.Note)}
	case s.found:
		return Hint{Say: join(lessons.Say("The line: "), lessons.SayFormula(r.Tree)), Line: &r.Term}
	}
	if s.q.False < 0 {
		return Hint{Say: lessons.Say("No line is false.")}
	}
	return Hint{Say: lessons.Say(fmt.Sprintf("It is line %d.", s.q.False+1))}
}

func byThese(rules []rule.ID) string {
	if len(rules) == 1 {
		return "by this rule"
	}
	return "by these rules"
}

// step returns the line that hints speak of: the repaired one or, where no line is false, the one with the most rules.
func (s *spot) step() lessons.Line {
	if s.q.False >= 0 {
		return s.q.Repair
	}
	return slices.MaxFunc(s.q.Lines, func(a, b lessons.Line) int { return cmp.Compare(len(a.Rules), len(b.Rules)) })
}

func (s *spot) reveal() Feedback {
	r := s.q.Repair
	s.found = true
	if s.q.False < 0 {
		return Feedback{Say: say("No line is false. " + allFollow)}
	}
	s.repair = &Shown{Status: Repaired, Source: r.Source, Tree: r.Tree, Rules: r.Rules, Note: r.Note}
	return Feedback{
		Answer: r.Tree, Wanted: r.Tree, Scope: s.q.Scope, Rules: r.Rules,
		Say: []lessons.Text{
			join(lessons.Say(fmt.Sprintf("Line %d is false; it should be ", s.q.False+1)), lessons.SayFormula(r.Tree)),
			s.q.See,
		},
	}
}
