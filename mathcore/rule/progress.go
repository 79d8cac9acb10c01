package rule

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/sample"
	"chainrule/mathcore/scope"
)

// A Progress tells what a true line does for a derivation.
type Progress uint8

// The kinds of progress.
const (
	Unknown Progress = iota // nothing can be said
	Nearer                  // fewer steps are left than before
	Same                    // the line above again
	Back                    // an earlier line again
)

// String returns the word that the command line prints; it is empty where nothing can be said.
func (p Progress) String() string {
	switch p {
	case Unknown:
		return ""
	case Nearer:
		return "nearer"
	case Same:
		return "same"
	case Back:
		return "back"
	}
	panic("rule: unknown progress")
}

// A Path is a derivation under way: what a line is measured against, and what a hint is computed from.
type Path struct {
	Lines []expr.Node // the true lines so far, the start first
	Goal  expr.Node   // nil where there is none
	Model []expr.Node // an author's lines from the start, without it, to the goal; may be empty
	Never []ID        // rules that are not to be used, since they are to be proved
	Scope *scope.Scope
}

// Last returns the last true line.
func (p Path) Last() expr.Node { return p.Lines[len(p.Lines)-1] }

// With returns the derivation with more true lines at its end.
func (p Path) With(lines ...expr.Node) Path {
	p.Lines = append(slices.Clip(p.Lines), lines...)
	return p
}

// Rules returns the rules by which a true line follows from the last one, as Between does.
func (p Path) Rules(line expr.Node) []ID { return Between(p.Last(), line, p.Scope, p.Never...) }

// Progress tells what a true line below the last one does. The steps that are left are counted in uses of rules: those
// between the model lines, and those that lead from a line beside the path to one on it. To carry out a derivative is
// progress where the goal holds none. Of a line from which more seems to be left nothing is said: the way that somebody
// has in mind may be shorter than the one that was counted.
func (p Path) Progress(line expr.Node) (found Progress) {
	p.within(func() { found = p.progress(line) })
	return found
}

// within does work on p with a meter, and leaves it undone where the budget ends first.
func (p *Path) within(work func()) {
	p.Scope = p.Scope.Metered(Budget)
	p.Scope.Meter().Within(Budget, work)
}

func (p Path) progress(line expr.Node) Progress {
	last := len(p.Lines) - 1
	if expr.Alike(line, p.Lines[last]) {
		return Same
	}
	if isAnyOf(line, p.Lines[:last]) {
		return Back
	}
	if p.Goal == nil {
		return Unknown
	}
	if !expr.Contains(p.Goal, sample.Differentiates) {
		before, after := waitingSize(p.Last()), waitingSize(line)
		if after < before && (after == 0 || p.differentiated(line)) {
			return Nearer
		}
	}
	w := p.way()
	before, known := w.left(p.Last())
	if after, also := w.left(line); known && also && after < before {
		return Nearer
	}
	return Unknown
}

// differentiated reports whether a rule of differentiation leads to a line.
func (p Path) differentiated(line expr.Node) bool {
	return slices.ContainsFunc(p.Rules(line), func(r ID) bool {
		return r != SubstituteDefinition && slices.ContainsFunc(calculus.Rules(), func(c calculus.Rule) bool { return ID(c.String()) == r })
	})
}

func isAnyOf(n expr.Node, list []expr.Node) bool {
	return slices.ContainsFunc(list, func(m expr.Node) bool { return expr.Alike(n, m) })
}

// Left returns how many model lines are still ahead of a line that is one of them up to notation, or the start. It is
// false for every other line.
func (p Path) Left(line expr.Node) (int, bool) {
	stations := p.stations()
	for i, s := range slices.Backward(stations) {
		if expr.Alike(line, s) {
			return len(stations) - 1 - i, true
		}
	}
	return 0, false
}

// stations returns the start, the model lines and the goal.
func (p Path) stations() []expr.Node {
	all := append([]expr.Node{p.Lines[0]}, p.Model...)
	if p.Goal != nil && !expr.Alike(all[len(all)-1], p.Goal) {
		all = append(all, p.Goal)
	}
	return all
}

// waitingSize counts the nodes that stand behind derivative operators. Every rule of differentiation makes them fewer.
func waitingSize(n expr.Node) int {
	size := 0
	expr.Walk(n, func(n expr.Node) bool {
		if d, ok := n.(*expr.Derivative); ok {
			size += d.Order * expr.Size(d.Body)
			return false
		}
		if sample.Differentiates(n) {
			size += expr.Size(n)
			return false
		}
		return true
	})
	return size
}

// A way is a path with the steps that are left from each of its stations.
type way struct {
	sc       *scope.Scope
	never    []ID
	stations []expr.Node
	ahead    []int
}

func (p Path) way() way {
	w := way{sc: p.Scope, never: p.Never, stations: p.stations()}
	if len(p.Model) == 0 {
		w.stations = w.stations[1:]
	}
	w.ahead = make([]int, len(w.stations))
	for i := len(w.stations) - 2; i >= 0; i-- {
		w.ahead[i] = w.ahead[i+1] + max(small, effort(Between(w.stations[i], w.stations[i+1], w.sc, w.never...)))
	}
	return w
}

// What a step counts: gathering and doing the arithmetic, which most people do in passing, and every other rule.
const (
	small = 1
	large = 2
)

func effort(rules []ID) int {
	total := 0
	for _, r := range rules {
		if r == Collect {
			total += small
			continue
		}
		total += large
	}
	return total
}

// left returns what is still to be done from a line. It is false where no rules are known that lead to the path.
func (w way) left(line expr.Node) (int, bool) {
	for i, s := range slices.Backward(w.stations) {
		if expr.Alike(line, s) {
			return w.ahead[i], true
		}
	}
	at, rules := w.entry(line)
	if at < 0 {
		return 0, false
	}
	return effort(rules) + w.ahead[at], true
}

// entry returns the station from which the goal is nearest for a line beside the path, and the rules that lead there; of
// several the one that fewest rules lead to.
func (w way) entry(line expr.Node) (at int, rules []ID) {
	at = -1
	best := 0
	for i, s := range w.stations {
		found := Between(line, s, w.sc, w.never...)
		total := effort(found) + w.ahead[i]
		if len(found) > 0 && (at < 0 || total < best || total == best && effort(found) < effort(rules)) {
			at, rules, best = i, found, total
		}
	}
	return at, rules
}
