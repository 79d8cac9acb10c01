package generate

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/slip"
	"chainrule/mathcore/typeset"
)

// answered adds to a question for a formula the answer, where the family leaves it to the rules, and hints.
func (d *drawer) answered(made map[string]any) error {
	from, err := d.formula(d.said("from"))
	if err != nil {
		return err
	}
	if _, ok := made["answer"]; !ok {
		resolved, ok := calculus.Resolve(from, d.scope)
		if !ok {
			return errors.New("the derivative cannot be carried out")
		}
		made["answer"] = typeset.Line(calculus.Tidy(resolved))
	}
	if _, ok := made["hints"]; ok {
		return nil
	}
	answer, err := d.formula(made["answer"].(string))
	if err != nil {
		return err
	}
	hints, err := d.hints(from, d.model(from, answer))
	made["hints"] = hints
	return err
}

// wrongs is how many wrong answers a question gets at most.
const wrongs = 3

// options adds wrong options to a choice, by slips, where the family leaves them to those.
func (d *drawer) options(made map[string]any) error {
	if _, ok := made["wrong"]; ok || d.family.Of == "" {
		return nil
	}
	of, err := d.formula(d.family.Of)
	if err != nil {
		return err
	}
	right, err := d.formula(strings.Trim(d.said("right"), "$"))
	if err != nil {
		return err
	}
	var all []map[string]any
	wrong := d.told(of, right)
	d.chance.Shuffle(len(wrong), func(i, k int) { wrong[i], wrong[k] = wrong[k], wrong[i] })
	for _, m := range wrong {
		if expr.Size(m.Line) > 2*expr.Size(right) || bare(m.Line) || expr.Contains(right, applies) && !expr.Contains(m.Line, applies) {
			continue // nobody would take it for the answer
		}
		all = append(all, map[string]any{"option": "$" + typeset.Line(m.Line) + "$", "say": words(m.words, "This comes out")})
		if len(all) == wrongs {
			break
		}
	}
	if len(all) < wrongs {
		return errNoSlip
	}
	made["wrong"] = all
	return nil
}

// numbers adds wrong answers to a question for a number, by slips.
func (d *drawer) numbers(made map[string]any) error {
	if d.family.Of == "" {
		return nil
	}
	of, err := d.raw(d.family.Of)
	if err != nil {
		return err
	}
	answer, err := d.raw(d.said("answer"))
	if err != nil {
		return err
	}
	if answer, err = d.at(answer); err != nil {
		return err
	}
	made["answer"] = typeset.Line(answer)
	places, _ := made["places"].(int64)
	all, _ := made["wrong"].([]any)
	near, listed := []expr.Node{answer}, []slip.ID{}
	for _, one := range all {
		of := one.(map[string]any) //nolint:forcetypeassert // as it is written in a family
		wrong, err := d.formula(fmt.Sprint(of["answer"]))
		if err != nil {
			return err
		}
		near, listed = append(near, wrong), append(listed, slip.ID(fmt.Sprint(of["slip"])))
	}
	for _, m := range d.told(of, answer) {
		if len(all) >= wrongs {
			break
		}
		if slices.Contains(ofFormulas, m.Slip) || slices.Contains(listed, m.Slip) || bare(m.Line) && !bare(answer) {
			continue
		}
		if m.Line, err = d.at(m.Line); err != nil {
			return err
		}
		if d.distinct(m.Line, near, int(places)) {
			near = append(near, m.Line)
			all = append(all, map[string]any{"answer": typeset.Line(m.Line), "slip": string(m.Slip), "say": words(m.words, "This number comes out")})
		}
	}
	if len(all) > 0 {
		made["wrong"] = all
	}
	return nil
}

// ofFormulas are slips in writing a formula anew, which nobody does who computes a number: there they would tell a story
// that is seldom true, and give advice about brackets and bars that are not there.
var ofFormulas = []slip.ID{
	"log-of-sum", "log-power", "log-quotient", "exp-of-sum", "reciprocal-of-sum", "cancelled-term", "minus-not-distributed", "reciprocal", "power-raised",
}

// bare reports whether there is nothing in a formula but plain numbers. Such an answer shows no way that led to it.
func bare(n expr.Node) bool {
	return !expr.Contains(n, func(m expr.Node) bool {
		_, letter := m.(*expr.Symbol)
		_, call := m.(*expr.Call)
		_, applied := m.(*expr.Apply)
		_, constant := m.(*expr.Constant)
		return letter || call || applied || constant
	})
}

// at puts values in for letters where the family asks for a number at a place.
func (d *drawer) at(n expr.Node) (expr.Node, error) {
	if len(d.family.At) == 0 {
		return n, nil
	}
	n, ok := calculus.Resolve(n, d.scope)
	if !ok {
		return nil, errors.New("the derivative cannot be carried out")
	}
	for name, text := range d.family.At {
		value, err := d.formula(text)
		if err != nil {
			return nil, err
		}
		n = expr.Substitute(n, expr.Var(name), value)
	}
	return calculus.Tidy(n), nil
}

// A told wrong line is one that a slip makes, with the words of the slip.
type told struct {
	slip.Made

	words lessons.Slip
}

// told returns the wrong lines that slips make, each slip once, if its words can stand alone.
func (d *drawer) told(of, right expr.Node) []told {
	const most = 24
	var all []told
	seen := map[slip.ID]bool{}
	for _, m := range slip.Make(of, []expr.Node{right}, d.scope, most) {
		s, ok := d.course.Slip(m.Slip)
		if ok && s.Change != "" && !seen[m.Slip] && !expr.Alike(m.Line, right) {
			seen[m.Slip] = true
			all = append(all, told{m, s})
		}
	}
	return all
}

// distinct reports whether the value of a wrong answer is at least two units of the last place away from those of others.
func (d *drawer) distinct(wrong expr.Node, others []expr.Node, places int) bool {
	const bits = 128
	lo, hi, ok := judge.Enclose(wrong, d.scope, bits)
	if !ok {
		return false
	}
	unit := new(big.Rat).SetFrac(big.NewInt(2), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
	for _, o := range others {
		olo, ohi, ok := judge.Enclose(o, d.scope, bits)
		if !ok || new(big.Rat).Sub(lo, ohi).Cmp(unit) < 0 && new(big.Rat).Sub(olo, hi).Cmp(unit) < 0 {
			return false
		}
	}
	return true
}

func applies(n expr.Node) bool {
	_, ok := n.(*expr.Apply)
	return ok
}
