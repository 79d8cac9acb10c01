package check

import (
	"slices"

	"chainrule/lessons"
	"chainrule/lessons/place"
)

// leastClothes is in how many clothes a course asks for a skill of its own: two answers in a row, in different ones, make it
// known, and it comes back for years. leastBorrowed is the same for a skill of the course below.
const (
	leastClothes  = 4
	leastBorrowed = 2
)

// clothesOf counts the clothes of a question: it is one and, where its values are drawn, two, since a second draw is another
// answer and still the same way to it.
func clothesOf(q lessons.Question) int {
	if n, ok := q.(*lessons.Number); ok && len(n.Rows) > 1 {
		return 2
	}
	return 1
}

// clothesOfFamily is how many clothes a family is, whatever it draws: a second draw is another answer.
const clothesOfFamily = 2

// trained demands that each question of a course trains a skill, that each skill is asked for often enough to become and to
// stay known, not before those that it needs, and that each rule of a model derivation belongs to one.
func (k *checker) trained(all []*lessons.Lesson) {
	clothes, spare, first := map[string]int{}, map[string]int{}, map[string]origin{}
	var order []string
	for at, l := range all {
		for _, s := range slices.Concat(l.Screens, l.Review) {
			if s.Question == nil {
				continue
			}
			asked := s.Question.About()
			if asked.Skills == nil {
				k.remark(asked.Place, `write skills = ["…"], or skills = [] where it is meant to be tried only`, "the question trains no skill")
			}
			for _, id := range asked.Skills {
				mine := origin{asked.Place, at, k.optional(l)}
				count := clothes
				if mine.optional {
					count = spare // few may meet them
				}
				if count[id] += clothesOf(s.Question); first[id].at.File == "" {
					first[id] = mine
					order = append(order, id)
				} else if first[id].optional && !mine.optional {
					first[id] = mine
				}
			}
			k.owned(s.Question)
		}
	}
	for _, f := range k.course.Families() {
		for _, id := range f.Skills {
			clothes[id] += clothesOfFamily
		}
	}
	for _, id := range order {
		if first[id].optional {
			clothes[id] = spare[id]
		}
		if s, ok := k.course.Skill(id); ok && s.Place.File == "" && clothes[id] < leastBorrowed {
			k.remark(first[id].at, "ask for it again on another screen or below # Review", "the skill %s is asked for once only, and cannot become known", id)
		}
	}
	k.headlines(all)
	k.placing(all)
	for _, s := range k.course.Skills {
		if s.Place.File != "" {
			k.clothed(all, s, clothes, first)
		}
	}
}

// headlines demands that what comes back by itself as a derivation is one, and trains a skill, without which nothing comes back.
func (k *checker) headlines(all []*lessons.Lesson) {
	for _, l := range all {
		for _, s := range l.Screens {
			if !slices.Contains(k.course.Headlines, s.ID) {
				continue
			}
			if d, ok := s.Question.(*lessons.Derive); !ok || len(d.Skills) == 0 {
				k.remark(s.Place, "take it off the headlines in course.toml, or let it ask for a derivation with skills", "the headline %s is no derivation that trains a skill", s.ID)
			}
		}
	}
}

// placing demands that what finds out where to begin has an answer that tells, and that it tells of a skill.
func (k *checker) placing(all []*lessons.Lesson) {
	for _, l := range all {
		for _, s := range slices.Concat(l.Screens, l.Review) {
			if slices.Contains(k.course.Placing, s.ID) && !place.Suits(s.Question) {
				k.remark(s.Place, "take it off the questions of placing in course.toml, or ask for a formula, a number, a choice or a short derivation, with skills", "the question %s does not tell what is known", s.ID)
			}
		}
	}
}

// An origin is where a skill is asked for first, in a lesson that everybody does if there is one: the question and its lesson.
type origin struct {
	at       lessons.Position
	lesson   int
	optional bool
}

// clothed demands that a skill of the course is asked for in enough clothes, and not before what it needs.
func (k *checker) clothed(all []*lessons.Lesson, s lessons.Skill, clothes map[string]int, first map[string]origin) {
	if clothes[s.ID] < leastClothes {
		k.remark(s.Place, "ask for it in other words, other letters or another kind of question",
			"the skill %s is asked for in %s clothes only, and %s are wanted", s.ID, count(clothes[s.ID]), count(leastClothes))
	}
	mine, asked := first[s.ID]
	for _, id := range s.Needs {
		needed, known := first[id]
		if asked && known && !needed.optional && !mine.optional && needed.lesson > mine.lesson {
			k.remark(s.Place, "teach the one before the other, or take the need out", "the skill %s is asked for in %s, before %s, which it needs",
				s.ID, all[mine.lesson].ID, id)
		}
	}
}

// owned demands that the rules of a model derivation belong to skills, in a course that says of any rule where it belongs.
func (k *checker) owned(q lessons.Question) {
	d, ok := q.(*lessons.Derive)
	if !ok || !slices.ContainsFunc(k.course.Skills, func(s lessons.Skill) bool { return len(s.Rules) > 0 }) {
		return
	}
	for _, id := range rulesOf(d) {
		if _, ok := k.course.SkillOf(id); !ok {
			k.remark(d.Place, "name it among the rules of one in course.toml", "the rule %s belongs to no skill", id)
		}
	}
}
