package place

import (
	"slices"

	"chainrule/lessons"
)

// How many questions a lesson can be passed over with: so many that ask for all it teaches, and where one of them was missed
// one more on the same.
const (
	leastPass = 3
	mostPass  = 4
)

// A Pass is what follows from the answers to the questions by which a lesson can be passed over.
type Pass struct {
	// Over tells that no question comes any more, and Passed that the lesson is passed over then.
	Over, Passed bool
	// Presumed are the IDs of the skills that are presumed known where it is passed; Missed, those of the questions that were
	// not answered rightly.
	Presumed, Missed []string
}

// teaches returns the skills that a lesson teaches, and no lesson before.
func (m *Model) teaches(lesson string) []int {
	at := slices.IndexFunc(m.lessons, func(e *lessons.Entry) bool { return e.ID == lesson })
	var all []int
	for k, home := range m.home {
		if home == at && at >= 0 {
			all = append(all, k)
		}
	}
	return all
}

// CanPass reports whether there are questions enough to pass a lesson over, which ask for all that it teaches.
func (m *Model) CanPass(lesson string) bool { return m.asksFor(lesson, nil, nil, 0) != nil }

// asksFor returns the questions that ask for all that a lesson teaches, each for as much as it can; nil where they do not. Those that
// were answered come first, and what was asked lately waits as in Next. The seed decides among equals.
func (m *Model) asksFor(lesson string, answers []Answer, lately []string, seed uint64) []int {
	own := m.teaches(lesson)
	if len(own) == 0 {
		return nil
	}
	left := newSet(len(m.below))
	for _, k := range own {
		left.add(k)
	}
	var given, chosen []int
	for _, a := range answers {
		if i, ok := m.byID[a.Screen]; ok { // else the course has it no more
			given = append(given, i)
		}
	}
	for len(chosen) < mostPass {
		if len(chosen) >= leastPass && !slices.ContainsFunc(own, left.contains) {
			break
		}
		best := m.mostOf(own, chosen, left, lately, seed)
		if n := len(chosen); n < len(given) {
			best = given[n]
		}
		if best < 0 {
			break
		}
		chosen = append(chosen, best)
		for k := range m.below {
			if m.items[best].needs.contains(k) {
				left.remove(k)
			}
		}
	}
	if len(chosen) < leastPass || slices.ContainsFunc(own, left.contains) {
		return nil
	}
	return chosen
}

// mostOf returns the question that asks for most of what is left to be asked for of the skills, beside those that were chosen; -1 where
// there is none.
func (m *Model) mostOf(own, chosen []int, left set, lately []string, seed uint64) int {
	best, most := -1, 0.0
	free := slices.DeleteFunc(m.about(own), func(i int) bool { return slices.Contains(chosen, i) })
	for _, i := range m.rested(free, lately) {
		worth := 0.01
		for _, k := range own {
			if left.contains(k) && m.items[i].needs.contains(k) {
				worth++
			}
		}
		worth *= 1 - m.items[i].guess + jitter*chance(seed, m.items[i].screen.ID)
		if worth > most {
			best, most = i, worth
		}
	}
	return best
}

// about returns the questions that ask for one of the skills a lesson teaches, and for none that a later lesson does. Those of
// later lessons are among them if they can be understood without.
func (m *Model) about(own []int) []int {
	var all []int
	for i := range m.items {
		from := slices.IndexFunc(m.lessons, func(e *lessons.Entry) bool { return e.ID == m.items[i].screen.Lesson })
		if from > m.home[own[0]] && !m.items[i].listed {
			continue
		}
		later := func(k int) bool { return m.home[k] > m.home[own[0]] }
		if !slices.ContainsFunc(m.items[i].asks, later) && slices.ContainsFunc(own, m.items[i].needs.contains) {
			all = append(all, i)
		}
	}
	return all
}

// NextToPass returns the question that comes after the answers, by which a lesson can be passed over, nil where there is none.
func (m *Model) NextToPass(lesson string, answers []Answer, lately []string, seed uint64) *lessons.Screen {
	chosen := m.asksFor(lesson, answers, lately, seed)
	n := len(answers)
	switch {
	case n < len(chosen) && misses(answers) < 2 && m.may(chosen, answers):
		return m.items[chosen[n]].screen
	case n == len(chosen) && n < mostPass && misses(answers) == 1:
		if again := m.again(lesson, chosen, answers, lately, seed); again >= 0 {
			return m.items[again].screen
		}
	}
	return nil
}

// may reports whether the lesson can still be passed over before all questions were put.
func (m *Model) may(chosen []int, answers []Answer) bool {
	return misses(answers) == 0 || len(chosen) < mostPass
}

// again returns a question on what was missed, -1 where there is none.
func (m *Model) again(lesson string, chosen []int, answers []Answer, lately []string, seed uint64) int {
	missed := newSet(len(m.below))
	for _, a := range answers {
		if i, ok := m.byID[a.Screen]; ok && !a.Right {
			missed.join(m.items[i].needs)
		}
	}
	own := m.teaches(lesson)
	best, most := -1, 0.0
	free := slices.DeleteFunc(m.about(own), func(i int) bool {
		return slices.Contains(chosen, i) || slices.ContainsFunc(answers, func(a Answer) bool { return a.Screen == m.items[i].screen.ID })
	})
	for _, i := range m.rested(free, lately) {
		it := &m.items[i]
		worth := 0.0
		for _, k := range own {
			if missed.contains(k) && it.needs.contains(k) {
				worth++
			}
		}
		if worth *= 1 - it.guess + jitter*chance(seed, it.screen.ID); worth > most {
			best, most = i, worth
		}
	}
	return best
}

func misses(answers []Answer) int {
	n := 0
	for _, a := range answers {
		if !a.Right {
			n++
		}
	}
	return n
}

// Pass tells what follows from the answers to the questions of NextToPass.
func (m *Model) Pass(lesson string, answers []Answer, seed uint64) Pass {
	p := Pass{Over: m.NextToPass(lesson, answers, nil, seed) == nil}
	chosen := m.asksFor(lesson, answers, nil, seed)
	asked := len(answers)
	p.Passed = p.Over && asked >= len(chosen) && len(chosen) > 0 &&
		(misses(answers) == 0 || misses(answers) == 1 && asked > len(chosen) && answers[asked-1].Right)
	missed := newSet(len(m.below))
	shown := newSet(len(m.below))
	for _, a := range answers {
		i, ok := m.byID[a.Screen]
		if !ok {
			continue
		}
		if a.Right {
			shown.join(m.items[i].needs)
			continue
		}
		for _, k := range m.items[i].asks {
			missed.add(k)
		}
	}
	p.Missed = m.ids(missed.contains)
	if p.Passed {
		for _, k := range m.teaches(lesson) {
			shown.add(k)
		}
		p.Presumed = m.ids(shown.contains)
	}
	return p
}
