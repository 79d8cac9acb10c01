package generate

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"slices"
	"strconv"
	"strings"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/slip"
	"chainrule/mathcore/typeset"
)

// errNoSlip tells that no slip that has words makes a wrong line here.
var errNoSlip = errors.New("no slip makes a wrong line here")

// noneIn is of how many draws one has no false line, so that nobody finds it by what is left.
const noneIn = 6

// spot makes one line of a derivation false, by a slip, and lets true lines follow from it, as many as would follow from the right
// one: the number of lines says nothing about which is false. Where there may be none, all lines stay true in some draws, which
// could have had a false one.
func (d *drawer) spot(made map[string]any) error {
	from, err := d.formula(d.said("from"))
	if err != nil {
		return err
	}
	to, err := d.formula(d.said("to"))
	if err != nil {
		return err
	}
	delete(made, "to")
	right := d.model(from, to)
	at := d.chance.IntN(len(right))
	above := from
	if at > 0 {
		above = right[at-1]
	}
	slipped, after, err := d.slipped(above, right[at:])
	if err != nil {
		return err
	}
	listed, err := d.ruled(from, right)
	if err != nil {
		return err
	}
	if d.none() {
		made["line"], made["false"] = listed, int64(0)
		return nil
	}
	follow, err := d.ruled(slipped.Line, after)
	if err != nil {
		return err
	}
	repair := listed[at]
	claimed := map[string]any{"is": typeset.Line(slipped.Line), "rules": repair["rules"]}
	made["line"] = append(append(listed[:at:at], claimed), follow...)
	made["repair"] = map[string]any{"is": repair["is"], "rules": repair["rules"]}
	made["false"], made["slip"], made["see"] = int64(at+1), string(slipped.Slip), d.seen(at+1, slipped, above)
	return nil
}

// none reports whether the draw is one without a false line. That is no number of the row from which the rest is drawn: the other
// draws are what they would be if each had one.
func (d *drawer) none() bool {
	if perhaps, _ := d.family.Block["perhaps"].(bool); !perhaps {
		return false
	}
	sum := sha256.Sum256([]byte("none " + d.id.String()))
	return binary.LittleEndian.Uint64(sum[:])%noneIn == 0
}

// seen tells a point at which a false line, and what stands above it, have different values; where none is known, how the slip is
// noticed elsewhere.
func (d *drawer) seen(number int, made slip.Made, above expr.Node) string {
	w := judge.Compare(made.Line, above, d.scope).Witness
	if w == nil || len(w.Point) == 0 || len(w.Examples) > 0 {
		words, _ := d.course.Slip(made.Slip)
		return words.See
	}
	point := make([]string, len(w.Point))
	for i, v := range w.Point {
		point[i] = "$" + typeset.Line(v.Symbol) + " = " + v.Written(typeset.Line) + "$"
	}
	before := "the line above it"
	if number == 1 {
		before = "the start"
	}
	left, right := w.Decimals()
	return "At " + strings.Join(point, ", ") + " line " + strconv.Itoa(number) + " is " + inFormula(left) + ", and " + before + " is " + inFormula(right) + "."
}

// inFormula marks a number as a formula, where it is nothing else.
func inFormula(value string) string {
	if strings.Trim(value, "-.0123456789") != "" {
		return value
	}
	return "$" + value + "$"
}

// slipped returns a wrong line in the place of the first of some right ones, by a slip that has words, and the lines that follow
// from it, as many as follow from the right one. It looks like the right one: what waits there behind an operator waits here, too,
// and what is gathered there is gathered here.
func (d *drawer) slipped(above expr.Node, right []expr.Node) (slip.Made, []expr.Node, error) {
	const most = 12
	due := right[0]
	waits := expr.Contains(due, differentiates)
	var all []slip.Made
	if waits {
		all = slip.Rewrite(due, d.scope, most)
	} else {
		all = slip.Make(above, right[:1], d.scope, most)
	}
	gathers := !expr.Contains(above, differentiates)
	d.chance.Shuffle(len(all), func(i, k int) { all[i], all[k] = all[k], all[i] })
	for _, m := range all {
		if m.Line = exchanged(calculus.Tidy(m.Line)); gathers {
			m.Line = gathered(m.Line)
		}
		if expr.Contains(m.Line, differentiates) != waits || 2*expr.Size(m.Line) > 3*expr.Size(due) || isTurned(m.Line, due) {
			continue
		}
		after := d.after(m.Line, len(right) > 1 && !expr.Contains(right[len(right)-2], differentiates))
		if len(after) != len(right)-1 {
			continue
		}
		e := slip.Explain(slip.Question{From: above, Wrong: m.Line, Right: right[:1], Scope: d.scope})
		if len(e.Slips) != 1 {
			continue
		}
		if m.Slip = e.Slips[0]; m.Slip == "log-base" {
			continue // no derivation here is about bases
		}
		if words, ok := d.course.Slip(m.Slip); ok && words.See != "" && words.What != "" {
			return m, after, nil
		}
	}
	return slip.Made{}, nil, errNoSlip
}

// after returns the lines that follow from one, and in the end what they come to, if that is wanted and another line.
func (d *drawer) after(line expr.Node, ends bool) []expr.Node {
	lines := d.carried(line)
	if !ends {
		return lines
	}
	last := line
	if len(lines) > 0 {
		last = lines[len(lines)-1]
	}
	if end := gathered(last); !expr.Equal(end, last) {
		lines = append(lines, end)
	}
	return lines
}

// exchanged returns a difference behind a minus, in a line or above its bar, the other way round: b - a is looked at, -(a - b) seen.
func exchanged(line expr.Node) expr.Node {
	turned, ok := line.(*expr.Neg)
	if !ok {
		return line
	}
	top, bottom, isFraction := expr.Fraction(turned.X)
	if !isFraction {
		top = turned.X
	}
	terms := expr.Terms(top)
	if len(terms) != 2 {
		return line
	}
	second, ok := terms[1].(*expr.Neg)
	if !ok {
		return line
	}
	if top = expr.Minus(second.X, terms[0]); isFraction {
		return expr.Quotient(top, bottom)
	}
	return top
}

// isTurned reports whether a wrong line is the right one behind a minus or a number, which is seen without looking at what stands there.
func isTurned(wrong, right expr.Node) bool {
	switch n := wrong.(type) {
	case *expr.Neg:
		return expr.Alike(n.X, right) || isTurned(n.X, right)
	case *expr.Mul:
		rest := slices.DeleteFunc(slices.Clone(n.Factors), expr.IsNumber)
		return len(rest) == 1 && expr.Alike(rest[0], right)
	case *expr.Div:
		return expr.IsNumber(n.Den) && expr.Alike(n.Num, right)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Add, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return false
}

func differentiates(n expr.Node) bool {
	_, ok := n.(*expr.Derivative)
	return ok
}
