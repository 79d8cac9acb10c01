package slip

import (
	"slices"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/sample"
	"chainrule/mathcore/typeset"
)

// TestToldIsProved makes each slip that is told once more, at every place and without a look at values, and fails when
// none of the lines is proved to be the one typed. The lines are those of the tables, each also below the line above of
// the row before, where it is wrong in some way that nobody chose.
func TestToldIsProved(t *testing.T) {
	rows := exprtest.ReadSteps(t, "testdata/*.txt")
	told := 0
	for i, r := range rows {
		questions := []Question{{From: r.Above, Wrong: r.Line, Right: r.Right, Text: typeset.Line(r.Line), Scope: r.Scope}}
		if i > 0 && rows[i-1].Scope == r.Scope {
			questions = append(questions, Question{From: rows[i-1].Above, Wrong: r.Line, Right: rows[i-1].Right, Scope: r.Scope})
		}
		for _, q := range questions {
			e := Explain(q)
			if len(e.Slips) != 1 {
				continue
			}
			told++
			for name := range e.Parts {
				if e.Residue.Slip == "" && !slices.Contains(Pieces(e.Slips[0]), name) {
					t.Errorf("%s: %s has the piece %s, which words cannot speak of", r.Place, e.Slips[0], name)
				}
			}
			if !proved(e, q) {
				t.Errorf("%s: %s -> %s: %s is told and cannot be made", r.Place, typeset.Line(q.From), typeset.Line(q.Wrong), e.Slips[0])
			}
		}
	}
	if told < 450 {
		t.Errorf("only %d slips were told", told)
	}
}

// proved reports whether the slip that is told leads to the line typed.
func proved(e Explanation, q Question) bool {
	equal := func(a, b expr.Node) bool { return judge.Compare(a, b, q.Scope).Relation == judge.Equal }
	switch e.Slips[0] {
	case missingFactor:
		return equal(expr.Product(q.Wrong, e.Residue.By), q.From)
	case extraFactor:
		return equal(expr.Product(q.From, e.Residue.By), q.Wrong)
	case offsetSlip:
		return equal(expr.Sum(q.From, e.Residue.By), q.Wrong)
	case factorSlip:
		return equal(expr.Product(q.From, e.Residue.By), q.Wrong)
	case bracketsSlip:
		line, complaint := parse.Expr(e.Bracketed, q.Scope)
		return complaint == nil && equal(line, q.From)
	}
	if e.Residue.Slip != "" || e.Slips[0] == sign.id && equal(q.Wrong, expr.Negative(q.From)) {
		return e.Residue.By == nil || equal(expr.Product(q.From, e.Residue.By), q.Wrong)
	}
	s, ok := sample.New(q.Scope, q.From, q.Wrong)
	if !ok {
		return false
	}
	in := newSetting(s, q)
	if all, _ := forms(q.From, q.Right, in); madeIn(all, q.Wrong, familiar(e.Slips[0]), in, equal) {
		return true
	}
	way := sample.Descend(q.From, q.Wrong, s.Agree)
	part, ok := telling(way)
	if !ok {
		return false
	}
	all, _ := forms(part.Before, nil, in)
	return madeIn(all, part.After, familiar(e.Slips[0]), in, equal)
}

// madeIn reports whether the slip, made in one of the lines, gives a line that is equal to the wrong one.
func madeIn(lines []expr.Node, wrong expr.Node, m mistake, in *setting, equal func(a, b expr.Node) bool) bool {
	in.written, in.due = true, true
	for _, line := range lines {
		for at := range sample.Positions(line) {
			if d, ok := derivationOf(at.Node, in); ok && m.derive != nil {
				for _, made := range d.mutate(m, in) {
					if equal(at.With(made.Result), wrong) {
						return true
					}
					for _, again := range made.mutate(m, in) { // named once
						if equal(at.With(again.Result), wrong) {
							return true
						}
					}
				}
				if made, times := throughout(d.Step, m, in); times > 1 && equal(at.With(made.Result), wrong) {
					return true
				}
			}
			if m.rewrite == nil {
				continue
			}
			for _, made := range m.rewrite(at.Node, at.Under, in) {
				if equal(at.With(made), wrong) {
					return true
				}
			}
		}
		for way := 0; m.rewrite != nil && way < alternatives; way++ {
			if made, times := m.everywhere(line, nil, in, way); times > 1 && equal(made, wrong) {
				return true
			}
		}
	}
	return false
}

// TestNoEvidence fails when a slip is told of a number, or of a lone letter.
func TestNoEvidence(t *testing.T) {
	for _, r := range exprtest.ReadSteps(t, "testdata/*.txt") {
		bare := []expr.Node{expr.Int(0), expr.Int(1), expr.Int(-1), expr.Int(2), expr.Rational(one), expr.NaturalLog(expr.Int(2))}
		bare = append(bare, expr.Quotient(expr.Int(1), expr.Int(2)))
		for _, s := range expr.Symbols(r.Above) {
			bare = append(bare, s)
		}
		for _, wrong := range bare {
			e := Explain(Question{From: r.Above, Wrong: wrong, Right: r.Right, Text: typeset.Line(wrong), Scope: r.Scope})
			if len(e.Slips) > 0 {
				t.Errorf("%s: %v is told of %s", r.Place, e.Slips, typeset.Line(wrong))
			}
		}
	}
}
