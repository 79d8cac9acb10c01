package parse

import (
	"slices"
	"strings"

	"chainrule/mathcore/expr"
)

// comparisons are the signs that compare in an indicator and in the condition of a case.
var comparisons = map[string]string{
	"<": "<", ">": ">", "<=": "<=", ">=": ">=", "!=": "!=", "<>": "!=",
	"≤": "<=", "≥": ">=", "≠": "!=", "⩽": "<=", "⩾": ">=",
	"lt": "<", "gt": ">", "le": "<=", "ge": ">=", "leq": "<=", "geq": ">=", "leqslant": "<=", "geqslant": ">=", "ne": "!=", "neq": "!=",
}

// compare emits a sign that compares, size bytes long, and reports whether it is one.
func (s *scanner) compare(sign string, size int) bool {
	op, ok := comparisons[sign]
	if ok {
		s.emit(token{kind: comparison, start: int32(s.i), text: op}, s.i+size)
	}
	return ok
}

// blackboard reads the 1 or I of an indicator that stands before its bracket: \mathbb{1}[x>0].
func (s *scanner) blackboard(size int) bool {
	rest := s.src[s.i+size:]
	for _, sign := range [...]string{"{1}", "{I}", " 1", "1"} {
		behind, ok := strings.CutPrefix(rest, sign)
		if behind = strings.TrimLeft(behind, " "); !ok || behind == "" {
			continue
		}
		if strings.ContainsRune("[({_", rune(behind[0])) || strings.HasPrefix(behind, `\{`) || strings.HasPrefix(behind, `\left`) {
			s.emit(token{kind: number, start: int32(s.i), text: "1"}, s.i+size+len(sign))
			return true
		}
	}
	return false
}

// casesEnvironment reads \begin{cases} and \end{cases}; arrays are written for the same.
func (s *scanner) casesEnvironment(begin bool, size int) bool {
	inside, ok := strings.CutPrefix(s.src[s.i+size:], "{")
	env, behind, closed := strings.Cut(inside, "}")
	if !ok || !closed || env != "cases" && env != "dcases" && env != "array" || !begin && s.cases == 0 || begin && env == "array" && !s.behindBrace() {
		return false
	}
	size += len(env) + 2
	if !begin {
		s.cases--
		s.bracket(closing, caseShape, size)
		return true
	}
	if columns, _, ok := strings.Cut(behind, "}"); ok && env == "array" && strings.Trim(columns, "{lcr|@ ") == "" {
		size += len(columns) + 1
	}
	s.cases++
	s.one(casesSign, size)
	s.bracket(opening, caseShape, 0)
	return true
}

// caseWord reads a word between cases: if, for and when say nothing.
func (s *scanner) caseWord() bool {
	i := s.i
	for i < len(s.src) && isASCIILetter(s.src[i]) {
		i++
	}
	switch s.src[s.i:i] {
	case "if", "for", "when":
		s.space = true
		s.i = i
	case "otherwise", "else":
		s.emit(token{kind: otherwise, start: int32(s.i)}, i)
	default:
		return false
	}
	return true
}

// comparesIn reports whether a comparison stands directly in the bracket at token i, or in one that fills it.
func (p *parser) comparesIn(i int, equalsToo bool) bool {
	t := &p.tokens[min(i, p.last)]
	if t.kind != opening || t.mate < 0 {
		return false
	}
	for k := i + 1; k < int(t.mate); k++ {
		switch u := &p.tokens[k]; {
		case u.kind == comparison, u.kind == equals && equalsToo:
			return true
		case u.kind == opening && u.mate > 0:
			if k == i+1 && u.mate == t.mate-1 {
				return p.comparesIn(k, equalsToo)
			}
			k = int(u.mate)
		}
	}
	return false
}

// isIndicator reports whether the bracket at token i is an indicator, as [x > 0] is.
func (p *parser) isIndicator(i int) bool {
	return p.tokens[i].shape == '[' && p.comparesIn(i, true)
}

// indicatorAfter returns the token where the bracket of an indicator opens whose sign, 1 or I, is token at: 1[x>0], 1_{x>0}.
func (p *parser) indicatorAfter(at int) (open int, ok bool) {
	open = min(at+1, p.last)
	if p.tokens[open].kind == under {
		open = min(open+1, p.last)
	}
	return open, p.comparesIn(open, true)
}

// indicator reads the bracket of an indicator at the next token; the whole begins at byte start.
func (p *parser) indicator(start int) expr.Node {
	if !p.enter() {
		return nothing
	}
	defer p.leave()
	open, bars := p.pos, p.inBars
	p.inBars = false
	p.advance()
	inner := -1
	if t := p.at(); t.kind == opening && t.mate == p.tokens[open].mate-1 {
		inner = p.pos
		p.advance()
	}
	n := p.condition()
	p.inBars = bars
	if inner >= 0 {
		p.close(inner)
	}
	p.close(open)
	if c, ok := n.(*expr.Call); ok && p.complaint == nil {
		return &expr.Call{Span: p.since(start), Func: c.Func, Args: c.Args}
	}
	return n
}

// condition reads a comparison, which is 1 where it holds and 0 elsewhere; of a chain such as 0 < x < 1 all must hold.
func (p *parser) condition() expr.Node {
	start := p.start()
	left := p.sum()
	var all []expr.Node
	for p.complaint == nil && (p.at().kind == comparison || p.at().kind == equals) {
		sign := p.at().text
		p.advance()
		right := p.sum()
		all = append(all, compared(p.since(start), left, sign, right))
		left = right
	}
	switch {
	case p.complaint != nil:
		return nothing
	case len(all) == 1:
		return all[0]
	case len(all) > 1:
		return &expr.Mul{Span: p.since(start), Factors: all}
	case !isTruth(left):
		p.fail(BadCondition, p.since(start))
		return nothing
	}
	return left
}

// compared returns what is 1 where a comparison holds. An empty sign is the equals sign.
func compared(span expr.Span, a expr.Node, sign string, b expr.Node) expr.Node {
	call := func(f expr.Func) expr.Node { return &expr.Call{Span: span, Func: f, Args: []expr.Node{a, b}} }
	switch sign {
	case ">":
		return call(expr.Greater)
	case "<":
		return call(expr.Less)
	case ">=":
		return call(expr.AtLeast)
	case "<=":
		return call(expr.AtMost)
	case "!=":
		return &expr.Add{Span: span, Terms: []expr.Node{expr.Int(1), &expr.Neg{X: call(expr.Delta)}}}
	}
	return call(expr.Delta)
}

// isTruth reports whether n is made of comparisons.
func isTruth(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Call:
		return relationOf(n.Func) != 0
	case *expr.Mul:
		return !slices.ContainsFunc(n.Factors, func(f expr.Node) bool { return !isTruth(f) })
	case *expr.Add:
		neg, ok := n.Terms[len(n.Terms)-1].(*expr.Neg)
		return ok && len(n.Terms) == 2 && expr.Equal(n.Terms[0], expr.Int(1)) && isTruth(neg.X)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Div, *expr.Pow, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return false
}

// The ways in which two numbers can stand to each other, as bits.
const (
	below0 = 1 << iota
	equal0
	above0
	anyway = below0 | equal0 | above0
)

// relationOf returns the ways in which the comparison f holds, 0 if it is none.
func relationOf(f expr.Func) int {
	switch f { //nolint:exhaustive // the others do not compare
	case expr.Greater:
		return above0
	case expr.Less:
		return below0
	case expr.AtLeast:
		return above0 | equal0
	case expr.AtMost:
		return below0 | equal0
	case expr.Delta:
		return equal0
	}
	return 0
}

// whereCall reads where(c, a, b), whose name is at the token before the next.
func (p *parser) whereCall(at int) expr.Node {
	open, bars := p.pos, p.inBars
	if p.at().kind != opening || p.tokens[open].n != 2 {
		c := p.fail(ArgumentCount, p.span(at))
		c.Text, c.Want = printable(p.text(p.span(at))), "a condition and two values, as in where(x > 0, x, 0)"
		return nothing
	}
	if !p.enter() {
		return nothing
	}
	defer p.leave()
	p.inBars = false
	p.advance()
	args := []expr.Node{p.condition()}
	for p.at().kind == comma && p.complaint == nil {
		p.advance()
		args = append(args, p.sum())
	}
	p.inBars = bars
	p.close(open)
	if p.complaint != nil || len(args) != 3 {
		return nothing
	}
	return &expr.Call{Span: p.since(int(p.tokens[at].start)), Func: expr.Where, Args: args}
}

// A caseRow is a value with its condition, nil for all that is left.
type caseRow struct{ value, condition expr.Node }

// mostCases bounds the rows of one \begin{cases}, each of which stands inside the one before.
const mostCases = 8

// casesForm reads what stands between \begin{cases} and \end{cases}.
func (p *parser) casesForm() expr.Node {
	if !p.enter() {
		return nothing
	}
	defer p.leave()
	start, bars := p.start(), p.inBars
	p.inBars = false
	p.advance()
	open := p.pos
	p.advance()
	var rows []caseRow
	for p.complaint == nil && p.at().kind != closing {
		rows = append(rows, p.caseRow())
		if p.at().kind == rowEnd {
			p.advance()
		} else if p.at().kind != closing {
			break
		}
	}
	p.inBars = bars
	p.close(open)
	span := p.since(start)
	if p.complaint == nil && (len(rows) < 2 || len(rows) > mostCases || slices.ContainsFunc(rows[:len(rows)-1], func(r caseRow) bool { return r.condition == nil })) {
		p.fail(BadCases, span)
	}
	if p.complaint != nil {
		return nothing
	}
	return joined(span, rows)
}

func (p *parser) caseRow() caseRow {
	row := caseRow{value: p.sum()}
	for k := p.at().kind; k == comma || k == cell; k = p.at().kind {
		p.advance()
	}
	switch p.at().kind {
	case rowEnd, closing, end:
	case otherwise:
		p.advance()
	default:
		row.condition = p.condition()
	}
	if p.at().kind == comma {
		p.advance()
	}
	return row
}

// joined returns the choice between the rows, from the first on. Where none of the conditions holds there is no value.
func joined(span expr.Span, rows []caseRow) expr.Node {
	last := len(rows) - 1
	rest := rows[last].value
	if condition := rows[last].condition; condition != nil && !exhaust(rows) {
		nowhere := expr.Quotient(expr.Int(1), expr.Int(0))
		rest = &expr.Call{Span: span, Func: expr.Where, Args: []expr.Node{condition, rest, nowhere}}
	}
	for i := last - 1; i >= 0; i-- {
		rest = &expr.Call{Span: span, Func: expr.Where, Args: []expr.Node{rows[i].condition, rows[i].value, rest}}
	}
	return rest
}

// exhaust reports whether the rows compare the same two numbers and leave out no way in which they can stand to each other.
func exhaust(rows []caseRow) bool {
	first, ok := rows[0].condition.(*expr.Call)
	if !ok || relationOf(first.Func) == 0 {
		return false
	}
	ways := 0
	for _, r := range rows {
		c, ok := r.condition.(*expr.Call)
		switch {
		case !ok:
			return false
		case expr.Equal(c.Args[0], first.Args[0]) && expr.Equal(c.Args[1], first.Args[1]):
			ways |= relationOf(c.Func)
		case expr.Equal(c.Args[0], first.Args[1]) && expr.Equal(c.Args[1], first.Args[0]):
			ways |= turned(relationOf(c.Func))
		default:
			return false
		}
	}
	return ways == anyway
}

// turned returns the ways with the two numbers changed for each other.
func turned(ways int) int {
	return ways&equal0 | ways&below0<<2 | ways&above0>>2
}
