package notebook

import (
	"regexp"
	"strings"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
)

// A sorted line is one of these.
type sorted uint8

const (
	empty      sorted = iota
	command           // :word and what follows
	definition        // g(x) := …
	domain            // p in (0,1), x > 0
	against           // = …, beside the formula that is looked at
	formula           // all else
)

// sort tells what a line is. Of a definition head and body are what stands before and behind its sign, of all else the body is
// what is to be read.
func (n *Notebook) sort(text string) (kind sorted, head, body string) {
	text = strings.TrimSpace(text)
	if text == "" {
		return empty, "", ""
	}
	if strings.HasPrefix(text, ":") && !strings.HasPrefix(text, ":=") {
		return command, "", text[1:]
	}
	if cut := strings.Index(text, ":="); cut > 0 {
		return definition, strings.TrimSpace(text[:cut]), strings.TrimSpace(text[cut+2:])
	}
	if _, ok := domainOf(text); ok {
		return domain, "", text
	}
	if rest, ok := strings.CutPrefix(text, "="); ok && n.study != nil {
		return against, "", strings.TrimLeft(rest, "= ")
	}
	if parts := split(text); len(parts) == 2 && n.names(parts[0], parts[1]) {
		return definition, parts[0], parts[1]
	}
	return formula, "", text
}

// split cuts a line at the equals signs that stand in no brackets and belong to no other sign.
func split(text string) []string {
	var parts []string
	depth, start := 0, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case strings.IndexByte("([{", c) >= 0:
			depth++
		case strings.IndexByte(")]}", c) >= 0:
			depth--
		case c != '=' || depth > 0 || i > 0 && strings.IndexByte("<>!:_", text[i-1]) >= 0:
		case i > 0 && text[i-1] == '=': // == is =
			start = i + 1
		default:
			parts = append(parts, strings.TrimSpace(text[start:i]))
			start = i + 1
		}
	}
	return append(parts, strings.TrimSpace(text[start:]))
}

// head is how a name is written that may be defined: letters and an index, and for a function its letters in brackets.
var head = regexp.MustCompile(`^\\?\pL[\pL\pM]*(_\{?[\pL\d]+\}?|[₀-₉])?\s*(\(\s*\pL[\pL\pM]*(\s*,\s*\pL[\pL\pM]*)*\s*\))?$`)

// names reports whether left = right gives a new name: one that stands for nothing yet, and does not stand on the right.
func (n *Notebook) names(left, right string) bool {
	if !head.MatchString(left) {
		return false
	}
	sc := n.scope.Clone()
	before := len(sc.Definitions())
	if parse.DefinePlainly(sc, left+" := "+right) != nil || len(sc.Definitions()) == before {
		return false
	}
	d := sc.Definitions()[before]
	line, complaint := parse.Read(right, n.scope)
	if complaint != nil || len(d.Params) == 0 && isWord(d.Name) {
		return false
	}
	used := false
	expr.Walk(line.Right, func(m expr.Node) bool {
		switch m := m.(type) {
		case *expr.Symbol:
			used = used || m.Name == d.Name
		case *expr.Apply:
			used = used || m.Name == d.Name
		case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Derivative, *expr.Series:
		}
		return !used
	})
	return !used
}

// isWord reports whether a name is a word that is no letter: ab is rather a b.
func isWord(name string) bool {
	_, greek := expr.Glyph(name)
	stem, mark := expr.Marked(name)
	return !greek && len([]rune(name)) > 1 && (mark == expr.NoMark || len([]rune(stem)) != 1)
}

// A declared domain is what a line says about where letters lie.
type declared struct{ letters, domain string }

var (
	memberLine = regexp.MustCompile(`^(\\?\pL.*?)(?:\s*∈\s*|\s+\\?in\s+)(.*)$`)
	colonLine  = regexp.MustCompile(`^(\\?\pL[^:]*):\s*(real|pos|nonneg|neg|int|nat|[(\[{][^:]*[)\]}])$`)
	boundLine  = regexp.MustCompile(`^(?:([^<>≤≥=]+?)\s*(<=|≤|<|>=|≥|>))?\s*(\\?\pL[^<>≤≥=]*?)\s*(?:(<=|≤|<|>=|≥|>)\s*([^<>≤≥=]+))?$`)
	number     = regexp.MustCompile(`^[-−+]?\d+(\.\d+)?(/\d+)?$`)
)

// sets are other names of domains.
var sets = map[string]string{"R": "real", "ℝ": "real", "N": "nat", "ℕ": "nat", "Z": "int", "ℤ": "int"}

// domainOf reads a line that says where letters lie: p in (0,1), x, y ∈ R, x > 0, 0 < p < 1. It reports false for all others.
func domainOf(text string) (declared, bool) {
	m := memberLine.FindStringSubmatch(text)
	if m == nil {
		m = colonLine.FindStringSubmatch(text)
	}
	if m != nil {
		d := m[2]
		if other, ok := sets[d]; ok {
			d = other
		}
		return declared{m[1], d}, true
	}
	m = boundLine.FindStringSubmatch(text)
	if m == nil || m[2] == "" && m[4] == "" {
		return declared{}, false
	}
	lo, hi := bound{}, bound{}
	if m[2] != "" && !put(&lo, &hi, turned[m[2]], m[1]) || m[4] != "" && !put(&lo, &hi, m[4], m[5]) {
		return declared{}, false
	}
	return declared{m[3], lo.low() + "," + hi.high()}, true
}

// turned says which sign stands behind a letter for one that stands before it.
var turned = map[string]string{"<": ">", "<=": ">=", "≤": "≥", ">": "<", ">=": "<=", "≥": "≤"}

// A bound is one end of an interval; without text there is none.
type bound struct {
	text   string
	closed bool
}

func (b bound) low() string {
	switch {
	case b.text == "":
		return "(-inf"
	case b.closed:
		return "[" + b.text
	}
	return "(" + b.text
}

func (b bound) high() string {
	switch {
	case b.text == "":
		return "inf)"
	case b.closed:
		return b.text + "]"
	}
	return b.text + ")"
}

// put sets the end that a sign and a number tell; false if that end is told already, or it is no plain number.
func put(lo, hi *bound, sign, text string) bool {
	text = strings.TrimSpace(text)
	end := hi
	if strings.ContainsAny(sign, ">≥") {
		end = lo
	}
	if end.text != "" || !number.MatchString(text) {
		return false
	}
	*end = bound{strings.Replace(text, "−", "-", 1), strings.ContainsAny(sign, "=≤≥")}
	return true
}
