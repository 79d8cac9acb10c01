package check

import (
	"math/big"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// letters demands that a letter means one thing in a lesson: what the table of symbols says, what stands on the axis of a
// plot, and what a question declares.
func (k *checker) letters(l *lessons.Lesson) {
	type use struct {
		domain, in string
	}
	declared := map[string]use{}
	for _, s := range slices.Concat(l.Screens, l.Review) {
		if s.Plot != nil {
			k.axis(l, s)
		}
		if s.Question == nil {
			continue
		}
		q := s.Question.About()
		for _, symbol := range q.Scope.Symbols() {
			name, domain := typeset.Line(symbol), domainOf(q.Scope, symbol)
			if d, ok := l.Scope.Domain(symbol); ok && !contains(d, q.Scope, symbol) {
				k.remark(q.Place, "take another letter for one of them", "the letter %s has another domain here, %s, than in the lesson: %s", name, domain, d.String())
				continue
			}
			if _, ofLesson := l.Scope.Domain(symbol); ofLesson {
				continue
			}
			if before, ok := declared[name]; ok && before.domain != domain {
				k.remark(q.Place, "take another letter for one of them", "the letter %s has the domain %s here, and %s at %s", name, domain, before.domain, before.in)
				continue
			}
			declared[name] = use{domain, s.ID}
		}
	}
}

func domainOf(sc *scope.Scope, s *expr.Symbol) string {
	d, _ := sc.Domain(s)
	return d.String()
}

// contains reports whether the domain that a question gives a letter lies in that of the lesson. A narrower one is another
// assumption and not another meaning.
func contains(lesson scope.Domain, sc *scope.Scope, s *expr.Symbol) bool {
	d, _ := sc.Domain(s)
	if d.String() == lesson.String() || lesson.String() == scope.Real.String() {
		return true
	}
	if d.Finite() {
		return !slices.ContainsFunc(d.Set, func(r *big.Rat) bool { return !lesson.Contains(r) })
	}
	within := func(end *big.Rat, other *big.Rat) bool { return other == nil || end != nil }
	if lesson.Finite() || !within(d.Lo, lesson.Lo) || !within(d.Hi, lesson.Hi) || lesson.Whole && !d.Whole {
		return false
	}
	return (lesson.Lo == nil || d.Lo.Cmp(lesson.Lo) >= 0) && (lesson.Hi == nil || d.Hi.Cmp(lesson.Hi) <= 0)
}

// noun is the word before a letter, as in: cost of the residual x.
var noun = regexp.MustCompile(`(\pL+) $`)

// things are what a letter is called in this field. Two letters of a lesson may be called the same, but one not two things.
var things = []string{
	"input", "output", "label", "prediction", "parameter", "bias", "score", "probability", "residual", "error", "width", "strength", "size",
	"rate", "loss", "cost", "slope", "measurement", "class", "example", "entropy", "temperature",
}

// axis demands that a label calls the letter of the axis what the lesson calls it.
func (k *checker) axis(l *lessons.Lesson, s *lessons.Screen) {
	for _, c := range s.Plot.Curves {
		name := typeset.Line(s.Plot.Var)
		for at := range c.Label {
			if strings.HasPrefix(c.Label[at:], name) && alone(c.Label, at, len(name)) {
				k.called(l, c.Place, c.Label[:at], name)
			}
		}
	}
}

// spoken demands that prose calls a letter what the lesson calls it: the score $x$ is no input.
func (k *checker) spoken(l *lessons.Lesson, w words) {
	for _, p := range w {
		if p.false {
			continue
		}
		for i, part := range p.text {
			if i == 0 || part.Formula == nil || p.text[i-1].Formula != nil {
				continue
			}
			if letter, ok := part.Formula.Parts[0].(*expr.Symbol); ok {
				k.called(l, part.Formula.Place, p.text[i-1].Text, typeset.Line(letter))
			}
		}
	}
}

// called demands that the word before a letter, if it says what the letter stands for, is one of those in the table.
func (k *checker) called(l *lessons.Lesson, at lessons.Position, before, name string) {
	i := slices.IndexFunc(l.Symbols, func(y lessons.Symbol) bool { return y.Name == name })
	m := noun.FindStringSubmatch(strings.ToLower(before))
	if i < 0 || m == nil || !slices.Contains(things, m[1]) {
		return
	}
	const stem = 6 // letters of a word that are left when it changes: prediction, predicted
	if means := strings.ToLower(l.Symbols[i].Means); !strings.Contains(means, m[1][:min(stem, len(m[1]))]) {
		k.remark(at, "take another letter, or say in the table that it means this, too", "here %s is called a %s; in the lesson it is %q", name, m[1], l.Symbols[i].Means)
	}
}

// alone reports whether a name stands by itself in a text.
func alone(text string, at, length int) bool {
	before, after := []rune(text[:at]), []rune(text[at+length:])
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }
	return (len(before) == 0 || !letter(before[len(before)-1])) && (len(after) == 0 || !letter(after[0]))
}
