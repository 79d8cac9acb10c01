package check

import (
	"maps"
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/rule"
)

// mostNew is how many rules a screen may bring that no screen before it has used.
const mostNew = 3

// rulesOf returns the rules that a question uses, in their order.
func rulesOf(q lessons.Question) []rule.ID {
	var all []rule.ID
	lines := func(list ...lessons.Line) {
		for _, l := range list {
			for _, r := range l.Rules {
				if !slices.Contains(all, r) {
					all = append(all, r)
				}
			}
		}
	}
	switch q := q.(type) {
	case *lessons.Derive:
		lines(q.Lines...)
	case *lessons.Spot:
		lines(q.Written()...)
	case *lessons.Expression, *lessons.Number, *lessons.Choice, *lessons.Lab:
	}
	return all
}

// path demands that a course brings each rule before it asks for it, and not too many at once. A rule has been brought by
// prose of this screen or an earlier one that names it, by teaches, or by a derivation that is shown line by line. What an
// optional lesson brings holds in it alone.
func (k *checker) path(all []*lessons.Lesson) {
	course := make(map[rule.ID]bool)
	for _, l := range all {
		brought := course
		if k.optional(l) {
			brought = maps.Clone(course)
		}
		for _, s := range slices.Concat(l.Screens, l.Review) {
			before := maps.Clone(brought)
			told := words{}
			told.blocks(s.Place, slices.Concat(s.Prose, s.After))
			said := strings.ToLower(told.plain())
			for _, r := range k.course.Rules {
				brought[r.ID] = brought[r.ID] || strings.Contains(said, strings.ToLower(r.Name))
			}
			if s.Question == nil {
				continue
			}
			for _, id := range s.Question.About().Teaches {
				brought[id] = true
			}
			d, derives := s.Question.(*lessons.Derive)
			var fresh []rule.ID
			for _, id := range rulesOf(s.Question) {
				shown := derives && d.Least == lessons.Worked && !slices.Contains(l.Review, s)
				if !brought[id] && !shown && !slices.Contains(smallRules, id) {
					k.remark(s.Question.About().Place, `say it in words before, or write teaches = ["…"] where it is taught`, "the rule %s is used before it is taught", id)
				}
				if !before[id] {
					fresh = append(fresh, id)
				}
				brought[id] = true
			}
			if len(fresh) > mostNew {
				k.remark(s.Question.About().Place, "make it two screens, or bring some of them before", "this screen brings %s rules at once: %s", count(len(fresh)), listed(fresh))
			}
		}
	}
}

// optional reports whether nobody has to do a lesson of the course.
func (k *checker) optional(l *lessons.Lesson) bool {
	e, ok := k.course.Entry(l.ID)
	return ok && e.Optional
}

// count writes a small number as a word.
func count(n int) string {
	words := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
	if n < len(words) {
		return words[n]
	}
	return "many"
}
