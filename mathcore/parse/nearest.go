package parse

import (
	"slices"
	"strings"

	"chainrule/mathcore/expr"
)

// nearest returns the declared name that was most likely meant by s, as it is read on paper; where none is near, all of
// them, if they are few.
func (p *parser) nearest(s *expr.Symbol) string {
	least := far
	var all, best []string
	offer := func(d *expr.Symbol) {
		name, distance := spell(d), p.distance(s, d)
		all = append(all, name)
		switch {
		case distance < least:
			best, least = []string{name}, distance
		case distance == least:
			best = append(best, name)
		}
	}
	for _, d := range p.symbols {
		offer(d)
	}
	for _, d := range p.definitions {
		index := slices.Clone(d.Of)
		for _, x := range d.Index {
			index = append(index, x)
		}
		offer(expr.Var(d.Name, index...))
	}
	if c := constantInCapitals(s.Name); c != "" && least > 0 {
		best, least = []string{c}, 0
	}
	const few, ten = 3, 10
	switch {
	case least < far && len(best) <= few || len(all) == 1:
		return strings.Join(best, " or ")
	case len(all) <= ten:
		return strings.Join(all, ", ")
	}
	return ""
}

// constantInCapitals returns the constant whose name was typed in capitals, or nothing.
func constantInCapitals(typed string) string {
	switch typed {
	case "E":
		return "e"
	case "PI", "Pi":
		return "π"
	}
	return ""
}

// far is the distance of names that nobody confuses.
const far = 10

// distance says how unlikely it is that somebody typed s for d: 0 is certain, far is nothing to speak of.
func (p *parser) distance(s, d *expr.Symbol) int {
	stem, _ := expr.Marked(s.Name)
	other, _ := expr.Marked(d.Name)
	switch {
	case s.Name == d.Name:
		return 0
	case stem == other || s.Name == d.Name+letters(d.Index):
		return 1
	case strings.EqualFold(s.Name, d.Name):
		return 1
	case lookalikes[s.Name] == d.Name || lookalikes[d.Name] == s.Name:
		return 2
	case len(s.Name) < 3 || len(s.Name) > 2*longestWord || editDistance(s.Name, d.Name) > len(s.Name)/3:
		return far
	}
	return 2 + editDistance(s.Name, d.Name)
}

// letters returns the names of the indices that are letters, side by side.
func letters(index []expr.Node) string {
	var b strings.Builder
	for _, n := range index {
		if s, ok := n.(*expr.Symbol); ok {
			b.WriteString(s.Name)
		}
	}
	return b.String()
}

// lookalikes are the Latin letters that are typed for Greek ones.
var lookalikes = map[string]string{
	"a": "alpha", "b": "beta", "y": "gamma", "w": "omega", "o": "sigma", "s": "sigma", "p": "rho", "v": "nu", "n": "eta",
	"u": "mu", "l": "lambda", "t": "tau", "e": "epsilon", "k": "kappa", "O": "theta",
}

// spell returns a symbol as it is written on paper: ŷ, θ_1, x_ij.
func spell(s *expr.Symbol) string {
	stem, mark := expr.Marked(s.Name)
	letter := stem
	if glyph, ok := expr.Glyph(stem); ok {
		letter = glyph
	}
	if mark != expr.NoMark {
		letter = withMark(letter, mark, s.Name)
	}
	if len(s.Index) == 0 {
		return letter
	}
	var b strings.Builder
	b.WriteString(letter + "_")
	for _, n := range s.Index {
		switch n := n.(type) {
		case *expr.Symbol:
			b.WriteString(spell(n))
		case *expr.Number:
			b.WriteString(n.Text)
		case *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply,
			*expr.Derivative, *expr.Series:
			b.WriteString("…")
		}
	}
	return b.String()
}

// withMark returns the letter with a hat or bar as one character, or otherwise if there is none.
func withMark(letter string, mark expr.Mark, otherwise string) string {
	for r, g := range composed {
		if g.mark == mark && string(g.r) == letter {
			return string(r)
		}
	}
	return otherwise
}

// nearestFunction returns the function whose name is one slip away from typed, or nothing.
func nearestFunction(typed string) string {
	if len(typed) > 2*longestWord {
		return ""
	}
	for _, f := range expr.Funcs() {
		if name := f.String(); len(name) > 2 && editDistance(typed, name) <= 1 {
			return name
		}
	}
	return ""
}

// nearestCommand returns the LaTeX command one slip away from typed, or nothing.
func nearestCommand(typed string) string {
	typed = strings.TrimPrefix(typed, `\`)
	if len(typed) < 3 || len(typed) > 2*longestWord {
		return ""
	}
	if near := nearestFunction(typed); near != "" {
		return `\` + near
	}
	for _, known := range [...]string{"frac", "cdot", "times", "theta", "sigma", "left", "right", "partial", "alpha", "lambda"} {
		if editDistance(typed, known) <= 1 {
			return `\` + known
		}
	}
	return ""
}

// editDistance returns how many letters must be added, taken out, changed or swapped with their neighbour to make b
// of a.
func editDistance(a, b string) int {
	before, last, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			next[j] = min(last[j]+1, next[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, last, next = last, next, before
	}
	return last[len(b)]
}
