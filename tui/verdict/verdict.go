// Package verdict words what was found out about two expressions: equal or different, on what evidence, with the witness, the
// slip, and how each was read, for readers and as JSON.
//
// It decides nothing, and all who tell a verdict outside of a lesson tell it from here.
package verdict

import (
	"fmt"
	"strings"

	"chainrule/mathcore/check"
	"chainrule/mathcore/decimal"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
)

// A Report is a verdict in words and plain values, as it is printed or written as JSON.
type Report struct {
	Verdict    string      `json:"verdict"`
	Evidence   string      `json:"evidence"`
	Say        string      `json:"say"`
	Side       string      `json:"side,omitempty"` // which side of the answer the verdict is about, where it has several
	Witness    *Witness    `json:"witness"`
	Form       *Formed     `json:"form,omitempty"` // of an equal answer, where a form was asked for
	Slip       *Slip       `json:"slip"`
	Understood *Understood `json:"understood"`
	Notes      []string    `json:"notes,omitempty"`
	Span       *Span       `json:"span,omitempty"`
}

// A Witness is a point at which two expressions differ, and bounds around the value of each.
type Witness struct {
	Point    map[string]string `json:"point"`
	Answer   decimal.Bounds    `json:"answer"`
	Expected decimal.Bounds    `json:"expected"`
	Examples []string          `json:"examples,omitempty"` // what unknown functions stand for at the point

	at      string    // the point on one line, in the order of the letters
	near    [2]string // both values for a reader
	answer  string    // what the answer, or the side of it, is called
	against string    // what the other expression is called
}

// An Understood expression is written out again as it was read: on one line, in rows of text (none when it is very
// large), and as LaTeX.
type Understood struct {
	Line  string   `json:"line"`
	Block []string `json:"block"`
	LaTeX string   `json:"latex"`
}

// A Span is a range of bytes of what could not be read; Column is where it begins on the screen, from 0.
type Span struct {
	In     string `json:"in"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Column int    `json:"column"`
}

// largestDrawn bounds the trees that are drawn in two dimensions, in nodes.
const largestDrawn = 2000

// called says what the two expressions of a verdict are called; expected is the second where it has no value.
type called struct{ answer, against, expected string }

// New words a verdict on the answer; against is what the other expression is called.
func New(answer, against string, v check.Verdict) Report {
	return word(answer, called{"the answer", against, "the expected expression"}, v)
}

func word(answer string, as called, v check.Verdict) Report {
	if v.Complaint != nil {
		return unreadable("answer", answer, v.Complaint)
	}
	r := Report{Verdict: v.Relation.String(), Evidence: v.Evidence.String()}
	r.Side = sideOf(v)
	if w := v.Witness; w != nil {
		r.Witness = newWitness(w, r.Side, as)
		r.Witness.among(v)
	}
	switch {
	case v.Equations:
		r.Understood = understandSides(v.Line.Sides())
	case v.Answer != nil:
		r.Understood = Understand(v.Answer)
	}
	for _, n := range v.Line.Notes {
		r.Notes = append(r.Notes, n.Say())
	}
	if v.Against.Right != nil {
		r.Notes = append(r.Notes, SeveralWays(as.against, v.Against.Right))
	}
	r.Say = r.sentence(as, v)
	return r
}

// SeveralWays tells how something was read that can be read in several ways.
func SeveralWays(what string, n expr.Node) string {
	return strings.ToUpper(what[:1]) + what[1:] + " can be read in several ways; here it is " + typeset.Line(n) + ". Brackets make it sure."
}

func unreadable(which, text string, c *parse.Complaint) Report {
	return Report{
		Verdict: judge.Unreadable.String(), Evidence: judge.None.String(), Say: c.Say(),
		Span: &Span{which, c.Start, c.End, kit.Column(text, c.Start)},
	}
}

// Understand writes an expression out again.
func Understand(n expr.Node) *Understood {
	u := &Understood{Line: typeset.Line(n), Block: []string{}, LaTeX: typeset.LaTeX(n)}
	if expr.Size(n) <= largestDrawn {
		u.Block = typeset.Layout(n, typeset.Unicode).Lines
	}
	return u
}

func newWitness(w *judge.Witness, side string, as called) *Witness {
	t := &Witness{Point: map[string]string{}, answer: as.answer, against: as.against}
	if side != "" {
		t.answer = side
	}
	var at []string
	for _, v := range w.Point {
		name, value := typeset.Line(v.Symbol), v.Written(typeset.Line)
		t.Point[name] = value
		at = append(at, name+" = "+value)
	}
	t.at = strings.Join(at, ", ")
	for _, e := range w.Examples {
		t.Examples = append(t.Examples, fmt.Sprintf("%s(%s) = %s", e.Name, typeset.Line(e.Of), typeset.Line(e.Body)))
	}
	t.Answer, t.Expected = decimal.Apart(decimal.Interval(w.Left), decimal.Interval(w.Right))
	t.near[0], t.near[1] = w.Decimals()
	return t
}

// sentence words the verdict and its evidence.
func (r Report) sentence(as called, v check.Verdict) string {
	if said := r.ofSides(v); said != "" {
		return said
	}
	switch v.Relation {
	case judge.Equal:
		switch v.Evidence {
		case judge.Exact:
			return "Proved by exact algebra: they are equal wherever both have a value."
		case judge.Modular:
			return "Proved up to a chance below 2^-100, in prime fields at random points."
		case judge.None, judge.Witnessed:
			return "They are the same."
		}
	case judge.Different:
		if r.Witness == nil {
			return "They differ."
		}
		return r.Witness.sentence()
	case judge.Undefined:
		return undefinedSide(as, v.Side, r.Side) + Because(v.Fault)
	case judge.Unsure:
		if r.Side != "" {
			return "Of " + r.Side + " neither a proof nor a point of difference was found" + Because(v.Fault)
		}
		return "Neither a proof nor a point of difference was found" + Because(v.Fault)
	}
	return ""
}

func (w *Witness) sentence() string {
	var b strings.Builder
	if w.at == "" {
		b.WriteString("As numbers they differ")
	} else {
		b.WriteString("At " + w.at + " they differ")
	}
	if len(w.Examples) > 0 {
		b.WriteString(", for instance with " + strings.Join(w.Examples, ", "))
	}
	fmt.Fprintf(&b, ": %s is %s, %s is %s.", w.answer, w.near[0], w.against, w.near[1])
	return b.String()
}

// undefinedSide names what has no value; part is the side of the answer that was judged, if it has several.
func undefinedSide(as called, s judge.Side, part string) string {
	switch s {
	case judge.Left:
		if part != "" {
			return sentenceOf(part) + " has no value"
		}
		return sentenceOf(as.answer) + " has no value"
	case judge.Right:
		return sentenceOf(as.expected) + " has no value"
	case judge.Both:
		return "Neither expression has a value"
	case judge.Neither:
		return "There is no point at which both have a value"
	}
	panic("verdict: unknown side")
}

// Because ends a sentence with why there is no value.
func Because(f eval.Fault) string {
	switch f {
	case eval.NoFault:
		return "."
	case eval.DivisionByZero:
		return ": it divides by zero."
	case eval.LogOfNonPositive:
		return ": it takes the logarithm of a number that is not positive."
	case eval.RootOfNegative:
		return ": it takes the root of a negative number."
	case eval.PowerUndefined:
		return ": it holds a power that is not defined, such as 0^0 or (-8)^(1/3)."
	case eval.OutOfDomain:
		return ": a function is used outside of its domain."
	case eval.NotWhole:
		return ": the factorial is only defined for 0, 1, 2, …"
	case eval.TooLarge:
		return ": it holds a number too large to compute."
	case eval.TooLong:
		return " before the work allowed for one comparison was done. Compare smaller parts."
	case eval.Dependence:
		return ": a letter is differentiated, and nothing says how it depends on the variable. Define it: u := x^2."
	case eval.SinglePoints:
		return ": it differentiates what has values at single points at most."
	}
	panic("verdict: unknown fault")
}

// Detail is what a row of a table says besides the verdict.
func (r Report) Detail() string {
	switch {
	case r.Witness != nil:
		return fmt.Sprintf("%s: %s against %s", r.Witness.at, r.Witness.near[0], r.Witness.near[1])
	case r.Span != nil:
		return fmt.Sprintf("%s, column %d: %s", r.Span.In, r.Span.Column+1, r.Say)
	}
	return r.Say
}
