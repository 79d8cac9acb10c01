package grade

import (
	"math/big"
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/typeset"
)

// A numeric is an attempt at a number, with one row of drawn values.
type numeric struct {
	q      *lessons.Number
	row    lessons.Row
	answer expr.Node // with the values in
	exact  bounds
}

func newNumber(q *lessons.Number, seed uint64) *numeric {
	n := &numeric{q: q, row: q.Rows[seed%uint64(len(q.Rows))]}
	n.answer = n.put(q.Answer.Tree)
	n.exact, _ = n.value(n.answer)
	return n
}

// put puts the drawn values for their symbols.
func (n *numeric) put(tree expr.Node) expr.Node {
	for i, s := range n.q.Vary {
		tree = expr.Substitute(tree, s, expr.Rational(n.row.Values[i]))
	}
	return tree
}

// value encloses a constant expression. It reports false where there is no value.
func (n *numeric) value(tree expr.Node) (bounds, bool) {
	const bits = 256
	lo, hi, ok := judge.Enclose(tree, n.q.Scope, bits)
	return bounds{lo, hi}, ok
}

func (n *numeric) judge(a answer) Feedback {
	f := comparison{
		question: n.q, scope: n.q.Scope, wanted: n.answer, put: n.put, drop: n.rounded, secret: true,
		equal: n.equal, near: n.near, listed: n.listed, refuse: n.refuse,
	}.decide(a)
	f.Wanted = nil
	return f
}

// rounded reports whether a side of a chain is the number as far as its places go: on the way it may be rounded.
func (n *numeric) rounded(side expr.Node) bool {
	v, ok := n.value(n.put(side))
	return ok && (n.exact.within(v.lo, n.q.Places) || n.exact.cut(v.lo, n.q.Places))
}

func (n *numeric) equal(f *Feedback) {
	if _, isDecimal := readDecimal(f.Answer); !isDecimal {
		n.unwritten(f)
		return
	}
	f.Kind, f.Finished, f.Say = Right, true, say("Right.")
}

// near decides about rounded and cut numbers.
func (n *numeric) near(f *Feedback) bool {
	d, isDecimal := readDecimal(f.Answer)
	if !isDecimal {
		v, ok := n.value(n.put(f.Answer))
		if !ok || !n.exact.within(v.lo, n.q.Places) {
			return false
		}
		n.unwritten(f)
		return true
	}
	p := n.q.Places
	switch {
	case n.exact.within(d.value, p):
		f.Kind, f.Finished, f.Say = Right, true, say("Right.")
	case d.places >= p && n.exact.cut(d.value, p):
		f.Kind, f.Finished, f.Say = Right, true, say("Right.")
		f.Remark = n.roundedTo("; you cut the digits off.")
	case d.places >= 1 && d.places < p && n.exact.shows(d.value, d.places):
		if d.places < p-1 && n.listed(f) {
			return false
		}
		f.Kind, f.Say = Form, say("Right so far. Give "+places(p)+".")
	default:
		return false
	}
	return true
}

// listed looks the number up among the wrong answers that the author foresaw, as exact as it was typed.
func (n *numeric) listed(f *Feedback) bool {
	d, isDecimal := readDecimal(f.Answer)
	for _, w := range n.q.Wrong {
		v, ok := n.value(n.put(w.Tree))
		if !ok {
			continue
		}
		same := isDecimal && (v.holds(d.value) || n.enough(f.Answer) && v.shows(d.value, min(d.places, n.q.Places)))
		if !isDecimal {
			same = judge.Compare(n.put(f.Answer), n.put(w.Tree), n.q.Scope).Relation == judge.Equal
		}
		if same {
			f.Slip, f.Say = w.Slip, []lessons.Text{w.Say}
			return true
		}
	}
	return false
}

// refuse words a number that is wrong, without giving the right one away.
func (n *numeric) refuse(f *Feedback) {
	f.Witness = nil
	v, ok := n.value(n.put(f.Answer))
	p := n.q.Places
	switch {
	case n.lettered(f.Answer):
		var names []string
		for _, s := range expr.Symbols(f.Answer) {
			names = append(names, typeset.Line(s))
		}
		f.Kind, f.Say = Form, say(numberAsked(letters(n.q), names...))
	case !ok:
		f.Say = say("This is not the number asked for.")
	case n.otherUnit(f, v):
	case n.exact.shows(new(big.Rat).Neg(v.lo), p):
		f.Slip, f.Say = "sign", say("The size is right, the sign is not.")
	case p > 1 && n.exact.shows(v.lo, p-1), p > 1 && n.exact.same(v.lo, p-1):
		f.Say = say("All places but the last are right. Keep more digits on the way, and round at the end.")
	case v.lo.Cmp(n.exact.hi) > 0:
		f.Say = say("This is not the number asked for: it is too large.")
	default:
		f.Say = say("This is not the number asked for: it is too small.")
	}
}

func (n *numeric) take(Feedback) {}

func (n *numeric) show(s *State) {
	s.Next, s.Prompt = TypeNumber, n.row.Ask
	for i, v := range n.q.Vary {
		s.Values = append(s.Values, Given{typeset.Line(v), n.row.Texts[i]})
	}
}

func (n *numeric) rung(k int) Hint { return Hint{Say: n.row.Hints[k-1]} }

func (n *numeric) reveal() Feedback {
	return Feedback{Say: []lessons.Text{join(lessons.Say("The answer: "), number(n.exact.middle(), n.q.Places))}}
}

// bounds enclose a real number.
type bounds struct{ lo, hi *big.Rat }

func (b bounds) middle() *big.Rat {
	m := new(big.Rat).Add(b.lo, b.hi)
	return m.Quo(m, big.NewRat(2, 1))
}

// holds reports whether r may be the number.
func (b bounds) holds(r *big.Rat) bool { return b.lo.Cmp(r) <= 0 && r.Cmp(b.hi) <= 0 }

// within reports whether r is within half a unit of place p.
func (b bounds) within(r *big.Rat, p int) bool {
	half := new(big.Rat).Quo(place(p), big.NewRat(2, 1))
	return new(big.Rat).Sub(b.lo, half).Cmp(r) <= 0 && r.Cmp(new(big.Rat).Add(b.hi, half)) <= 0
}

// cut reports whether r is the number with all digits after place p cut off. A number that may have no further digits, as
// one enclosed about 0.2 may, has none to cut off.
func (b bounds) cut(r *big.Rat, p int) bool {
	return truncated(b.lo, p).Cmp(r) == 0 && truncated(b.hi, p).Cmp(r) == 0
}

// shows reports whether r is the number, rounded or cut after place p.
func (b bounds) shows(r *big.Rat, p int) bool { return b.within(r, p) || b.cut(r, p) }

// same reports whether r has the digits of the number up to place p.
func (b bounds) same(r *big.Rat, p int) bool {
	return b.cut(truncated(r, p), p) && truncated(r, p).Sign() != 0
}

// place returns one unit of place p.
func place(p int) *big.Rat {
	return new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(p)), nil))
}

func truncated(r *big.Rat, p int) *big.Rat {
	scaled := new(big.Rat).Quo(r, place(p))
	whole := new(big.Int).Quo(scaled.Num(), scaled.Denom())
	return new(big.Rat).Mul(new(big.Rat).SetInt(whole), place(p))
}

// A decimalNumber is a number as typed, with the places that were given.
type decimalNumber struct {
	value  *big.Rat
	places int
}

// digits counts the digits typed, from the first that is not 0.
func (d decimalNumber) digits() int {
	whole := new(big.Rat).Quo(d.value, place(d.places))
	return len(new(big.Int).Abs(whole.Num()).String())
}

// readDecimal returns the decimal number that n is: digits with a point, perhaps with a sign, an exponent of ten or a
// percent sign. It reports false for anything that would have to be computed.
func readDecimal(n expr.Node) (decimalNumber, bool) {
	if neg, ok := n.(*expr.Neg); ok {
		d, ok := readDecimal(neg.X)
		if !ok {
			return d, false
		}
		return decimalNumber{new(big.Rat).Neg(d.value), d.places}, true
	}
	num, ok := n.(*expr.Number)
	if !ok {
		return decimalNumber{}, false
	}
	if p, exact := num.Value.FloatPrec(); exact {
		return decimalNumber{num.Value, max(p, written(num.Text))}, true
	}
	return decimalNumber{}, false
}

// written counts the places after the point in plain decimals; trailing zeros count.
func written(text string) int {
	_, after, found := strings.Cut(text, ".")
	if !found || strings.Trim(after, "0123456789") != "" {
		return 0
	}
	return len(after)
}
