package check

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/form"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// wanted lists words of a question that ask for a form, with the forms that demand it.
var wanted = []struct {
	words *regexp.Regexp
	forms []form.Kind
}{
	{regexp.MustCompile(`\bin terms of\b`), []form.Kind{form.InTermsOf, form.AsGoal}},
	{regexp.MustCompile(`\b(?:as|with) one fraction\b`), []form.Kind{form.SingleFraction, form.AsGoal, form.InTermsOf}},
	{regexp.MustCompile(`(?i)\bas a product\b|\bfactor\b.*\bout\b`), []form.Kind{form.Factored, form.AsGoal}},
	{regexp.MustCompile(`\bas one logarithm\b|\bwithout a (?:power|fraction|logarithm)\b`), []form.Kind{form.AsGoal, form.InTermsOf, form.Expanded, form.Collected, form.SingleFraction}},
	{regexp.MustCompile(`(?i)\bmultiply out\b`), []form.Kind{form.Expanded, form.Collected, form.AsGoal}},
}

// named lists forms by their names.
func named(forms []form.Kind) string {
	var all []string
	for _, f := range forms {
		all = append(all, f.String())
	}
	return strings.Join(all, ", ")
}

// twice are words of a question that asks for two things.
var twice = regexp.MustCompile(`\. Then (?:find|read|give|say|write|compute|tell)\b|\?.*\?`)

// asking demands that a question asks for one thing, and that the form it speaks of is demanded.
func (k *checker) asking(s *lessons.Screen) {
	q := s.Question.About()
	ask := q.Ask.Plain()
	if twice.MatchString(ask) {
		k.remark(q.Place, "ask for one, and for the other on a screen of its own", "the question asks for two things: %q", ask)
	}
	asked, judged := form.Form{}, true
	switch q := s.Question.(type) {
	case *lessons.Expression:
		asked, judged = q.Form, q.From.Tree != nil // what is looked for, and not rewritten, is said by its letters
	case *lessons.Derive:
		asked = q.Form
	case *lessons.Number, *lessons.Choice, *lessons.Spot, *lessons.Lab:
		judged = false
	}
	for _, w := range wanted {
		said := w.words.FindString(ask)
		demanded := slices.Contains(w.forms, asked.Kind())
		if judged && said != "" && !demanded {
			k.remark(q.Place, fmt.Sprintf(`write form = "…": %s`, named(w.forms)), "the question says %q and demands no such form", said)
		}
	}
}

var (
	// pictured are words about a plot.
	pictured = regexp.MustCompile(`(?i)\b(?:in|against|from) the (?:plot|picture|diagram)\b|\bthe (?:plot|picture|diagram|curve) shows\b`)
	// ofLesson are words that send the learner to another lesson.
	ofLesson = regexp.MustCompile(`\blesson ([0-9]+)`)
)

// pointing demands that what prose points at is there: a plot on the screen, and a lesson that this one needs.
func (k *checker) pointing(l *lessons.Lesson, s *lessons.Screen, w words) {
	here, _ := k.course.Entry(l.ID)
	for _, p := range w {
		said := p.text.Plain()
		if m := pictured.FindString(said); m != "" && s.Plot == nil {
			k.remark(p.at, "put a plot on this screen, or say it otherwise", "the words speak of a plot, and none is here: %q", m)
		}
		for _, m := range ofLesson.FindAllStringSubmatch(said, -1) {
			n, err := strconv.Atoi(m[1])
			if err != nil || here == nil || n == here.Number || len(k.course.Lessons) == 1 {
				continue
			}
			switch there, ok := k.course.Numbering(n); {
			case !ok:
				k.remark(p.at, "name one that is there", "there is no lesson %s", m[1])
			case here.Number > n && !there.Optional && !k.needs(l.Needs, there.ID):
				k.remark(p.at, fmt.Sprintf("add %q to needs, or say it again here", there.ID), "the words send to lesson %s, which this lesson does not need", m[1])
			}
		}
	}
}

// needs reports whether a lesson with these needs builds on another, directly or by others.
func (k *checker) needs(all []string, id string) bool {
	return slices.ContainsFunc(all, func(need string) bool {
		if need == id {
			return true
		}
		other, ok := k.course.Entry(need)
		return ok && k.needs(other.Needs, id)
	})
}

// twins demands that no number of the prose looks like an answer with a slip of the pen: one digit apart.
func (k *checker) twins(s *lessons.Screen) {
	q, ok := s.Question.(*lessons.Number)
	if !ok {
		return
	}
	said := words{}
	said.blocks(s.Place, s.Prose)
	shown := decimals.FindAllString(said.plain(), -1)
	for _, row := range q.Rows {
		answer := numbers{}
		answer.answers(&lessons.Number{Asked: q.Asked, Answer: q.Answer, Places: q.Places, Vary: q.Vary}, row)
		for right := range answer {
			for _, number := range shown {
				const few = 5 // characters: in shorter numbers one digit is much
				if len(right) > few && oneApart(right, number) {
					k.remark(q.Place, "take other values", "the answer %s differs from %s, which the screen shows, in one digit", right, number)
				}
			}
		}
	}
}

// oneApart reports whether two numbers are written alike but for one digit.
func oneApart(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	apart := 0
	for i := range len(a) {
		if a[i] != b[i] {
			apart++
		}
	}
	return apart == 1
}

// bounds demands that the letter up to which a sum runs stands for whole numbers.
func (k *checker) bounds(at lessons.Position, sc *scope.Scope, terms ...lessons.Term) {
	for _, t := range terms {
		if t.Tree == nil {
			continue
		}
		expr.Walk(t.Tree, func(n expr.Node) bool {
			sum, ok := n.(*expr.Series)
			if !ok {
				return true
			}
			if top, ok := sum.Hi.(*expr.Symbol); ok {
				if d, declared := sc.Domain(top); declared && !d.Whole && !d.Finite() {
					k.remark(at, `write domain = "nat"`, "a sum runs up to %s, whose domain is %s", typeset.Line(top), d.String())
				}
			}
			return true
		})
	}
}
