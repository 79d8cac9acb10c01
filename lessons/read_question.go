package lessons

import (
	"fmt"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/slip"
)

func (b *blockReader) formula(text []byte, offset int) {
	var raw struct {
		asked
		From, Answer string
		Accept       []string
		Form         string
		Hints        []string
		Wrong        []wrong
	}
	if !b.open(text, offset, &raw) {
		return
	}
	q := &Expression{Asked: b.ask(raw.asked)}
	q.Ask = b.prompt(raw.asked, q.Scope)
	q.Hints = b.hints(raw.Hints, q.Scope)
	if raw.From != "" {
		q.From = b.term("from", raw.From, q.Scope)
		q.primesBy(q.From)
	}
	q.Accept = append([]Term{b.term("answer", raw.Answer, q.Scope)}, b.terms("accept", raw.Accept, q.Scope)...)
	show(q.Scope, append(q.Accept, q.From)...)
	q.Form = b.form(raw.Form)
	q.Wrong = b.wrongs(raw.Wrong, q.Scope)
	b.screen.Question = q
}

// show tells the scope of a question how far sums run in its lines.
func show(sc *scope.Scope, terms ...Term) {
	for _, t := range terms {
		if t.Tree != nil {
			sc.Show(t.Tree)
		}
	}
}

func (b *blockReader) choice(text []byte, offset int) {
	var raw struct {
		asked
		Right, Why string
		Hints      []string
		Wrong      []struct{ Option, Say string }
	}
	if !b.open(text, offset, &raw) {
		return
	}
	q := &Choice{Asked: b.ask(raw.asked)}
	q.Ask = b.prompt(raw.asked, q.Scope)
	q.Hints = b.hints(raw.Hints, q.Scope)
	sc := loose(q.Scope)
	if raw.Right == "" {
		b.reader.fault(b.at, "the choice has no right option", `write right = "…"`)
	}
	if len(raw.Wrong) == 0 {
		b.reader.fault(b.at, "the choice has no wrong option", "add a [[wrong]] with option and say")
	}
	q.Options = []Option{{b.sentence("right", raw.Right, sc), b.sentence("why", raw.Why, sc), b.place("right")}}
	for i, w := range raw.Wrong {
		at := fmt.Sprintf("wrong[%d]", i)
		if w.Option == "" || w.Say == "" {
			b.fail(at, "this wrong option has no text or no words", `write option = "…" and say = "…"`)
		}
		q.Options = append(q.Options, Option{b.sentence(at+".option", w.Option, sc), b.sentence(at+".say", w.Say, sc), b.place(at + ".option")})
	}
	b.screen.Question = q
}

// line is a line of a derivation as written.
type line struct {
	Is    string
	Rules []string
	Note  string
}

func (b *blockReader) derive(text []byte, offset int) {
	var raw struct {
		asked
		From, To, Form string
		Level          string
		Line           []line
		Also, Ends     []string
		Blank          []int
		Proves         []string
		Wrong          []wrong
	}
	if !b.open(text, offset, &raw) {
		return
	}
	q := &Derive{Asked: b.ask(raw.asked)}
	q.Ask = b.prompt(raw.asked, q.Scope)
	q.From, q.To = b.term("from", raw.From, q.Scope), b.term("to", raw.To, q.Scope)
	show(q.Scope, q.From, q.To)
	q.primesBy(q.From)
	q.Form = b.form(raw.Form)
	if raw.Level != "" {
		least, known := ParseLevel(raw.Level)
		if !known {
			b.fail("level", fmt.Sprintf("there is no level %q", raw.Level), `write "worked", "faded" or "free"`)
		}
		q.Least = least
	}
	q.Lines = b.lines(raw.Line, &q.Asked)
	q.Proves = b.rules("proves", raw.Proves)
	q.Also, q.Ends = b.terms("also", raw.Also, q.Scope), b.terms("ends", raw.Ends, q.Scope)
	q.Wrong = b.wrongs(raw.Wrong, q.Scope)
	for i, n := range raw.Blank {
		if n < 1 || n > len(q.Lines) {
			b.fail(fmt.Sprintf("blank[%d]", i), fmt.Sprintf("there is no line %d to leave out", n), fmt.Sprintf("the lines are 1 to %d", len(q.Lines)))
			continue
		}
		q.Blank = append(q.Blank, n-1)
	}
	if k := len(q.Lines); k > 0 {
		last := q.Lines[k-1].Tree
		if last != nil && q.To.Tree != nil && !expr.Alike(last, q.To.Tree) {
			b.fail(fmt.Sprintf("line[%d].is", k-1), "the last line is not the goal", "end with the expression that to names")
		}
	}
	b.screen.Question = q
}

// lines reads the lines of a derivation. A false one names the rule that it claims, so that nothing marks it.
func (b *blockReader) lines(all []line, q *Asked) []Line {
	if len(all) == 0 {
		b.reader.fault(b.at, fmt.Sprintf("the %s has no lines", b.kind), "add a [[line]] with is and rules")
	}
	var read []Line
	for i, l := range all {
		read = append(read, b.line(fmt.Sprintf("line[%d]", i), l, q))
	}
	return read
}

func (b *blockReader) line(at string, l line, q *Asked) Line {
	if len(l.Rules) == 0 {
		b.fail(at, "this line names no rule", `write rules = ["…"]`)
	}
	return Line{b.term(at+".is", l.Is, q.Scope), b.rules(at+".rules", l.Rules), b.sentence(at+".note", l.Note, loose(q.Scope))}
}

func (b *blockReader) spot(text []byte, offset int) {
	var raw struct {
		asked
		From   string
		Line   []line
		False  int
		Slip   string
		Repair line
		See    string

		Perhaps bool
	}
	if !b.open(text, offset, &raw) {
		return
	}
	q := &Spot{Asked: b.ask(raw.asked), Perhaps: raw.Perhaps, False: raw.False - 1, Slip: slip.ID(raw.Slip)}
	q.Ask = b.prompt(raw.asked, q.Scope)
	q.From = b.term("from", raw.From, q.Scope)
	q.primesBy(q.From)
	q.Lines = b.lines(raw.Line, &q.Asked)
	b.screen.Question = q
	if raw.Perhaps && raw.False == 0 {
		if raw.Slip != "" || raw.See != "" || raw.Repair.Is != "" {
			b.fail("false", "no line is false, and one is repaired", "say which line is false, or leave out slip, see and [repair]")
		}
		return
	}
	if raw.Repair.Is == "" {
		b.reader.fault(b.at, "the spot has no repair", "add [repair] with is, rules and note")
	} else {
		q.Repair = b.line("repair", raw.Repair, &q.Asked)
	}
	q.See = b.sentence("see", raw.See, loose(q.Scope))
	if q.False < 0 || q.False >= len(q.Lines) {
		do := fmt.Sprintf("the lines are 1 to %d", len(q.Lines))
		if raw.False == 0 {
			do += "; with perhaps = true none may be false"
		}
		b.fail("false", fmt.Sprintf("there is no line %d to be false", raw.False), do)
		q.False = 0
	}
	if _, known := b.course.Slip(q.Slip); !known && q.Slip != OwnSlip {
		b.fail("slip", fmt.Sprintf("there is no slip %q", q.Slip), `the slips are listed in `+slipsFile+`; "own" fits always`)
	}
	if raw.See == "" {
		b.reader.fault(b.at, "the spot does not tell how to see the mistake", `write see = "…"`)
	}
}
