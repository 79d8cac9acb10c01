package grade

import (
	"chainrule/mathcore/check"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/rule"
)

// A Working is a derivation that goes on freely from one true line to the next, whether a lesson asks for it or somebody
// on the command line. It decides what a line is worth; what is said about it is left to those who asked for the line.
type Working struct {
	// Path has the true lines so far, the start first. A wrong line is not kept.
	Path rule.Path
	// Starts are the ways in which the start can be read, the likeliest first, where they are not one. The first true line
	// decides which of them stands.
	Starts []parse.Line
	// Ends reports whether a true line ends the derivation.
	Ends func(line expr.Node) bool
}

// A Written is a line that was written below the last true one, with what was found of it.
type Written struct {
	Kind    Kind
	Verdict check.Verdict // against the line above
	path    rule.Path     // as it was before the line
}

// Kind tells what a line with such a verdict is worth: Right where it ends the derivation.
func (w *Working) Kind(v check.Verdict) Kind {
	switch v.Relation {
	case judge.Unreadable:
		return Unreadable
	case judge.Different:
		return Wrong
	case judge.Undefined:
		return Undefined
	case judge.Unsure:
		return Unsure
	case judge.Equal:
	}
	switch {
	case v.Alike:
		return Repeat
	case w.Ends(v.Answer):
		return Right
	}
	return Step
}

// Add judges a line against the one above and keeps it if it is true; of a chain it keeps each side as a line. If the line
// can be read in several ways, that counts which is right and leads on.
func (w *Working) Add(text string) Written {
	v, start := w.check(text)
	line := Written{Kind: w.Kind(v), Verdict: v, path: w.Path}
	if line.Kind == Step || line.Kind == Right {
		if len(w.Path.Lines) == 1 && start != nil {
			line.path.Lines = []expr.Node{start}
		}
		w.Path = line.path.With(v.Steps...)
	}
	return line
}

// check returns the verdict of the reading that counts, and the reading of the start that it was compared with, if there
// are several.
func (w *Working) check(text string) (check.Verdict, expr.Node) {
	sc := w.Path.Scope
	lines, complaint := parse.Readings(text, sc)
	if complaint != nil {
		return check.Unreadable(complaint), nil
	}
	var best *check.Verdict
	leads := func(v check.Verdict) bool {
		k := w.Kind(v)
		if best == nil || k != Repeat && w.Kind(*best) == Repeat || k == Right {
			best = &v
		}
		return k == Right
	}
	var all []check.Verdict
	if len(w.Path.Lines) == 1 && len(w.Starts) > 1 {
		all = check.TryAgainst(lines, w.Starts, func(line, start parse.Line) check.Verdict {
			return check.Step(line, []expr.Node{start.Right}, sc)
		}, leads)
	} else {
		all = check.Try(lines, func(line parse.Line) check.Verdict { return check.Step(line, w.Path.Lines, sc) }, leads)
	}
	if best == nil {
		best = &all[0]
	}
	return *best, best.Against.Right
}

// before returns the derivation up to the last of the lines that were written, which are several in a chain.
func (l Written) before() rule.Path {
	if k := len(l.Verdict.Steps); k > 1 {
		return l.path.With(l.Verdict.Steps[:k-1]...)
	}
	return l.path
}

// Rules returns the rules that lead to a true line, in a chain those to its last side; none for any other, and none
// where the step is too long to be understood. They are looked for when they are asked for, which takes longer than
// judging.
func (l Written) Rules() []rule.ID {
	if l.Kind != Step && l.Kind != Right {
		return nil
	}
	p := l.before()
	p.Scope = p.Scope.For(p.Last(), l.Verdict.Answer)
	return p.Rules(l.Verdict.Answer)
}

// Progress tells what a true line does for the derivation; of any other line nothing is known.
func (l Written) Progress() rule.Progress {
	if l.Kind != Step && l.Kind != Right && l.Kind != Repeat {
		return rule.Unknown
	}
	return l.before().Progress(l.Verdict.Answer)
}
