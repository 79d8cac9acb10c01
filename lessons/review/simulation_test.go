package review_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	fsrs "github.com/open-spaced-repetition/go-fsrs/v3"

	"chainrule/lessons"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
)

// assumptions are printed with the figures.
const assumptions = `%d learners go through the course, a lesson every third evening, and then review for a year; an evening is 24 hours.
A skill is forgotten by the curve of FSRS with a stability of its own, which no scheduler knows: that of the learner (the
usual one times e^N(0, 0.3)) times that of the skill (e^N(0, 0.3)). Each skill that a question asks for is recalled or not by
its own curve, and the answer is right if all are. What was recalled moves by a Good of FSRS times those factors, what was
not by an Again; the record knows only the answer. A right answer also repeats what the question uses, by the true weight: all
of the weight in the graph, half of it, or nothing.
Recall is the mean over the skills met and the evenings of the year, before the evening's questions. A learner reviews until
nothing is due, 40 questions at most. Single skills: each question is asked for one due skill, and the record counts it for
that skill alone, as a deck of cards would; what else it repeats in truth is not known. Several skills: Plan, where no skill
uses another, so that a question counts for all that it asks for. Implicit credit: Plan.
`

// A policy is a way to choose what is asked in an evening.
type policy int

const (
	noReview policy = iota
	single
	several
	implicit
)

func (p policy) String() string {
	return [...]string{"no review", "single skills", "several skills", "implicit credit"}[p]
}

// a figure is what came of a policy.
type figure struct {
	questions, recall float64
}

// TestSimulation prints how many questions are asked and how much is recalled, and holds the claim that made implicit credit
// part of the course: with true weights it takes far fewer questions for the same recall. CONTRIBUTING.md has the figures.
func TestSimulation(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing")
	}
	const learners = 40
	c := course(t)
	all := lessonsOf(t, c)
	t.Logf(assumptions, learners)
	got := map[string]figure{}
	for _, truth := range []float64{1, 0.5, 0} {
		for _, p := range []policy{noReview, single, several, implicit} {
			f := simulate(c, all, p, truth, learners)
			got[fmt.Sprint(p, truth)] = f
			t.Logf("true weights × %.1f, %-15v: %6.0f questions, recall %.3f", truth, p, f.questions, f.recall)
		}
	}
	one, by := got[fmt.Sprint(single, 1.0)], got[fmt.Sprint(implicit, 1.0)]
	const fewer = 0.8 // lessons change, and the figures with them
	if by.questions > fewer*one.questions {
		t.Errorf("implicit credit asks %.0f questions, single skills %.0f", by.questions, one.questions)
	}
	const same = 0.01
	if by.recall < one.recall-same {
		t.Errorf("implicit credit keeps a recall of %.3f, single skills %.3f", by.recall, one.recall)
	}
}

func simulate(course *lessons.Course, all []*lessons.Lesson, p policy, truth float64, learners int) figure {
	var sum figure
	for i := range learners {
		f := newPupil(course, all, truth, uint64(i)).study(p)
		sum.questions += f.questions / float64(learners)
		sum.recall += f.recall / float64(learners)
	}
	return sum
}

// A pupil forgets by curves that are known here and nowhere else.
type pupil struct {
	course  *lessons.Course
	lessons []*lessons.Lesson
	chance  *rand.Rand
	model   *fsrs.FSRS // for difficulties and first answers
	law     fsrs.Parameters
	truth   float64
	factor  map[string]float64
	memory  map[string]*trueMemory
	clock   time.Time
	asked   int
}

type trueMemory struct {
	stability, difficulty float64
	last                  time.Time
}

func newPupil(course *lessons.Course, all []*lessons.Lesson, truth float64, seed uint64) *pupil {
	param := fsrs.DefaultParam()
	param.EnableShortTerm = false
	p := &pupil{
		course: course, lessons: all, chance: rand.New(rand.NewPCG(seed, 1)), model: fsrs.NewFSRS(param), law: param, truth: truth,
		factor: map[string]float64{}, memory: map[string]*trueMemory{}, clock: time.Date(2026, 1, 1, 20, 0, 0, 0, time.UTC),
	}
	const spread = 0.3
	own := math.Exp(spread * p.chance.NormFloat64())
	for _, s := range course.Skills {
		p.factor[s.ID] = own * math.Exp(spread*p.chance.NormFloat64())
	}
	return p
}

func (p *pupil) recall(id string) float64 {
	m := p.memory[id]
	passed := max(0, p.clock.Sub(m.last).Hours()/24)
	return math.Pow(1+p.law.Factor*passed/m.stability, p.law.Decay)
}

// moved returns the true memory of a skill after an answer, its factor included. The laws are written out here, for any
// time and not only for whole days.
func (p *pupil) moved(id string, r fsrs.Rating) trueMemory {
	m, w := p.memory[id], p.law.W
	if m == nil {
		c := p.model.Next(fsrs.NewCard(), p.clock, r).Card
		return trueMemory{c.Stability * p.factor[id], c.Difficulty, p.clock}
	}
	forgotten := 1 - p.recall(id)
	c := p.model.Next(fsrs.Card{Stability: m.stability, Difficulty: m.difficulty, State: fsrs.Review, LastReview: p.clock}, p.clock, r).Card
	s, d := m.stability, m.difficulty
	if r == fsrs.Again {
		s = min(s, w[11]*math.Pow(d, -w[12])*(math.Pow(s+1, w[13])-1)*math.Exp(forgotten*w[14]))
	} else {
		s += p.factor[id] * s * math.Exp(w[8]) * (11 - d) * math.Pow(s, -w[9]) * (math.Exp(forgotten*w[10]) - 1)
	}
	return trueMemory{s, c.Difficulty, p.clock}
}

// answer lets the pupil answer, and returns how that ends.
func (p *pupil) answer(task review.Task, occasion string) journal.End {
	p.clock = p.clock.Add(time.Minute)
	q := task.Screen.Question
	asks := q.About().Skills
	end := journal.End{
		At: p.clock, Lesson: task.Screen.Lesson, Screen: task.Screen.ID, Task: occasion, Seed: task.Seed, Skills: asks,
	}
	if _, ok := q.(*lessons.Derive); ok {
		end.Level = task.Level.String()
	}
	r := fsrs.Good
	for _, id := range asks {
		own := fsrs.Good
		if p.memory[id] != nil && p.chance.Float64() > p.recall(id) {
			own, r = fsrs.Again, fsrs.Again
		}
		m := p.moved(id, own)
		p.memory[id] = &m
	}
	end.Aided, end.Shown = r == fsrs.Again, r == fsrs.Again
	if r == fsrs.Good {
		for _, u := range p.course.RepeatedBy(q) {
			p.credit(u.Skill, p.truth*u.Weight)
		}
	}
	return end
}

// credit repeats a skill by a part.
func (p *pupil) credit(id string, w float64) {
	m := p.memory[id]
	if m == nil {
		return
	}
	to := p.moved(id, fsrs.Good)
	m.stability *= math.Pow(to.stability/m.stability, w)
	m.difficulty += w * (to.difficulty - m.difficulty)
	m.last = m.last.Add(time.Duration(w * float64(p.clock.Sub(m.last))))
}

// study goes through the course and a year after it.
func (p *pupil) study(how policy) figure {
	state := review.New(p.course)
	if how == single || how == several {
		state = review.New(withoutUses(p.course))
	}
	var f figure
	evenings := 0
	const year, between, most = 365, 3, 40
	for day := range len(p.lessons)*between + year {
		p.clock = time.Date(2026, 1, 1+day, 20, 0, 0, 0, time.UTC)
		if at := day / between; day%between == 0 && at < len(p.lessons) {
			for _, s := range p.lessons[at].Screens {
				end := journal.End{At: p.clock, Lesson: s.Lesson, Screen: s.ID}
				if s.Question != nil {
					end = p.answer(review.Task{Screen: s, Level: lessons.Faded}, "")
				}
				state.Take(end)
			}
		}
		if day >= len(p.lessons)*between {
			sum := 0.0
			for _, id := range sortedKeys(p.memory) {
				sum += p.recall(id)
			}
			f.recall += sum / float64(len(p.memory))
			evenings++
		}
		if how == noReview {
			continue
		}
		for range most {
			wish := review.Wish{Tasks: 1, OnlyDue: true}
			if how == single {
				wish.Skills = mostDue(state, p.clock)
			}
			tasks := state.Plan(p.clock, uint64(day), wish)
			if len(tasks) == 0 {
				break
			}
			p.asked++
			end := p.answer(tasks[0], "review")
			if how == single {
				end.Skills = wish.Skills
			}
			state.Take(end)
		}
	}
	f.questions = float64(p.asked)
	f.recall /= float64(evenings)
	return f
}

// mostDue returns the skill that is due and most likely forgotten.
func mostDue(state *review.State, now time.Time) []string {
	var most []string
	least := 1.0
	for _, s := range state.Skills(now) {
		if s.IsDue && s.Recall < least {
			most, least = []string{s.ID}, s.Recall
		}
	}
	return most
}

func sortedKeys(m map[string]*trueMemory) []string {
	var all []string
	for id := range m {
		all = append(all, id)
	}
	slices.Sort(all)
	return all
}

// withoutUses returns the course as it would be if no skill used another.
func withoutUses(c *lessons.Course) *lessons.Course {
	bare := *c
	bare.Skills = slices.Clone(c.Skills)
	for i := range bare.Skills {
		bare.Skills[i].Uses, bare.Skills[i].Rules = nil, nil
	}
	return &bare
}
