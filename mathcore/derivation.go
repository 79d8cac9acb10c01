package mathcore

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/scope"
)

// A StepKind tells what a line is worth in a derivation.
type StepKind uint8

// The kinds of steps.
const (
	StepUnreadable StepKind = iota // no expression
	StepOk                         // equal to the line above
	StepGoal                       // equal, and the expression that was to be reached, up to notation and order
	StepRepeat                     // the line above again, up to notation and order
	StepWrong                      // different from the line above
	StepUndefined                  // without a value where the line above has one
	StepUnsure                     // neither proved nor refuted
)

// String returns the word that the command line prints.
func (k StepKind) String() string {
	switch k {
	case StepUnreadable:
		return "unreadable"
	case StepOk:
		return "ok"
	case StepGoal:
		return "goal"
	case StepRepeat:
		return "repeat"
	case StepWrong:
		return "wrong"
	case StepUndefined:
		return "undefined"
	case StepUnsure:
		return "unsure"
	}
	panic("mathcore: unknown step kind")
}

// A Step is one line of a derivation with what was found of it.
type Step struct {
	Kind    StepKind
	Verdict Verdict   // against the line above
	path    rule.Path // as it was before the line
}

// Rules returns the rules that lead to a true line, in a chain those to its last side; none for any other, and none
// where the step is too long to be understood. They are looked for when they are asked for, which takes longer than
// judging.
func (s Step) Rules() []rule.ID {
	if s.Kind != StepOk && s.Kind != StepGoal {
		return nil
	}
	above := s.path.Last()
	if k := len(s.Verdict.Steps); k > 1 {
		above = s.Verdict.Steps[k-2]
	}
	return rule.Between(above, s.Verdict.Answer, s.path.Scope.For(above, s.Verdict.Answer))
}

// Progress tells what a true line does for the derivation; of any other line nothing is known.
func (s Step) Progress() rule.Progress {
	if s.Kind != StepOk && s.Kind != StepGoal && s.Kind != StepRepeat {
		return rule.Unknown
	}
	p := s.path
	if k := len(s.Verdict.Steps); k > 1 {
		p.Lines = append(slices.Clip(p.Lines), s.Verdict.Steps[:k-1]...)
	}
	return p.Progress(s.Verdict.Answer)
}

// A Derivation is a chain of equal lines. It starts with one line and takes every true line; a wrong one is not kept.
type Derivation struct {
	scope  *scope.Scope
	starts []parse.Line // the readings of the start, the likeliest first
	goals  []parse.Line // those of the goal; none without a goal
	lines  []expr.Node
	done   bool
}

// NewDerivation starts a derivation at from. The goal may be nil: then every line is one more step.
func NewDerivation(from, goal expr.Node, sc *scope.Scope) *Derivation {
	var goals []parse.Line
	if goal != nil {
		goals = []parse.Line{{Right: goal}}
	}
	return NewDerivationOf([]parse.Line{{Right: from}}, goals, sc)
}

// NewDerivationOf is NewDerivation for lines that can be read in several ways, the likeliest first. The start is read as
// the first true line needs it, and any reading of the goal is the goal; without readings there is none.
func NewDerivationOf(from, goals []parse.Line, sc *scope.Scope) *Derivation {
	return &Derivation{scope: sc, starts: from, goals: goals, lines: []expr.Node{from[0].Right}}
}

// Lines returns the true lines so far, the start first.
func (d *Derivation) Lines() []expr.Node { return d.lines }

// Path returns the derivation so far, from which the next step can be computed.
func (d *Derivation) Path() rule.Path {
	return rule.Path{Lines: slices.Clip(d.lines), Goal: d.goal(), Scope: d.scope}
}

// goal returns the likeliest reading of the goal, nil if there is none.
func (d *Derivation) goal() expr.Node {
	if len(d.goals) == 0 {
		return nil
	}
	return d.goals[0].Right
}

// Done reports whether the goal has been reached.
func (d *Derivation) Done() bool { return d.done }

// Add judges a line against the one above and keeps it if it is true; of a chain it keeps each side as a line.
func (d *Derivation) Add(text string) Step {
	v := d.check(text)
	s := Step{Verdict: v, Kind: d.kind(v), path: d.Path()}
	switch s.Kind {
	case StepOk, StepGoal:
		if len(d.lines) == 1 {
			d.lines = []expr.Node{d.starts[v.want].Right}
			s.path = d.Path()
		}
		d.lines = append(d.lines, v.Steps...)
		d.done = d.done || s.Kind == StepGoal
	case StepUnreadable, StepRepeat, StepWrong, StepUndefined, StepUnsure:
	}
	return s
}

// check returns the verdict of the reading that counts: of those that are right, one that leads on.
func (d *Derivation) check(text string) Verdict {
	lines, complaint := parse.Readings(text, d.scope)
	if complaint != nil {
		return Verdict{Outcome: Unreadable, Complaint: complaint}
	}
	starts := d.starts
	if len(d.lines) > 1 {
		starts = starts[:1]
	}
	check := func(line parse.Line, start int) Verdict {
		if len(starts) == 1 {
			return CheckStep(line, d.lines, d.scope)
		}
		v := CheckStep(line, []expr.Node{starts[start].Right}, d.scope)
		v.Against = starts[start]
		return v
	}
	var best *Verdict
	all := try(lines, len(starts), check, func(v Verdict) bool {
		if k := d.kind(v); best == nil || k != StepRepeat && d.kind(*best) == StepRepeat || k == StepGoal {
			best = &v
		}
		return d.kind(v) == StepGoal
	})
	if best != nil {
		return *best
	}
	return all[0]
}

func (d *Derivation) kind(v Verdict) StepKind {
	switch v.Outcome {
	case Unreadable:
		return StepUnreadable
	case Different:
		return StepWrong
	case Undefined:
		return StepUndefined
	case Unsure:
		return StepUnsure
	case Equal:
	}
	switch {
	case v.Alike:
		return StepRepeat
	case slices.ContainsFunc(d.goals, func(goal parse.Line) bool { return expr.Alike(v.Answer, goal.Right) }):
		return StepGoal
	}
	return StepOk
}
