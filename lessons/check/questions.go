package check

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

func (k *checker) start(q lessons.Question, seed int, level lessons.Level) *grade.Attempt {
	return grade.New(k.course, q, grade.Options{Seed: uint64(seed), Level: level})
}

func (k *checker) expression(q *lessons.Expression) {
	model := q.Accept[0]
	if q.From.Tree != nil {
		k.equal(model, q.From.Tree, q.Scope, "the answer")
	}
	for i, a := range q.Accept {
		if i > 0 && !k.equal(a, model.Tree, q.Scope, "this right answer") {
			continue
		}
		k.accepted(a, q.Scope, func() *grade.Attempt { return k.start(q, 0, 0) }, "the right answer", "correct it or the form", grade.Right)
	}
	k.wrongs(q.Wrong, model.Tree, q)
	k.hints(&q.Asked, q.Accept...)
}

// accepted demands that a true answer is taken for one, in each notation. A notation that is read as the very line of
// the author needs no second judging. It returns what the answer is taken for as the author wrote it.
func (k *checker) accepted(t lessons.Term, sc *scope.Scope, begin func() *grade.Attempt, what, do string, kinds ...grade.Kind) (as grade.Kind) {
	for i, text := range spelled(t.Source, t.Tree) {
		if line, complaint := parse.Read(text, sc); i > 0 && complaint == nil && expr.Equal(line.Right, t.Tree) {
			continue
		}
		f := begin().Judge(text)
		if !slices.Contains(kinds, f.Kind) {
			k.fault(t.Place, do, "%s %s is graded %s", what, text, f.Kind)
			return f.Kind
		}
		if i == 0 {
			as = f.Kind
		}
	}
	return as
}

// wrongs demands that listed wrong answers differ from what is wanted and from each other, and get their own words.
func (k *checker) wrongs(all []lessons.Wrong, wanted expr.Node, q lessons.Question) {
	for i, w := range all {
		if !k.different(w.Term, wanted, q.About().Scope, "this wrong answer") {
			continue
		}
		k.wrong(k.start(q, 0, lessons.Free), w, w.Source, "")
		for _, before := range all[:i] {
			if expr.Alike(before.Tree, w.Tree) {
				k.fault(w.Place, "take one out", "this wrong answer is listed twice")
				break
			}
		}
	}
}

func (k *checker) number(q *lessons.Number) {
	spoke := make([]bool, len(q.Wrong))
	for seed, row := range q.Rows {
		put := func(n expr.Node) expr.Node {
			for i, s := range q.Vary {
				n = expr.Substitute(n, s, expr.Rational(row.Values[i]))
			}
			return n
		}
		answer, ok := valueOf(put(q.Answer.Tree), q.Scope)
		if !ok {
			k.fault(q.Answer.Place, "correct it or the values", "the answer has no value%s", drawn(row))
			continue
		}
		right := answer.FloatString(q.Places)
		for _, text := range spelled(right, exactly(answer, right)) {
			if f := k.start(q, seed, 0).Judge(text); f.Kind != grade.Right {
				k.fault(q.Answer.Place, "correct it", "the answer %s is graded %s%s", text, f.Kind, drawn(row))
				break
			}
		}
		k.numberHints(q, row, right)
		before := map[string]*big.Rat{}
		for i, w := range q.Wrong {
			value, ok := valueOf(put(w.Tree), q.Scope)
			if !ok {
				k.fault(w.Place, "take it out", "this wrong answer has no value%s", drawn(row))
				continue
			}
			typed, last := value.FloatString(q.Places), seed == len(q.Rows)-1
			if other := before[typed]; other != nil && other.Cmp(value) != 0 && (spoke[i] || !last) {
				continue // here two of them only round to one number
			}
			before[typed], spoke[i] = value, true
			k.wrong(k.start(q, seed, 0), w, typed, drawn(row))
		}
	}
}

// drawn tells the values of a row.
func drawn(row lessons.Row) string {
	if len(row.Texts) == 0 {
		return ""
	}
	return " at " + strings.Join(row.Texts, ", ")
}

// exactly returns the tree of a decimal number.
func exactly(value *big.Rat, written string) expr.Node {
	digits := strings.TrimPrefix(written, "-")
	rounded, _ := new(big.Rat).SetString(digits)
	var n expr.Node = &expr.Number{Text: digits, Value: rounded}
	if value.Sign() < 0 {
		n = expr.Negative(n)
	}
	return n
}

// valueOf returns the value of a constant expression, near enough for rounding.
func valueOf(n expr.Node, sc *scope.Scope) (*big.Rat, bool) {
	const bits = 128
	value, _, ok := judge.Enclose(n, sc, bits)
	return value, ok
}

func (k *checker) choice(q *lessons.Choice) {
	a := k.start(q, 0, 0)
	rights := 0
	for i := range q.Options {
		if a.Judge(fmt.Sprint(i+1)).Kind == grade.Right {
			rights++
		}
	}
	if rights != 1 {
		k.fault(q.Place, "keep one", "%d options are right", rights)
	}
	for i, o := range q.Options {
		for _, before := range q.Options[:i] {
			if o.Text.Plain() == before.Text.Plain() {
				k.fault(o.Place, "take one out", "the option %q is there twice", o.Text.Plain())
			}
			if i > 0 && o.Say.Plain() == before.Say.Plain() {
				k.fault(o.Place, "say of each what is wrong with it", "the option %q does not get its own words", o.Text.Plain())
			}
		}
	}
	k.trueOptions(q)
	k.facts(q.Options[0].Text, q.Scope)
	k.facts(q.Options[0].Say, q.Scope)
	k.choiceHints(q)
}

func (k *checker) derive(q *lessons.Derive) {
	faults := len(k.faults)
	k.follows(q.Lines, 1, q.From.Tree, &q.Asked)
	sound := len(k.faults) == faults
	if !q.Form.Met(q.To.Tree, q.To.Tree) {
		k.fault(q.To.Place, "write it so or ask for another form", "the goal has not the form %s", q.Form)
	}
	k.endings(q)
	k.wrongs(q.Wrong, q.From.Tree, q)
	if sound {
		k.playThrough(q)
	}
}

// playThrough answers a derivation at each level and in each notation.
func (k *checker) playThrough(q *lessons.Derive) {
	k.play(q, lessons.Worked, func(i int) string { return string(q.Lines[i].Rules[0]) })
	k.play(q, lessons.Faded, func(i int) string { return q.Lines[q.Blank[i]].Source })
	if !k.play(q, lessons.Free, func(i int) string { return q.Lines[i].Source }) {
		return
	}
	for _, s := range spellings {
		k.play(q, lessons.Free, func(i int) string { return s.write(q.Lines[i].Tree) })
	}
}

// follows demands that each line follows from the one above, by the rules it names. The lines are
// counted from first.
func (k *checker) follows(lines []lessons.Line, first int, above expr.Node, q *lessons.Asked) {
	for i, l := range lines {
		what := fmt.Sprintf("line %d", first+i)
		if expr.Alike(l.Tree, above) {
			k.fault(l.Place, "take it out or make a step", "%s repeats the line above", what)
		} else if k.equal(l.Term, above, q.Scope, what) {
			k.rules(l, above, q.Scope, what)
		}
		k.note(l, q.Scope)
		above = l.Tree
	}
}

// play answers a derivation from the model until it is finished, and reports whether that went well.
func (k *checker) play(q *lessons.Derive, level lessons.Level, answer func(i int) string) bool {
	if level == lessons.Faded && len(q.Blank) == 0 {
		return true
	}
	a, finished := k.start(q, 0, level), false
	for i := 0; i < len(q.Lines) && !finished; i++ {
		text := answer(i)
		f := a.Answer(text)
		if f.Kind != grade.Step && f.Kind != grade.Right {
			k.fault(q.Place, "correct the lines", "the %s derivation stops at %s: %s", level, text, f.Kind)
			return false
		}
		if finished = f.Finished; finished && i < len(q.Lines)-1 && level == lessons.Free {
			k.remark(q.Lines[i].Place, demandForm, "line %s is taken for the goal", fmt.Sprint(i+1))
		}
	}
	if !finished {
		k.fault(q.Place, "correct the lines or the form", "the %s derivation does not reach its goal", level)
		return false
	}
	return true
}

func (k *checker) spot(q *lessons.Spot) {
	faults := len(k.faults)
	above := q.From.Tree
	if q.False < 0 {
		k.follows(q.Lines, 1, above, &q.Asked)
		if len(k.faults) == faults {
			k.solved(q, "none")
		}
		return
	}
	if q.False > 0 {
		above = q.Lines[q.False-1].Tree
	}
	k.follows(q.Lines[:q.False], 1, q.From.Tree, &q.Asked)
	k.different(q.Lines[q.False].Term, above, q.Scope, "the false line")
	if k.equal(q.Repair.Term, above, q.Scope, "the repaired line") {
		k.rules(q.Repair, above, q.Scope, "the repaired line")
	}
	k.note(q.Repair, q.Scope)
	k.facts(q.See, q.Scope)
	k.follows(q.Lines[q.False+1:], q.False+2, q.Lines[q.False].Tree, &q.Asked)
	if len(k.faults) > faults {
		return
	}
	for _, text := range spelled(q.Repair.Source, q.Repair.Tree) {
		if !k.solved(q, fmt.Sprint(q.False+1), text) {
			return
		}
	}
}

// solved answers a spot, and reports whether that went well.
func (k *checker) solved(q *lessons.Spot, answers ...string) bool {
	a := k.start(q, 0, 0)
	for _, text := range answers {
		if f := a.Answer(text); f.Kind != grade.Step && f.Kind != grade.Right {
			k.fault(q.Place, "correct the lines", "%s is graded %s", text, f.Kind)
			return false
		}
	}
	if !a.State().Finished {
		k.fault(q.Place, "correct the repair", "the spot cannot be finished")
	}
	return a.State().Finished
}

// plot demands that each curve has values and each mark lies on a curve, as exactly as it is written.
func (k *checker) plot(p *lessons.Plot) {
	const tolerance = 0.6e-4
	for _, c := range p.Curves {
		if !seen(c, p) {
			k.fault(c.Place, "correct it or the range", "the curve %s has no value over the range", c.Source)
		}
	}
	for _, m := range p.Marks {
		near := false
		for _, c := range p.Curves {
			y := c.Program.Float([]float64{m.X})
			near = near || y-m.Y < tolerance && m.Y-y < tolerance
		}
		if !near && len(p.Curves) > 0 {
			k.fault(p.Curves[0].Place, "correct the mark", "the mark (%g, %g) lies on no curve", m.X, m.Y)
		}
	}
}

// seen reports whether a curve has a value somewhere over the range of its plot.
func seen(c lessons.Curve, p *lessons.Plot) bool {
	const points = 64
	for i := range points + 1 {
		if y := c.Program.Float([]float64{p.From + (p.To-p.From)*float64(i)/points}); !math.IsNaN(y) && !math.IsInf(y, 0) {
			return true
		}
	}
	return false
}

// termsOf returns the formulas of a question that a learner sees or writes.
func termsOf(q lessons.Question) []lessons.Term {
	switch q := q.(type) {
	case *lessons.Expression:
		return append(slices.Clone(q.Accept), q.From)
	case *lessons.Number:
		return []lessons.Term{q.Answer}
	case *lessons.Derive:
		return []lessons.Term{q.From, q.To}
	case *lessons.Spot:
		return []lessons.Term{q.From}
	case *lessons.Lab:
		return append(slices.Clone(q.Accept), q.Loss)
	case *lessons.Choice:
	}
	return nil
}
