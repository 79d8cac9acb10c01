package lessons

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// placesLimit and rowsLimit bound what a number question may ask for.
const (
	placesLimit = 12
	rowsLimit   = 1000
)

func (b *blockReader) number(text []byte, offset int) {
	var raw struct {
		asked
		Answer   string
		Places   int
		Rounding bool
		Vary     map[string][]string
		Range    map[string]string
		Hints    []string
		Wrong    []wrong
	}
	if !b.open(text, offset, &raw) {
		return
	}
	q := &Number{Asked: b.ask(raw.asked), Places: raw.Places, Rounding: raw.Rounding}
	q.Answer = b.term("answer", raw.Answer, q.Scope)
	q.Wrong = b.wrongs(raw.Wrong, q.Scope)
	if raw.Places < 0 || raw.Places > placesLimit {
		b.fail("places", fmt.Sprintf("%d places cannot be asked for", raw.Places), fmt.Sprintf("ask for 0 to %d", placesLimit))
	}
	columns := b.columns(raw.Vary, raw.Range)
	b.vary(q, columns)
	b.hints(raw.Hints, q.Scope)
	if raw.Ask == "" {
		b.prompt(raw.asked, q.Scope)
	}
	for _, c := range columns {
		if raw.Ask != "" && !strings.Contains(raw.Ask, "{"+c.name+"}") {
			b.fail("ask", fmt.Sprintf("the question does not tell the value of %s", c.name), fmt.Sprintf("write {%s} where it belongs", c.name))
		}
	}
	for i := range q.Rows {
		b.fill(q, &q.Rows[i], columns, raw.Ask, raw.Hints)
	}
	if len(q.Rows) > 0 {
		q.Ask, q.Hints = q.Rows[0].Ask, q.Rows[0].Hints
	}
	b.screen.Question = q
}

// A column is a varied symbol with its values.
type column struct {
	name, path string
	texts      []string
}

// columns gathers the listed values and those of ranges, by name.
func (b *blockReader) columns(lists map[string][]string, ranges map[string]string) []column {
	var all []column
	for name, texts := range lists {
		all = append(all, column{name, "vary." + name, texts})
	}
	for name, text := range ranges {
		path := "range." + name
		texts, ok := steps(text)
		if !ok {
			b.fail(path, fmt.Sprintf("%q is no range", text), `write "0.1 to 0.9 by 0.1"`)
			continue
		}
		all = append(all, column{name, path, texts})
	}
	slices.SortFunc(all, func(a, b column) int { return strings.Compare(a.name, b.name) })
	return all
}

// steps lists the values of a range such as 0.1 to 0.9 by 0.1.
func steps(text string) ([]string, bool) {
	var ends [3]*big.Rat
	words := strings.Fields(text)
	if len(words) != 5 || words[1] != "to" || words[3] != "by" {
		return nil, false
	}
	decimals := 0
	for i := range ends {
		w := words[2*i]
		r, ok := new(big.Rat).SetString(w)
		if !ok || strings.ContainsAny(w, "eEpP/_") || len(w) > 20 {
			return nil, false
		}
		ends[i] = r
		if _, after, found := strings.Cut(w, "."); found {
			decimals = max(decimals, len(after))
		}
	}
	var texts []string
	for r := new(big.Rat).Set(ends[0]); r.Cmp(ends[1]) <= 0 && ends[2].Sign() > 0; r.Add(r, ends[2]) {
		if len(texts) == rowsLimit {
			return nil, false
		}
		texts = append(texts, r.FloatString(decimals))
	}
	return texts, len(texts) > 0
}

// vary makes the rows of a question from the columns.
func (b *blockReader) vary(q *Number, columns []column) {
	q.Rows = make([]Row, 1)
	for i, c := range columns {
		if i == 0 {
			q.Rows = make([]Row, len(c.texts))
		}
		if len(c.texts) != len(q.Rows) || len(c.texts) == 0 {
			b.fail(c.path, fmt.Sprintf("%s has %d values where %s has %d", c.name, len(c.texts), columns[0].name, len(q.Rows)),
				"give each varied symbol the same number of values, at least one")
			return
		}
		symbol, ok := b.term(c.path, c.name, q.Scope).Tree.(*expr.Symbol)
		if !ok {
			b.fail(c.path, fmt.Sprintf("%s cannot be varied", c.name), "name a declared symbol")
			return
		}
		q.Vary = append(q.Vary, symbol)
		domain, _ := q.Scope.Domain(symbol)
		for k, text := range c.texts {
			at := c.path
			if b.has(fmt.Sprintf("%s[%d]", at, k)) {
				at = fmt.Sprintf("%s[%d]", at, k)
			}
			value, ok := readValue(text)
			if !ok || !domain.Contains(value) {
				b.fail(at, fmt.Sprintf("%q is no value of %s", text, c.name), fmt.Sprintf("write a number of %s", domain))
				value = new(big.Rat)
			}
			q.Rows[k].Texts = append(q.Rows[k].Texts, text)
			q.Rows[k].Values = append(q.Rows[k].Values, value)
		}
	}
}

// fill writes prompt and hints of a row, with its values for the names in braces.
func (b *blockReader) fill(q *Number, row *Row, columns []column, ask string, hints []string) {
	put := func(words string) string {
		for i, text := range row.Texts {
			words = strings.ReplaceAll(words, "{"+columns[i].name+"}", text)
		}
		return words
	}
	sc := loose(q.Scope)
	row.Ask = b.filled("ask", ask, put(ask), sc)
	for i, h := range hints {
		row.Hints = append(row.Hints, b.filled(fmt.Sprintf("hints[%d]", i), h, put(h), sc))
	}
}

// filled reads a text with values put in; faults are told at its beginning if that moved anything.
func (b *blockReader) filled(path, written, filled string, sc *scope.Scope) Text {
	if filled == "" {
		return nil
	}
	p := &proser{
		source: b.reader.source, text: []byte(filled), base: b.where(path), scope: sc,
		fixed: !b.isExact(path) || filled != written,
	}
	return p.sentence()
}

// readValue returns the number that text spells: an integer, a decimal, a fraction, with a sign or without.
func readValue(text string) (*big.Rat, bool) {
	n, complaint := parse.Expr(text, nil)
	if complaint != nil {
		return nil, false
	}
	return constant(n)
}

func constant(n expr.Node) (*big.Rat, bool) {
	switch n := n.(type) {
	case *expr.Number:
		return n.Value, true
	case *expr.Neg:
		if x, ok := constant(n.X); ok {
			return new(big.Rat).Neg(x), true
		}
	case *expr.Div:
		num, ok := constant(n.Num)
		den, ok2 := constant(n.Den)
		if ok && ok2 && den.Sign() != 0 {
			return new(big.Rat).Quo(num, den), true
		}
	case *expr.Constant, *expr.Symbol, *expr.Add, *expr.Mul, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return nil, false
}
