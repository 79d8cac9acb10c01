package place_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/place"
)

// A learner of the simulation knows some skills, with each skill all that it rests on. One who knows what a question asks for
// slips once in twenty; one who does not guesses right once in ten, also where there are options. The answer depends on
// nothing else, and no question is harder than another.
type learner struct {
	course *lessons.Course
	knows  map[string]bool
	rng    *rand.Rand
}

const (
	slips   = 0.05
	guesses = 0.10
)

func (l *learner) answer(s *lessons.Screen) place.Answer {
	right := guesses
	if !slices.ContainsFunc(s.Question.About().Skills, func(id string) bool { return !l.knows[id] }) {
		right = 1 - slips
	}
	return place.Answer{Screen: s.ID, Right: l.rng.Float64() < right}
}

// begins returns the place of the first lesson that teaches something unknown, by the order of the lessons alone.
func (l *learner) begins() int {
	for i, e := range taught(l.course) {
		for _, id := range e.Skills {
			if !l.knows[id] {
				return i
			}
		}
	}
	return len(taught(l.course))
}

// taught returns the lessons that everybody does.
func taught(c *lessons.Course) []*lessons.Entry {
	return slices.DeleteFunc(slices.Clone(c.Lessons), func(e *lessons.Entry) bool { return e.Optional })
}

// without returns a learner who knows all but the skills of which unknown says so, and those that rest on them.
func without(c *lessons.Course, rng *rand.Rand, unknown func(k *lessons.Skill) bool) *learner {
	l := &learner{c, map[string]bool{}, rng}
	var visit func(id string) bool
	visit = func(id string) bool {
		if known, ok := l.knows[id]; ok {
			return known
		}
		k, _ := c.Skill(id)
		known := !unknown(&k)
		for _, b := range k.Below() {
			known = visit(b) && known
		}
		l.knows[id] = known
		return known
	}
	for _, k := range c.Skills {
		visit(k.ID)
	}
	return l
}

// A score counts how far proposals were off.
type score struct {
	all, exact, near, questions, most int
	off                               map[int]int
	presumed, wrongly                 int
}

func (s *score) add(off, questions int) {
	s.all++
	s.questions += questions
	s.most = max(s.most, questions)
	if s.off == nil {
		s.off = map[int]int{}
	}
	s.off[off]++
	if off == 0 {
		s.exact++
	}
	if off >= -1 && off <= 1 {
		s.near++
	}
}

func (s *score) String() string {
	part := func(n int) string { return fmt.Sprintf("%.1f %%", 100*float64(n)/float64(s.all)) }
	var b strings.Builder
	fmt.Fprintf(&b, "%5d learners, %s right, %s right or one off, %.1f questions, at most %d; off by", s.all, part(s.exact), part(s.near), float64(s.questions)/float64(s.all), s.most)
	for off := -len(s.off) * 3; off <= len(s.off)*3; off++ {
		if s.off[off] > 0 {
			fmt.Fprintf(&b, " %+d: %s", off, part(s.off[off]))
		}
	}
	return b.String()
}

// played puts questions to a learner until there are no more, and returns the answers.
func played(m *place.Model, l *learner, seed uint64) []place.Answer {
	var answers []place.Answer
	for {
		s := m.Next(answers, nil, seed)
		if s == nil {
			return answers
		}
		answers = append(answers, l.answer(s))
	}
}

// TestPlacement places simulated learners who know lower sets of the graph of skills. The lesson that is proposed must be the
// first that teaches something unknown, or one beside it, after 15 questions at most: in 95 of 100, of those who know here and there
// something and of those among whom each place to begin at comes as often, which is harder: late in the course a single skill may be
// all that is unknown.
func TestPlacement(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing")
	}
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	m := place.New(c)
	rng := rand.New(rand.NewPCG(18, 5))
	const each = 40
	score1 := func(s *score, l *learner) {
		answers := played(m, l, uint64(s.all))
		r := m.Result(answers)
		at := len(taught(c))
		if r.Lesson != nil {
			at = slices.Index(taught(c), r.Lesson)
		}
		s.add(at-l.begins(), len(answers))
		for _, id := range r.Presumed {
			s.presumed++
			if !l.knows[id] {
				s.wrongly++
			}
		}
	}
	var even, anywhere, single score
	for first := range len(taught(c)) + 1 {
		var here score
		for range each {
			l := beginsAt(c, rng, first)
			score1(&here, l)
			score1(&even, l)
		}
		t.Logf("to begin at %2d: %v", first+1, &here)
	}
	for range each * len(taught(c)) {
		p := rng.Float64()
		score1(&anywhere, without(c, rng, func(*lessons.Skill) bool { return rng.Float64() > p }))
	}
	for range max(each/10, 1) {
		for _, k := range c.Skills {
			score1(&single, without(c, rng, func(of *lessons.Skill) bool { return of.ID == k.ID }))
		}
	}
	t.Logf("each place to begin as often: %v; %d of %d presumptions wrong", &even, even.wrongly, even.presumed)
	t.Logf("here and there something:     %v; %d of %d presumptions wrong", &anywhere, anywhere.wrongly, anywhere.presumed)
	t.Logf("all but one and above it:     %v; %d of %d presumptions wrong", &single, single.wrongly, single.presumed)
	for _, row := range []struct {
		*score

		least int // of 100
	}{{&even, 95}, {&anywhere, 95}} {
		if row.near*100 < row.all*row.least {
			t.Errorf("right or one off only in %d of %d", row.near, row.all)
		}
		if row.most > place.Most {
			t.Errorf("%d questions were asked", row.most)
		}
	}
}

// beginsAt returns a learner who knows all that the lessons before one teach, and not all that it teaches: one skill of it,
// drawn by chance, is unknown, and of the others each with a likelihood that is drawn, too.
func beginsAt(c *lessons.Course, rng *rand.Rand, first int) *learner {
	before := map[string]bool{}
	for _, e := range taught(c)[:first] {
		for _, id := range e.Skills {
			before[id] = true
		}
	}
	if first == len(taught(c)) {
		return without(c, rng, func(*lessons.Skill) bool { return false })
	}
	for {
		var own []string
		for _, id := range taught(c)[first].Skills {
			if !before[id] {
				own = append(own, id)
			}
		}
		missing, p := own[rng.IntN(len(own))], rng.Float64()
		l := without(c, rng, func(k *lessons.Skill) bool { return k.ID == missing || !before[k.ID] && rng.Float64() > p })
		if l.begins() == first {
			return l
		}
	}
}
