package review

import (
	"math"
	"time"

	fsrs "github.com/open-spaced-repetition/go-fsrs/v3"

	"chainrule/lessons"
	"chainrule/lessons/journal"
)

// A Memory is how well one skill is kept in mind, by the model FSRS.
type Memory struct {
	// Stability is the number of days after which the skill is recalled nine times in ten.
	Stability float64
	// Difficulty goes from 1 to 10.
	Difficulty float64
	// Last is when it was repeated, in days of the state's clock. Where it was repeated by the way it lies between.
	Last float64
}

// due returns when the skill is to be repeated: when its recall has fallen to nine tenths.
func (m Memory) due() float64 { return m.Last + m.Stability }

// A model moves memories. It belongs to one goroutine: the library keeps a seed in it.
type model struct {
	*fsrs.FSRS

	fresh    [4]Memory // of a skill that was asked for once, by rating
	presumed Memory    // of one that is presumed known
}

// presumedFor is the number of days after which a skill that is presumed known is due: long enough for the lessons that
// use it to come first, and short enough to be found out.
const presumedFor = 14

// epoch is where the library's clock stands when a memory was last repeated.
var epoch = time.Unix(0, 0).UTC()

func newModel() *model {
	p := fsrs.DefaultParam()
	p.EnableShortTerm = false // minutes are no intervals for a skill
	m := &model{FSRS: fsrs.NewFSRS(p)}
	for _, r := range []fsrs.Rating{fsrs.Again, fsrs.Hard, fsrs.Good} {
		c := m.Next(fsrs.NewCard(), epoch, r).Card
		m.fresh[r] = Memory{Stability: c.Stability, Difficulty: c.Difficulty}
	}
	m.presumed = Memory{Stability: presumedFor, Difficulty: m.fresh[fsrs.Good].Difficulty}
	return m
}

func card(m Memory) fsrs.Card {
	return fsrs.Card{Stability: m.Stability, Difficulty: m.Difficulty, State: fsrs.Review, LastReview: epoch}
}

func after(days float64) time.Time {
	return epoch.Add(time.Duration(days * 24 * float64(time.Hour)))
}

// recall returns how likely it is that the skill is recalled, from 0 to 1.
func (o *model) recall(m Memory, now float64) float64 {
	return o.GetRetrievability(card(m), after(max(0, now-m.Last)))
}

// rated returns the memory after an answer. The library counts whole days: other times are rounded to them, but what grows
// within the first day is the part of a day's growth that has passed.
func (o *model) rated(m Memory, r fsrs.Rating, now float64) Memory {
	passed := max(0, now-m.Last)
	c := o.Next(card(m), after(max(1, math.Round(passed))), r).Card
	if r != fsrs.Again && passed < 1 {
		c.Stability = m.Stability + passed*(c.Stability-m.Stability)
	}
	return Memory{Stability: c.Stability, Difficulty: c.Difficulty, Last: now}
}

// credited returns the memory of a skill that was repeated by the way, in a task that uses it by the weight w and was done
// without help: it goes the part w of the way to where a success in the skill itself would have brought it now,
//
//	S (S⁺/S)^w,  D + w (D⁺ − D),  t + w (now − t)
//
// with S the stability, D the difficulty and t the time of the last repetition, and S⁺, D⁺ those after a Good. So w = 0
// changes nothing and w = 1 is a repetition. The way of the stability is measured in ratios, since FSRS lets it grow by
// factors: several parts then come to about the whole and not to many times that, even long after the skill was due. A Good
// soon after the last repetition moves little, so neither does its part; within a night nothing is credited at all. That a
// task repeats the skills in it by a fraction is the idea of fractional implicit repetition (J. Skycak, The Math Academy
// Way); this way to reckon it with FSRS is the program's own.
func (o *model) credited(m Memory, w, now float64) Memory {
	if w <= 0 || now-m.Last < night {
		return m
	}
	return m.toward(o.rated(m, fsrs.Good, now), w)
}

// toward returns the memory that lies between two, the part w of the way from the one to the other.
func (m Memory) toward(to Memory, w float64) Memory {
	return Memory{
		Stability:  m.Stability * math.Pow(to.Stability/m.Stability, w),
		Difficulty: m.Difficulty + w*(to.Difficulty-m.Difficulty),
		Last:       m.Last + w*(to.Last-m.Last),
	}
}

// blame returns the part of a failure that falls on each of the skills that a question asks for, of which none may be new:
// how likely it is that this one was forgotten, where each is forgotten for itself and at least one was. A question of one
// skill leaves no doubt.
func (o *model) blame(recalls []float64) []float64 {
	all := 1.0
	for _, r := range recalls {
		all *= r
	}
	parts := make([]float64, len(recalls))
	for i, r := range recalls {
		if parts[i] = 1; all < 1 {
			parts[i] = (1 - r) / (1 - all)
		}
	}
	return parts
}

// An Outcome is how a question went, by what the learner did and never by how fast.
type Outcome uint8

// The outcomes, the best first.
const (
	Unaided Outcome = iota // right at once and without help
	Helped                 // a slip was mended, or a hint taken that does not give the answer away
	Told                   // something was shown, the step itself by the last hint included
)

// OutcomeOf returns how an attempt went. A derivation whose lines were all shown, where the rules alone were to be named, is
// Helped at best.
func OutcomeOf(e *journal.End) Outcome {
	switch {
	case e.Shown || e.Rung >= lessons.Rungs:
		return Told
	case e.Aided || e.Level == lessons.Worked.String():
		return Helped
	}
	return Unaided
}

// ratingOf returns what an outcome is to the model.
func ratingOf(e *journal.End) fsrs.Rating {
	return [...]fsrs.Rating{Unaided: fsrs.Good, Helped: fsrs.Hard, Told: fsrs.Again}[OutcomeOf(e)]
}
