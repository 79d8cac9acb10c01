package slip

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/sample"
	"chainrule/mathcore/scope"
)

// A Made is a wrong line that one slip makes.
type Made struct {
	Slip ID
	Line expr.Node
}

// Make returns wrong lines that one slip makes of a line, or of what is due below it, one for each slip, those that explain the
// most first. Each is tidy, holds no derivative that can be carried out, is proved to be different from the line, and has other
// values than all others. So it does the reverse of Explain, for those who need wrong answers.
func Make(line expr.Node, due []expr.Node, sc *scope.Scope, most int) []Made {
	var all []Made
	sc = sc.Metered(Budget)
	sc.Meter().Within(Budget, func() { all = made(line, due, sc, most) })
	return all
}

func made(line expr.Node, due []expr.Node, sc *scope.Scope, most int) []Made {
	sc = sc.For(append([]expr.Node{line}, due...)...)
	right := line
	if resolved, ok := calculus.Resolve(line, sc); ok {
		right = calculus.Tidy(resolved)
	}
	s, ok := sample.New(sc, line, right)
	if !ok {
		return nil
	}
	in := newSetting(s, Question{From: line, Wrong: right, Right: due, Scope: sc})
	var all []Made
	for _, c := range newSearch(in, s, line, right, due).candidates {
		if len(all) == most {
			break
		}
		if c.mute || slices.Contains(slipless, c.slips[0]) || isMade(all, c.slips[0]) {
			continue
		}
		wrong, ok := calculus.Resolve(c.tree, sc)
		if !ok {
			continue
		}
		if wrong = calculus.Tidy(wrong); apart(wrong, right, all, s) {
			all = append(all, Made{c.slips[0], wrong})
		}
	}
	return all
}

// Rewrite returns wrong lines that one slip makes of a line without differentiating: what waits behind an operator still does.
// Else it does what Make does.
func Rewrite(line expr.Node, sc *scope.Scope, most int) []Made {
	var all []Made
	sc = sc.Metered(Budget)
	sc.Meter().Within(Budget, func() {
		sc := sc.For(line)
		s, ok := sample.New(sc, line)
		if !ok {
			return
		}
		in := newSetting(s, Question{From: line, Wrong: line, Scope: sc})
		for at := range sample.Positions(line) {
			for _, m := range mistakes {
				if len(all) == most {
					return
				}
				if m.rewrite == nil || at.Behind > 0 || !m.isAbout(in.there) || isMade(all, m.id) {
					continue
				}
				for _, made := range m.rewrite(at.Node, at.Under, in) {
					if wrong := calculus.Tidy(at.With(made)); apart(wrong, line, all, s) {
						all = append(all, Made{m.id, wrong})
						break
					}
				}
			}
		}
	})
	return all
}

// slipless are slips whose lines nobody would write down: they explain what was meant otherwise.
var slipless = []ID{antiderivative.id}

// isMade reports whether there is a line by the slip already.
func isMade(all []Made, id ID) bool {
	return slices.ContainsFunc(all, func(m Made) bool { return m.Slip == id })
}

// apart reports whether a wrong line is proved to differ from the right one, and has other values than those made before.
func apart(wrong, right expr.Node, before []Made, s *sample.Sample) bool {
	values := s.Of(wrong)
	same := func(m Made) bool { return sample.Same(s.Of(m.Line), values) }
	return !slices.ContainsFunc(before, same) && judge.Compare(wrong, right, s.Scope).Relation == judge.Different
}
