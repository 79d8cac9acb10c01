package check

import (
	"slices"

	"chainrule/lessons"
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

// trained demands that each question of a course trains a skill, that each skill is asked for often enough to become and to
// stay known, not before those that it needs, and that each rule of a model derivation belongs to one.
func (k *checker) trained(all []*lessons.Lesson) {
	clothes, first := map[string]int{}, map[string]place{}
	var order []string
	for at, l := range all {
		for _, s := range slices.Concat(l.Screens, l.Review) {
			if s.Question == nil {
				continue
			}
			asked := s.Question.About()
			if len(asked.Skills) == 0 {
				k.remark(asked.Place, `write skills = ["…"]`, "the question trains no skill")
			}
			for _, id := range asked.Skills {
				if clothes[id] += clothesOf(s.Question); first[id].at.File == "" {
					first[id] = place{asked.Place, at}
					order = append(order, id)
				}
			}
			k.owned(s.Question)
		}
	}
	for _, id := range order {
		if s, ok := k.course.Skill(id); ok && s.Place.File == "" && clothes[id] < leastBorrowed {
			k.remark(first[id].at, "ask for it again on another screen or below # Review", "the skill %s is asked for once only, and cannot become known", id)
		}
	}
	k.headlines(all)
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

// A place is where a skill is asked for first: the question and its lesson.
type place struct {
	at     lessons.Position
	lesson int
}

// clothed demands that a skill of the course is asked for in enough clothes, and not before what it needs.
func (k *checker) clothed(all []*lessons.Lesson, s lessons.Skill, clothes map[string]int, first map[string]place) {
	if clothes[s.ID] < leastClothes {
		k.remark(s.Place, "ask for it in other words, other letters or another kind of question",
			"the skill %s is asked for in %s clothes only, and %s are wanted", s.ID, count(clothes[s.ID]), count(leastClothes))
	}
	mine, asked := first[s.ID]
	for _, id := range s.Needs {
		needed, known := first[id]
		if asked && known && needed.lesson > mine.lesson {
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
