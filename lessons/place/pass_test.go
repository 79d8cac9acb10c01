package place_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/place"
)

// TestPass passes each lesson over with right answers; with one that is missed and made good; and with two that are missed, or
// one and its second question, not. Three or four questions are put, each once, and none asks for what later lessons teach.
func TestPass(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	m := place.New(c)
	for at, e := range taught(c) {
		if !m.CanPass(e.ID) {
			t.Errorf("%s cannot be passed over", e.ID)
			continue
		}
		for seed := range uint64(3) {
			for _, row := range []struct {
				right  []bool
				passed bool
			}{
				{[]bool{true, true, true, true}, true},
				{[]bool{false, true, true, true}, true},
				{[]bool{true, true, false, false}, false},
				{[]bool{false, false}, false},
			} {
				var answers []place.Answer
				for s := m.NextToPass(e.ID, answers, nil, seed); s != nil; s = m.NextToPass(e.ID, answers, nil, seed) {
					if len(answers) == len(row.right) {
						t.Fatalf("%s: a question after %v", e.ID, row.right)
					}
					if slices.ContainsFunc(answers, func(a place.Answer) bool { return a.Screen == s.ID }) {
						t.Errorf("%s: %s is asked twice", e.ID, s.ID)
					}
					for _, later := range taught(c)[at+1:] {
						if s.Lesson == later.ID && !slices.Contains(c.Placing, s.ID) {
							t.Errorf("%s: %s is of a later lesson", e.ID, s.ID)
						}
					}
					answers = append(answers, place.Answer{Screen: s.ID, Right: row.right[len(answers)]})
				}
				p := m.Pass(e.ID, answers, seed)
				fours := row.passed && len(answers) >= 3 || len(answers) >= 1
				if !p.Over || !fours || p.Passed != row.passed {
					t.Errorf("%s: after %v it is over: %v, passed: %v", e.ID, answers, p.Over, p.Passed)
				}
				if p.Passed && !slices.ContainsFunc(p.Presumed, func(id string) bool { return slices.Contains(e.Skills, id) }) {
					t.Errorf("%s is passed over, and presumed is %v", e.ID, p.Presumed)
				}
				if !p.Passed && (len(p.Presumed) > 0 || len(p.Missed) == 0) {
					t.Errorf("%s is not passed over: %+v", e.ID, p)
				}
			}
		}
	}
}

// TestLately asks for each lesson what a review has just asked: nothing of it may come again where another question asks for the
// same skills, and the lesson can be passed over as before.
func TestLately(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	m := place.New(c)
	asked := func(e *lessons.Entry, lately []string) (all []string) {
		var answers []place.Answer
		for s := m.NextToPass(e.ID, answers, lately, 1); s != nil; s = m.NextToPass(e.ID, answers, lately, 1) {
			answers = append(answers, place.Answer{Screen: s.ID, Right: true})
			all = append(all, s.ID)
		}
		if !m.Pass(e.ID, answers, 1).Passed {
			t.Errorf("%s is not passed over by right answers to %v", e.ID, all)
		}
		return all
	}
	first, again := 0, 0
	for _, e := range taught(c) {
		lately := asked(e, nil)
		first += len(lately)
		for _, id := range asked(e, lately) {
			if slices.Contains(lately, id) {
				again++
				t.Log(id)
			}
		}
	}
	if again*4 > first {
		t.Errorf("of %d questions that were just asked %d come again", first, again)
	}
	var lately []string
	var answers []place.Answer
	for s := m.Next(nil, nil, 1); s != nil; s = m.Next(answers, nil, 1) {
		answers, lately = append(answers, place.Answer{Screen: s.ID, Right: len(answers)%2 == 0}), append(lately, s.ID)
	}
	answers, again = nil, 0
	for s := m.Next(nil, lately, 1); s != nil; s = m.Next(answers, lately, 1) {
		answers = append(answers, place.Answer{Screen: s.ID, Right: len(answers)%2 == 0})
		if slices.Contains(lately, s.ID) {
			again++
			t.Log(s.ID)
		}
	}
	if again*4 > len(lately) {
		t.Errorf("of %d questions that were just asked %d come again", len(lately), again)
	}
}

// TestPassChances prints how often simulated learners pass lessons over who know all of them, and who do not know one of
// their skills.
func TestPassChances(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	m := place.New(c)
	rng := rand.New(rand.NewPCG(2, 3))
	pass := func(l *learner, lesson string, seed uint64) bool {
		var answers []place.Answer
		for s := m.NextToPass(lesson, answers, nil, seed); s != nil; s = m.NextToPass(lesson, answers, nil, seed) {
			answers = append(answers, l.answer(s))
		}
		return m.Pass(lesson, answers, seed).Passed
	}
	const each = 300
	know, not, notAll := 0, 0, 0
	for _, e := range taught(c) {
		for i := range each {
			all := without(c, rng, func(*lessons.Skill) bool { return false })
			if pass(all, e.ID, uint64(i%5)) {
				know++
			}
			nothing := without(c, rng, func(k *lessons.Skill) bool { return slices.Contains(e.Skills, k.ID) })
			if pass(nothing, e.ID, uint64(i%5)) {
				not++
			}
			one := e.Skills[rng.IntN(len(e.Skills))]
			if pass(without(c, rng, func(k *lessons.Skill) bool { return k.ID == one }), e.ID, uint64(i%5)) {
				notAll++
			}
		}
	}
	total := float64(each*len(taught(c))) / 100
	t.Logf("passed by who knows all: %.1f %%, by who lacks one skill: %.1f %%, by who lacks all: %.1f %%", float64(know)/total, float64(notAll)/total, float64(not)/total)
	if float64(know) < 90*total || float64(not) > 2*total {
		t.Errorf("passed by %.1f %% of those who know all, and %.1f %% of those who know nothing", float64(know)/total, float64(not)/total)
	}
}
