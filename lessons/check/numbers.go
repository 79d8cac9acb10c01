package check

import (
	"math/big"
	"regexp"
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/lab"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// words are the texts that a screen shows, each with its place.
type words []passage

// A passage is a text of a screen. In a false one, the words for a wrong answer, formulas may be false.
type passage struct {
	at    lessons.Position
	text  lessons.Text
	false bool
}

// plain returns all texts of a screen, with one blank between words.
func (w words) plain() string {
	var all []string
	for _, p := range w {
		all = append(all, spaced(p.text.Plain()))
	}
	return strings.Join(all, " ")
}

// wordsOf returns what a screen shows.
func wordsOf(s *lessons.Screen) words {
	w := words{}
	w.blocks(s.Place, s.Prose)
	if s.Plot != nil {
		w.add(s.Place, s.Plot.Notice)
		w.add(s.Place, lessons.Say(s.Plot.Marked))
	}
	if s.Question != nil {
		w.question(s.Question)
	}
	w.blocks(s.Place, s.After)
	return w
}

func (w *words) add(at lessons.Position, texts ...lessons.Text) {
	for _, t := range texts {
		*w = append(*w, passage{at, t, false})
	}
}

func (w *words) blocks(at lessons.Position, blocks []lessons.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *lessons.Paragraph:
			w.add(at, b.Text)
		case *lessons.List:
			w.add(at, b.Items...)
		case *lessons.Table:
			w.add(at, b.Head...)
			for _, row := range b.Rows {
				w.add(at, row...)
			}
		case *lessons.Display:
			w.add(at, lessons.Text{{Style: lessons.Math, Text: b.Formula.Source, Formula: &b.Formula}})
		case *lessons.Code:
		}
	}
}

func (w *words) question(q lessons.Question) {
	about := q.About()
	w.add(about.Place, about.Ask)
	w.add(about.HintPlaces[0], about.Hints...)
	switch q := q.(type) {
	case *lessons.Expression:
		w.wrongs(q.Wrong)
	case *lessons.Number:
		for _, row := range q.Rows {
			w.add(about.Place, row.Ask)
			w.add(about.HintPlaces[0], row.Hints...)
		}
		w.wrongs(q.Wrong)
	case *lessons.Choice:
		for i, o := range q.Options {
			*w = append(*w, passage{o.Place, o.Text, i > 0}, passage{o.Place, o.Say, i > 0})
		}
	case *lessons.Derive:
		w.lines(q.Lines)
		w.wrongs(q.Wrong)
	case *lessons.Spot:
		w.lines(q.Written())
		w.add(about.Place, q.See)
	case *lessons.Lab:
		w.wrongs(q.Wrong)
	}
}

func (w *words) wrongs(all []lessons.Wrong) {
	for _, wrong := range all {
		*w = append(*w, passage{wrong.Place, wrong.Say, true})
	}
}

func (w *words) lines(all []lessons.Line) {
	for _, l := range all {
		w.add(l.Place, l.Note)
	}
}

var (
	decimals = regexp.MustCompile(`[0-9]+\.[0-9]+`)
	// counted are the steps of a run, as prose counts them.
	counted = regexp.MustCompile(`([0-9]{2,})(?: |-)steps?\b|\bsteps? ([0-9]{2,})`)
	// everyStep is what is said of all steps of a run.
	everyStep = regexp.MustCompile(`(?:fall|rise|grow|sink|shrink|increase|decrease)s? (?:at|with|in) (?:every|each) step`)
)

// covered demands that each number that a screen shows is computed: in a formula, by its question or plot, or by a claim.
func (k *checker) covered(s *lessons.Screen, w words, sc *scope.Scope) {
	known := knownNumbers(s, w, sc)
	told := map[string]bool{}
	unknown := func(at lessons.Position, number string, about lessons.Text) {
		if !told[number] && !known.holds(number) {
			told[number] = true
			k.remark(at, "write what proves it in a block claims, or list it there as chosen", "nothing proves the number %s in %q", number, around(about.Plain(), number))
		}
	}
	for _, p := range w {
		for _, part := range p.text {
			switch {
			case part.Formula != nil:
				for _, n := range part.Formula.Parts {
					for _, number := range lessons.NumbersIn(n) {
						if strings.Contains(number, ".") {
							unknown(part.Formula.Place, number, p.text)
						}
					}
				}
			case part.Style != lessons.Verbatim:
				for _, number := range decimals.FindAllString(part.Text, -1) {
					unknown(p.at, number, p.text)
				}
			}
		}
		whole := p.text.Plain()
		for _, m := range counted.FindAllStringSubmatch(whole, -1) {
			unknown(p.at, m[1]+m[2], p.text)
		}
		for _, m := range everyStep.FindAllString(whole, -1) {
			if !p.false && !quoted(s, m) {
				k.remark(p.at, "write a [[run]] in a block claims whose says quotes it", "nothing proves that the loss does so: %q", m)
			}
		}
	}
}

// quoted reports whether a claim is about these words.
func quoted(s *lessons.Screen, said string) bool {
	for _, block := range s.Claims {
		for _, c := range block.All {
			if _, run := c.(*lessons.RunClaim); run && strings.Contains(c.Said().Says.Plain(), said) {
				return true
			}
		}
	}
	return false
}

// around returns the words beside a number.
func around(text, number string) string {
	const beside = 24
	text = spaced(text)
	runes := []rune(text)
	at := len([]rune(text[:max(strings.Index(text, number), 0)]))
	return string(runes[max(at-beside, 0):min(at+len(number)+beside, len(runes))])
}

// numbers are those that need no proof, as they are written.
type numbers map[string]*big.Rat

func (n numbers) add(texts ...string) {
	for _, text := range texts {
		text = strings.TrimLeft(text, "-−")
		if v, ok := new(big.Rat).SetString(text); ok {
			n[text] = v
		}
	}
}

func (n numbers) floats(values ...float64) {
	for _, v := range values {
		n.add(lab.Decimal(v))
	}
}

func (n numbers) trees(all ...expr.Node) {
	for _, tree := range all {
		n.add(lessons.NumbersIn(tree)...)
	}
}

func (n numbers) terms(all ...lessons.Term) {
	for _, t := range all {
		n.trees(t.Tree)
	}
}

// holds reports whether a number is known, as nearly as it is written.
func (n numbers) holds(text string) bool {
	if _, ok := n[text]; ok {
		return true
	}
	v, ok := new(big.Rat).SetString(text)
	for _, w := range n {
		if ok && v.Cmp(w) == 0 {
			return true
		}
	}
	return false
}

// knownNumbers returns the numbers of a screen that are computed or given.
func knownNumbers(s *lessons.Screen, w words, sc *scope.Scope) numbers {
	n := numbers{}
	for _, block := range s.Claims {
		n.add(block.Chosen...)
		for _, c := range block.All {
			n.add(c.Said().Numbers...)
		}
	}
	if p := s.Plot; p != nil {
		n.floats(p.From, p.To)
		for _, m := range append(slices.Clone(p.Marks), p.Points...) {
			n.floats(m.X, m.Y)
		}
		for _, c := range p.Curves {
			n.terms(c.Term)
		}
	}
	if s.Question != nil {
		n.question(s.Question)
		sc = s.Question.About().Scope
	}
	for _, p := range w {
		for _, part := range p.text {
			if f := part.Formula; f != nil && !p.false {
				n.computed(f, sc)
			}
		}
	}
	return n
}

// computed adds the numbers of those relations of a formula that are computed.
func (n numbers) computed(f *lessons.Formula, sc *scope.Scope) {
	for i := range f.Relations {
		_, left := valueOf(f.Parts[i], sc)
		if _, right := valueOf(f.Parts[i+1], sc); left && right {
			n.trees(f.Parts[i], f.Parts[i+1])
		}
	}
}

// question adds the numbers that a question gives, and those that are computed with it.
func (n numbers) question(q lessons.Question) {
	switch q := q.(type) {
	case *lessons.Expression:
		n.terms(q.From)
		n.terms(q.Accept...)
		n.wrongs(q.Wrong)
	case *lessons.Number:
		n.terms(q.Answer)
		n.wrongs(q.Wrong)
		for _, row := range q.Rows {
			n.add(row.Texts...)
			n.answers(q, row)
		}
	case *lessons.Derive:
		n.terms(q.From, q.To)
		n.lines(q.Lines)
	case *lessons.Spot:
		n.terms(q.From)
		n.lines(q.Written())
	case *lessons.Lab:
		n.floats(q.Least, q.H)
		for _, list := range append([][]float64{q.Start, q.Fit, q.At}, q.Model.Data...) {
			n.floats(list...)
		}
		for _, run := range q.Runs {
			n.floats(run.Step, float64(run.Steps))
		}
	case *lessons.Choice:
	}
}

func (n numbers) wrongs(all []lessons.Wrong) {
	for _, w := range all {
		n.terms(w.Term)
	}
}

func (n numbers) lines(all []lessons.Line) {
	for _, l := range all {
		n.terms(l.Term)
	}
}

// answers adds the answers to a number question, right and wrong, with the places asked for.
func (n numbers) answers(q *lessons.Number, row lessons.Row) {
	for _, t := range append([]lessons.Term{q.Answer}, terms(q.Wrong)...) {
		tree := t.Tree
		for i, s := range q.Vary {
			tree = expr.Substitute(tree, s, expr.Rational(row.Values[i]))
		}
		if v, ok := valueOf(tree, q.Scope); ok {
			n.add(v.FloatString(q.Places))
		}
	}
}

func terms(all []lessons.Wrong) []lessons.Term {
	list := make([]lessons.Term, len(all))
	for i, w := range all {
		list[i] = w.Term
	}
	return list
}
