package place

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"slices"

	"chainrule/lessons"
)

const (
	least   = 5     // questions that are asked at least
	enough  = 0.997 // how likely the lesson proposed must be right or one off where no more is asked before the end
	ofSkill = 0.05  // what a bit about single skills is worth beside one about the lesson to begin with
	jitter  = 0.1   // how much of its worth the seed decides
	variety = 0.9   // what a question is worth that asks for the same as the one before
	nobody  = 1e-7  // one of the crowd who is as unlikely as that is looked at no more
)

// Next returns the question that tells most after those that were answered, nil where enough is known. What was asked lately, screens
// by their IDs, waits while another question asks for the same. The seed decides among equals.
func (m *Model) Next(answers []Answer, lately []string, seed uint64) *lessons.Screen {
	if len(answers) >= Most || len(m.items) == 0 {
		return nil
	}
	w := m.weigh(answers)
	whole := make([]float64, len(m.lessons)+1)
	var who []int // those who are not ruled out
	for i, p := range w {
		whole[m.crowd.first[i]] += p
		if p > nobody {
			who = append(who, i)
		}
	}
	if around(whole, middle(whole), 1) > enough && len(answers) >= least {
		return nil
	}
	best, most := -1, 0.0
	told := map[string]float64{} // by what is asked for
	for _, i := range m.rested(m.listed(answers), lately) {
		it := &m.items[i]
		bits, known := told[it.key]
		if !known {
			bits = m.tells(it, w, who, whole)
			told[it.key] = bits
		}
		if n := len(answers); n > 0 && m.alike(it, answers[n-1].Screen) {
			bits *= variety
		}
		if worth := it.worth * bits; worth*(1+jitter*chance(seed, it.screen.ID)) > most {
			best, most = i, worth*(1+jitter*chance(seed, it.screen.ID))
		}
	}
	if best < 0 {
		return nil
	}
	return m.items[best].screen
}

// listed returns the questions of placing that were not answered yet.
func (m *Model) listed(answers []Answer) []int {
	var all []int
	for i := range m.items {
		it := &m.items[i]
		if it.listed && !slices.ContainsFunc(answers, func(a Answer) bool { return a.Screen == it.screen.ID }) {
			all = append(all, i)
		}
	}
	return all
}

// rested leaves out those of the questions that were asked lately, as long as one that was not asks for the same skills.
func (m *Model) rested(items []int, lately []string) []int {
	tired := func(i int) bool { return slices.Contains(lately, m.items[i].screen.ID) }
	if !slices.ContainsFunc(items, tired) {
		return items
	}
	var all []int
	for _, i := range items {
		instead := func(k int) bool {
			return !tired(k) && !slices.ContainsFunc(m.items[i].asks, func(skill int) bool { return !m.items[k].needs.contains(skill) })
		}
		if !tired(i) || !slices.ContainsFunc(items, instead) {
			all = append(all, i)
		}
	}
	return all
}

// alike reports whether a question asks for the same as another.
func (m *Model) alike(it *item, screen string) bool {
	other, ok := m.byID[screen]
	return ok && slices.Equal(it.asks, m.items[other].asks)
}

// tells returns how much the answer to a question would tell, in bits: about the lesson to begin with, and a part of what it
// tells about its skills.
func (m *Model) tells(it *item, w []float64, who []int, whole []float64) float64 {
	able := make([]float64, len(whole))
	for _, i := range who {
		if it.able[i] {
			able[m.crowd.first[i]] += w[i]
		}
	}
	sum, within := 0.0, 0.0
	for t, all := range whole {
		sum += able[t]
		if all > 0 {
			within += all * uncertainty(it.right(able[t]/all))
		}
	}
	before := uncertainty(it.right(sum))
	skills := before - sum*uncertainty(1-slips) - (1-sum)*uncertainty(it.guess)
	return before - within + ofSkill*skills
}

// right returns how likely the question is answered rightly by one who knows what it asks for with a likelihood.
func (it *item) right(knows float64) float64 { return it.guess + (1-slips-it.guess)*knows }

// uncertainty returns the entropy of an event, in bits.
func uncertainty(p float64) float64 {
	if p <= 0 || p >= 1 {
		return 0
	}
	return -p*math.Log2(p) - (1-p)*math.Log2(1-p)
}

// chance returns a number from 0 to 1 that the seed decides for a question.
func chance(seed uint64, id string) float64 {
	h := fnv.New64a()
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], seed)
	h.Write(b[:])
	h.Write([]byte(id))
	return float64(h.Sum64()>>11) / (1 << 53)
}

// A Result is what follows from the answers.
type Result struct {
	// Lesson is the one to begin with, nil where all that the course teaches is presumed known.
	Lesson *lessons.Entry
	// Presumed are the IDs of the skills that are most likely known. Refresh are those of the others that lessons before the one
	// to begin with teach.
	Presumed, Refresh []string
}

// likely is how likely a skill must be known to be presumed so.
const likely = 0.85

// Result tells what follows from the answers so far.
func (m *Model) Result(answers []Answer) Result {
	w := m.weigh(answers)
	whole := make([]float64, len(m.lessons)+1)
	known := make([]float64, len(m.below))
	for i, p := range w {
		whole[m.crowd.first[i]] += p
		for k := range known {
			if m.crowd.knows[i].contains(k) {
				known[k] += p
			}
		}
	}
	at := middle(whole)
	r := Result{
		Presumed: m.ids(func(k int) bool { return known[k] >= likely }),
		Refresh:  m.ids(func(k int) bool { return known[k] < likely && m.home[k] >= 0 && m.home[k] < at }),
	}
	if at < len(m.lessons) {
		r.Lesson = m.lessons[at]
	}
	return r
}

// middle returns the place that is most likely right, or else one off, which is nearly as good.
func middle(whole []float64) int {
	const near = 0.8
	best, most := 0, -1.0
	for t := range whole {
		if p := around(whole, t, near); p > most {
			best, most = t, p
		}
	}
	return best
}

// around returns how likely a place is right, and a part of how likely it is one off.
func around(whole []float64, t int, part float64) float64 {
	p := whole[t]
	if t > 0 {
		p += part * whole[t-1]
	}
	if t+1 < len(whole) {
		p += part * whole[t+1]
	}
	return p
}
