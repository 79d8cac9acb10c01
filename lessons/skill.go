package lessons

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"chainrule/mathcore/rule"
)

// A Skill is something the learner can do without help. Its ID is a promise to saved progress.
type Skill struct {
	ID, Say string
	// Needs are the IDs of the skills to be learnt before.
	Needs []string
	// Uses are the skills that a task of this one repeats, in the order of their IDs, as the author names them: what those
	// use in turn is not among them.
	Uses []Use
	// Rules are the IDs of the rules by which a line of a derivation takes this skill.
	Rules []rule.ID
	// Place is where the skill was written; one of the course below has none.
	Place Position
}

// A Use tells that a task repeats a skill, and how much of a task of that skill alone it is worth: a Weight above 0, and
// at most 1. Where an author corrects a question it may be 0, for a skill that is not repeated after all.
type Use struct {
	Skill  string
	Weight float64
}

// listSkills tells an author which skills there are.
const listSkills = "chainrule lint --list skills shows them; write a [[skill]] for one of your own"

// skill is a skill as written.
type skill struct {
	ID, Say string
	Needs   []string
	Uses    map[string]float64
	Rules   []string
}

// train adds the skills of a catalogue to the course, and checks the graph that they make with those that were there.
func (c *Course) train(t *table, raw []skill) {
	before := len(t.faults)
	at := map[string]string{} // the path of each skill
	for i, s := range raw {
		path := fmt.Sprintf("skill[%d]", i)
		if _, taken := at[s.ID]; taken || s.ID == "" {
			t.failAt(path, 0, fmt.Sprintf("the skill ID %q is empty or taken", s.ID), "give each skill an ID of its own")
		}
		at[s.ID] = path
		made := Skill{ID: s.ID, Say: s.Say, Needs: s.Needs, Place: t.at(t.where(path))}
		for _, id := range s.Rules {
			made.Rules = append(made.Rules, rule.ID(id))
		}
		for _, id := range slices.Sorted(maps.Keys(s.Uses)) {
			made.Uses = append(made.Uses, Use{id, s.Uses[id]})
			if w := s.Uses[id]; !(w > 0 && w <= 1) {
				t.failAt(path+".uses."+id, 0, fmt.Sprintf("the weight of %q is not above 0 and at most 1", id), "write how much of a task of that skill alone one of this is worth")
			}
		}
		c.Skills = put(c.Skills, made, func(old Skill) bool { return old.ID == s.ID })
	}
	for _, s := range raw {
		c.linked(t, at[s.ID], s)
	}
	if len(t.faults) == before {
		c.acyclic(t, at)
	}
}

// linked demands that what a skill names is there, and that a rule belongs to one skill.
func (c *Course) linked(t *table, path string, s skill) {
	known := func(path, id string) {
		if _, ok := c.Skill(id); !ok {
			t.failAt(path, 0, fmt.Sprintf("there is no skill %q", id), listSkills)
		}
	}
	for i, id := range s.Needs {
		known(fmt.Sprintf("%s.needs[%d]", path, i), id)
	}
	for _, id := range slices.Sorted(maps.Keys(s.Uses)) {
		known(path+".uses."+id, id)
	}
	for i, id := range s.Rules {
		at := fmt.Sprintf("%s.rules[%d]", path, i)
		if _, ok := c.Rule(rule.ID(id)); !ok {
			t.failAt(at, 0, fmt.Sprintf("there is no rule %q", id), "the rules are listed in "+rulesFile)
		}
		if of, ok := c.SkillOf(rule.ID(id)); ok && of.ID != s.ID {
			t.failAt(at, 0, fmt.Sprintf("the rule %s belongs to the skill %s already", id, of.ID), "leave it with one of the two")
		}
	}
}

// acyclic demands that no skill needs or uses itself, by however many others.
func (c *Course) acyclic(t *table, at map[string]string) {
	const (
		open = iota + 1
		done
	)
	state := map[string]int{}
	var visit func(id string) bool
	visit = func(id string) bool {
		if state[id] != 0 {
			return state[id] == done
		}
		state[id] = open
		s, _ := c.Skill(id)
		for _, next := range s.Below() {
			if !visit(next) {
				return false
			}
		}
		state[id] = done
		return true
	}
	for _, s := range c.Skills {
		if !visit(s.ID) {
			t.failAt(at[s.ID], 0, fmt.Sprintf("the skill %s comes back to itself by what it needs and uses", s.ID), "take one of the needs or uses on the way out")
			return
		}
	}
}

// Below returns the IDs of what the skill needs or uses.
func (s *Skill) Below() []string {
	all := slices.Clone(s.Needs)
	for _, u := range s.Uses {
		all = append(all, u.Skill)
	}
	return all
}

// SkillOf returns the skill that a rule belongs to.
func (c *Course) SkillOf(id rule.ID) (Skill, bool) {
	return find(c.Skills, func(s Skill) bool { return slices.Contains(s.Rules, id) })
}

// Repeated returns all skills that a task of one skill repeats, in the order of their IDs: what it uses, and what that
// uses in turn, with the product of the weights on the way. Of several ways the greatest counts, and less than a twentieth is
// nothing.
func (c *Course) Repeated(skill string) []Use {
	best := map[string]float64{}
	var follow func(id string, weight float64)
	follow = func(id string, weight float64) {
		s, _ := c.Skill(id)
		for _, u := range s.Uses {
			if w := weight * u.Weight; w > best[u.Skill] {
				best[u.Skill] = w
				follow(u.Skill, w)
			}
		}
	}
	follow(skill, 1)
	return uses(best)
}

// RepeatedBy returns the skills that a question repeats besides those that it asks for, in the order of their IDs. They
// are what the skills of the question use and, for a derivation, the skills of the rules in its lines; a line by a rule
// is half a task of that skill, two are three quarters, and so on. The author of the question has the last word.
// A choice repeats nothing: nothing is worked out in it.
func (c *Course) RepeatedBy(q Question) []Use {
	asked := q.About()
	_, chosen := q.(*Choice)
	derived, _ := q.(*Derive)
	return c.repeatedBy(!chosen, asked.Skills, asked.Uses, derived)
}

// repeatedBy is RepeatedBy for what asks for skills, where something is worked out or not, and for the lines of a derivation,
// nil where there are none.
func (c *Course) repeatedBy(worked bool, skills []string, corrections []Use, d *Derive) []Use {
	best := map[string]float64{}
	add := func(all []Use, by float64) {
		for _, u := range all {
			best[u.Skill] = max(best[u.Skill], by*u.Weight)
		}
	}
	if worked {
		for _, id := range skills {
			add(c.Repeated(id), 1)
		}
	}
	if d != nil {
		for id, lines := range c.linesBy(d) {
			w := 1.0
			for range lines {
				w /= 2
			}
			best[id] = max(best[id], 1-w)
			add(c.Repeated(id), 1-w)
		}
	}
	for _, u := range corrections {
		best[u.Skill] = u.Weight
	}
	for _, id := range skills {
		delete(best, id)
	}
	return uses(best)
}

// linesBy counts the lines of a derivation that take each skill by one of its rules.
func (c *Course) linesBy(d *Derive) map[string]int {
	count := map[string]int{}
	for _, line := range d.Lines {
		var skills []string
		for _, r := range line.Rules {
			if s, ok := c.SkillOf(r); ok && !slices.Contains(skills, s.ID) {
				skills = append(skills, s.ID)
				count[s.ID]++
			}
		}
	}
	return count
}

// leastWeight is the weight below which nothing is repeated: at the end of long ways a task hardly meets the skill.
const leastWeight = 0.05

// uses returns weights in the order of the skills, those that are too small left out.
func uses(weights map[string]float64) []Use {
	var all []Use
	for id, w := range weights {
		if w >= leastWeight {
			all = append(all, Use{id, w})
		}
	}
	slices.SortFunc(all, func(a, b Use) int { return cmp.Compare(a.Skill, b.Skill) })
	return all
}

// corrected reads the uses that an author corrects at a question.
func (b *blockReader) corrected(raw map[string]float64) []Use {
	var all []Use
	for _, id := range slices.Sorted(maps.Keys(raw)) {
		path := "uses." + id
		if _, ok := b.course.Skill(id); !ok {
			b.fail(path, fmt.Sprintf("there is no skill %q", id), listSkills)
		}
		if w := raw[id]; !(w >= 0 && w <= 1) {
			b.fail(path, fmt.Sprintf("the weight of %q is not from 0 to 1", id), "write how much of a task of that skill alone this question is worth; 0 takes it out")
		}
		all = append(all, Use{id, raw[id]})
	}
	return all
}
