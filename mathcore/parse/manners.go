package parse

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// signManners stand in front of a line or behind it and say how it hangs together with the others.
var signManners = []string{
	"⇒", "→", "⟹", "⟶", "∴", "⇔", "⟺", "<=>", "=>", "->", "≈", "∎",
	`\Rightarrow`, `\Longrightarrow`, `\rightarrow`, `\longrightarrow`, `\to`, `\implies`, `\therefore`, `\because`,
	`\Leftrightarrow`, `\iff`, `\approx`, `\qed`, `\blacksquare`,
}

// blankManners take room and say nothing.
var blankManners = []string{`\quad`, `\qquad`, `\,`, `\;`, `\:`, `\!`, "~", "&", "$"}

func isWhite(b byte) bool { return b == ' ' || b == '\t' || b == '\r' || b == '\n' }

// The manners by the byte with which they begin, behind a backslash by the next, or by the one with which they end.
var (
	mannersFrom = byByte(sortedAt, signManners, blankManners)
	signsTo     = byByte(func(m string) byte { return m[len(m)-1] }, signManners)
	blanksTo    = byByte(func(m string) byte { return m[len(m)-1] }, blankManners)
)

func sortedAt(text string) byte {
	if text[0] == '\\' && len(text) > 1 {
		return text[1]
	}
	return text[0]
}

func byByte(of func(string) byte, lists ...[]string) *[256][]string {
	var sorted [256][]string
	for _, m := range slices.Concat(lists...) {
		sorted[of(m)] = append(sorted[of(m)], m)
	}
	return &sorted
}

// wordManners stand in front of a line, alone or before the formula between two dollar signs.
var wordManners = []string{"therefore", "thus", "hence", "so", "then", "finally"}

// plainEnglish stands between these and a formula in dollar signs.
var plainEnglish = []string{
	"a", "an", "and", "answer", "are", "as", "derivative", "desired", "equal", "equals", "final", "find", "follows",
	"get", "gives", "gradient", "have", "is", "it", "limit", "now", "obtain", "of", "our", "quotient", "result",
	"simplifies", "slope", "solution", "sum", "that", "the", "this", "to", "value", "we", "which", "with",
}

// reasonWords are those of which one stands in a bracket that gives the reason of a line.
var reasonWords = []string{"because", "by", "definition", "identity", "law", "rule", "since", "using"}

// mannered returns the part of a line that is mathematics, without what people write in front of it and behind it:
// an arrow, "Therefore", an equals sign, a full stop, the name of a rule in brackets, quotation marks around it all. Where
// nothing else stands, all of it is left, for the complaint.
func mannered(src string, n *names) (from, to int) {
	from, to = 0, len(src)
	if at, end, ok := inDollars(src, n); ok {
		from, to = at, end
	}
	for quoted := true; quoted; {
		for end := strippedBehind(src, from, to); end != to; end = strippedBehind(src, from, to) {
			to = end
		}
		for at := strippedFront(src[:to], from, n); at != from; at = strippedFront(src[:to], from, n) {
			from = at
		}
		from, to, quoted = unquoted(src, from, to)
	}
	if from == 0 && to == len(src) || strings.Trim(src[from:to], " \t\r\n$=:&") == "" {
		return 0, len(src)
	}
	return from, to
}

// quotationMarks are those that stand around a formula in code, in tables and where a shell does not take them off. None of
// them means anything in front of a formula; behind one, ' and " are primes.
var quotationMarks = [...][2]string{{`"`, `"`}, {"'", "'"}, {"`", "`"}, {"“", "”"}, {"„", "“"}, {"‘", "’"}, {"«", "»"}}

// unquoted leaves out quotation marks around all of the line, and reports whether there were any.
func unquoted(src string, from, to int) (inFrom, inTo int, ok bool) {
	text := strings.TrimFunc(src[from:to], func(r rune) bool { return r < utf8.RuneSelf && isWhite(byte(r)) })
	for _, m := range quotationMarks {
		inside, opened := strings.CutPrefix(text, m[0])
		inside, closed := strings.CutSuffix(inside, m[1])
		if opened && closed && inside != "" && !strings.Contains(inside, m[0]) && !strings.Contains(inside, m[1]) {
			at := from + strings.Index(src[from:to], text) + len(m[0])
			return at, at + len(inside), true
		}
	}
	return from, to, false
}

// strippedFront returns where the line goes on behind one manner in front.
func strippedFront(src string, from int, n *names) int {
	rest := src[from:]
	for rest != "" && isWhite(rest[0]) {
		rest = rest[1:]
	}
	if rest == "" {
		return from
	}
	switch c := rest[0]; {
	case c >= utf8.RuneSelf, strings.IndexByte("\\=-<~&$", c) >= 0:
		for _, m := range mannersFrom[sortedAt(rest)] {
			if after, ok := strings.CutPrefix(rest, m); ok && !continues(m, after) {
				return len(src) - len(after)
			}
		}
	case isASCIILetter(c):
		if end, ok := leadWord(rest, n); ok {
			return len(src) - len(rest) + end
		}
	}
	return from
}

// continues reports whether the LaTeX command m is only the beginning of a longer one.
func continues(m, after string) bool {
	return len(m) > 2 && m[0] == '\\' && after != "" && isASCIILetter(after[0])
}

// leadWord reports whether text begins with a word such as Therefore, and where what it introduces begins.
func leadWord(text string, n *names) (end int, ok bool) {
	for end < len(text) && isASCIILetter(text[end]) {
		end++
	}
	if end < 2 || end == len(text) || !strings.ContainsRune(" ,:$", rune(text[end])) {
		return 0, false
	}
	word := text[:end]
	if !slices.Contains(wordManners, strings.ToLower(word)) || n.isWord(word) || n.spellsDeclared(word) {
		return 0, false
	}
	for end < len(text) && strings.IndexByte(" ,:", text[end]) >= 0 {
		end++
	}
	return end, end < len(text)
}

// inDollars finds the formula in dollar signs of a line that begins with words, as in "Therefore $x = 2$.".
func inDollars(src string, n *names) (from, to int, ok bool) {
	open := strings.IndexByte(src, '$')
	if open <= 0 {
		return 0, 0, false
	}
	front := src[:open]
	if strings.HasPrefix(src[open:], "$$") {
		open++
	}
	size := strings.IndexByte(src[open+1:], '$')
	if size < 0 {
		return 0, 0, false
	}
	from, to = open+1, open+1+size
	words := strings.FieldsFunc(strings.ToLower(front), func(r rune) bool { return strings.ContainsRune(" \t,:;", r) })
	for _, w := range words {
		if n.isWord(w) || !slices.Contains(wordManners, w) && !slices.Contains(plainEnglish, w) {
			return 0, 0, false
		}
	}
	rest := strings.Trim(src[to+1:], " \t\r\n.,;!$")
	enough := len(words) > 1 || len(words) == 1 && slices.Contains(wordManners, words[0])
	return from, to, enough && rest == "" && strings.TrimSpace(src[from:to]) != ""
}

// strippedBehind returns where the line ends before one manner behind it.
func strippedBehind(src string, from, to int) int {
	text := src[from:to]
	for text != "" && isWhite(text[len(text)-1]) {
		text = text[:len(text)-1]
	}
	if text == "" {
		return to
	}
	before, c := text[:len(text)-1], text[len(text)-1]
	for _, b := range blanksTo[c] {
		if before, ok := strings.CutSuffix(text, b); ok && !strings.HasSuffix(before, `\`) {
			return from + len(before)
		}
	}
	switch {
	case c == '.' && !strings.HasSuffix(before, "."):
		return from + len(before)
	case (c == ',' || c == ';') && !strings.HasSuffix(before, `\`):
		return from + len(before)
	case c == '=' && !endsInOneOf(before, "!<>~≠"):
		return from + len(strings.TrimRight(before, ":=&"))
	case c == '\\' && strings.HasSuffix(before, `\`):
		return from + len(before) - 1
	case c == ')' || c == ']' || c == '}':
		if c == ']' {
			if at, ok := skip(text); ok {
				return from + at
			}
		}
		if at, ok := reason(text); ok {
			return from + at
		}
	case c >= utf8.RuneSelf || c == '>' || isASCIILetter(c):
		for _, m := range signsTo[c] {
			if rest, ok := strings.CutSuffix(text, m); ok {
				return from + len(rest)
			}
		}
	}
	return to
}

func endsInOneOf(s, signs string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && strings.ContainsRune(signs, r)
}

// reason reports whether text ends with a reason in brackets, as "(by the chain rule)" or "[\text{chain rule}]", and
// where that begins.
func reason(text string) (at int, ok bool) {
	at = len(text)
	for depth := 0; at > 0; {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
		switch {
		case r == ')' || r == ']' || r == '}':
			depth++
		case r == '(' || r == '[' || r == '{':
			depth--
		case !unicode.IsLetter(r) && !strings.ContainsRune(` -,.'\`, r):
			return 0, false
		}
		if depth == 0 {
			break
		}
	}
	if strings.IndexByte(text[at:], ' ') < 0 {
		return 0, false
	}
	inside, spelled := strings.Trim(text[at:], "()[]{} "), false
	for name := range textCommands { // at most one of them stands there
		command := `\` + name
		if text[at] == '{' && strings.HasSuffix(text[:at], command) {
			at, spelled = at-len(command), true
		}
		if words, ok := strings.CutPrefix(inside, command+"{"); ok {
			inside, spelled = words, true
		}
	}
	words := strings.Fields(inside)
	isReason := func(w string) bool { return slices.Contains(reasonWords, strings.ToLower(w)) }
	if at == 0 || len(words) < 2 || strings.Contains(inside, `\`) || text[at] == '{' {
		return 0, false
	}
	return at, spelled || text[at-1] == ' ' && slices.ContainsFunc(words, isReason)
}

// skip reports whether text ends with a line break that says how much room follows, as in \\[4pt], and where that begins.
func skip(text string) (at int, ok bool) {
	at = strings.LastIndex(text, `\\[`)
	if at < 0 {
		return 0, false
	}
	room := strings.TrimSpace(strings.TrimLeft(text[at+len(`\\[`):len(text)-1], "-0123456789. "))
	return at, room == "pt" || room == "em" || room == "ex" || room == "mm" || room == "cm" || room == "px"
}
