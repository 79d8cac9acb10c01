package place

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

// A set holds numbers of skills.
type set []uint64

const word = 64 // bits

func newSet(n int) set            { return make(set, (n+word-1)/word) }
func (s set) add(i int)           { s[i/word] |= 1 << (i % word) }
func (s set) remove(i int)        { s[i/word] &^= 1 << (i % word) }
func (s set) contains(i int) bool { return s[i/word]>>(i%word)&1 == 1 }

func (s set) join(other set) {
	for i, w := range other {
		s[i] |= w
	}
}

// holds reports whether all of other is in the set.
func (s set) holds(other set) bool {
	for i, w := range other {
		if w&^s[i] != 0 {
			return false
		}
	}
	return true
}

// A crowd is many learners as they may come, each with what they know: with a skill all that it rests on. What is likely is
// counted among them; those who know the same are one, with the share of all.
type crowd struct {
	knows []set
	share []float64
	first []int // of each the place of the first lesson that teaches something unknown; the number of lessons where none does
}

// people is how many are drawn. With more of them the simulation of the test proposes no better.
const people = 20000

// gather draws the crowd, always the same. Each lesson is the one to begin with as often as any other, and so is none. Who is
// to begin with a lesson knows what those before teach, lacks one skill of it, and may lack any other that it or a later one
// teaches, as likely as it comes: some lack nearly all, some nearly nothing.
func (m *Model) gather() crowd {
	rng := rand.New(rand.NewPCG(1, uint64(len(m.below))))
	at := map[string]int{}
	var c crowd
	for who := range people {
		knows := m.someone(who%(len(m.lessons)+1), rng)
		key := fmt.Sprint(knows)
		i, met := at[key]
		if !met {
			i = len(c.knows)
			at[key] = i
			c.knows, c.first, c.share = append(c.knows, knows), append(c.first, m.first(knows)), append(c.share, 0)
		}
		c.share[i] += 1.0 / people
	}
	return c
}

// someone draws what one knows who is to begin with a lesson. What earlier lessons rest on is known.
func (m *Model) someone(lesson int, rng *rand.Rand) set {
	known := newSet(len(m.below))
	var own []int
	for k, home := range m.home {
		switch {
		case home >= 0 && home < lesson:
			known.join(m.closed[k])
		case home == lesson:
			own = append(own, k)
		}
	}
	if lesson == len(m.lessons) {
		known.join(m.all)
	}
	own = slices.DeleteFunc(own, known.contains)
	if len(own) == 0 {
		return known
	}
	missing, p := own[rng.IntN(len(own))], rng.Float64()
	knows := newSet(len(m.below))
	for _, k := range m.ordered {
		if known.contains(k) || k != missing && rng.Float64() < p && m.grounded(knows, k) {
			knows.add(k)
		}
	}
	return knows
}

// grounded reports whether one who knows a set knows all that a skill rests on.
func (m *Model) grounded(knows set, skill int) bool {
	for _, b := range m.below[skill] {
		if !knows.contains(b) {
			return false
		}
	}
	return true
}

// first returns the place of the first lesson that teaches a skill which is not in the set, the number of lessons where none
// does.
func (m *Model) first(knows set) int {
	at := len(m.lessons)
	for k, home := range m.home {
		if home >= 0 && home < at && !knows.contains(k) {
			at = home
		}
	}
	return at
}

// able tells of each learner whether all that is needed is known.
func (c *crowd) able(needs set) []bool {
	able := make([]bool, len(c.knows))
	for i, k := range c.knows {
		able[i] = k.holds(needs)
	}
	return able
}

// weigh returns how likely each learner of the crowd is the one who gave the answers; all together are 1.
func (m *Model) weigh(answers []Answer) []float64 {
	w := slices.Clone(m.crowd.share)
	for _, a := range answers {
		at, ok := m.byID[a.Screen]
		if !ok {
			continue // the question is in the course no more
		}
		it := &m.items[at]
		able, unable := 1-slips, it.guess
		if !a.Right {
			able, unable = slips, 1-it.guess
		}
		sum := 0.0
		for i := range w {
			if it.able[i] {
				w[i] *= able
			} else {
				w[i] *= unable
			}
			sum += w[i]
		}
		for i := range w {
			w[i] /= sum
		}
	}
	return w
}
