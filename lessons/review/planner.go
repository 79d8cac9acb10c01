package review

import (
	"cmp"
	"encoding/binary"
	"hash/fnv"
	"slices"

	fsrs "github.com/open-spaced-repetition/go-fsrs/v3"

	"chainrule/lessons"
)

// A planner chooses tasks one after the other.
type planner struct {
	*State

	wish   Wish
	now    float64
	seed   uint64
	need   []float64 // how much of each skill is about to be forgotten, from 0 to 1
	due    []bool    // whether it is due, and was not covered yet
	whole  []Memory  // of one that is due: what a success in it would make of it now
	open   []*item   // what may be asked
	taken  map[*item]bool
	draws  map[*item]int // how many draws of a family were chosen
	before []*item       // what was asked before, in order
}

// least is what a skill needs at least, so that something comes even if all was answered just now.
const least = 1e-6

// weigh finds out how much each skill needs, and what may be asked.
func (p *planner) weigh() {
	const (
		look = 0.1 // what a look is worth, where nothing may have been forgotten
		sure = 0.7 // what a skill counts that is known and not due: repeating it a little early spares a task later
	)
	n := len(p.skills)
	p.need, p.due, p.whole = make([]float64, n), make([]bool, n), make([]Memory, n)
	for i := range p.skills {
		k := &p.skills[i]
		if !k.met() {
			p.need[i] = least
			continue
		}
		forgotten := 1 - p.model.recall(k.Memory, p.now)
		switch p.due[i] = k.due(p.now); {
		case p.due[i]:
			p.need[i] = max(forgotten, look)
			p.whole[i] = p.model.rated(k.Memory, fsrs.Good, p.now)
		case k.mastery() == Known:
			p.need[i] = sure*forgotten + least
		default:
			p.need[i] = forgotten + least
		}
	}
	for at, l := range p.course.Lessons {
		if !p.placed(l.Skills) && !slices.ContainsFunc(l.Screens, p.done) {
			continue
		}
		for _, it := range p.questions(at) {
			if p.may(it) && p.wished(it) && (!p.wish.New || !p.again(it)) {
				p.open = append(p.open, it)
			}
		}
	}
	p.openFamilies()
}

// again reports whether a question was asked outside its lesson less than a night ago, with the values that it would be asked with now.
func (p *planner) again(it *item) bool {
	at := it.alone[it.row()]
	if placed, ok := p.placedBy[it.screen.ID]; ok {
		at = max(at, placed)
	}
	return at >= 0 && p.now-at < night
}

// openFamilies adds the families that may be asked. Where a difficulty was chosen they are all that is asked, if there are any.
func (p *planner) openFamilies() {
	if !p.wish.Draws {
		return
	}
	var all []*item
	for _, it := range p.families() {
		if it.lesson >= 0 && p.may(it) && p.wished(it) {
			all = append(all, it)
		}
	}
	if p.wish.Difficulty != 0 && len(all) > 0 {
		p.open = nil
	}
	p.open = append(p.open, all...)
}

// may reports whether the learner is far enough for a question: a screen that was finished, or practice of a lesson of which
// all screens were, or of skills that are presumed known. A family is asked from as soon as its skills were, in its lesson.
func (p *planner) may(it *item) bool {
	switch {
	case len(it.asks) == 0:
		return false
	case it.family != nil:
		unmet := func(k int) bool { return p.skills[k].asked == 0 }
		return !slices.ContainsFunc(it.asks, unmet) && slices.ContainsFunc(p.course.Lessons[it.lesson].Screens, p.done)
	case it.unread && p.presumes(it):
		return true
	case !it.practice:
		return p.ended[it.screen.ID]
	}
	undone := func(h lessons.Heading) bool { return !p.done(h) }
	return !slices.ContainsFunc(p.course.Lessons[it.lesson].Screens, undone)
}

// presumes reports whether all skills of a question were met or presumed known, and some presumed: then it may be asked
// though its lesson was passed over.
func (p *planner) presumes(it *item) bool {
	return !slices.ContainsFunc(it.asks, func(k int) bool { return !p.skills[k].met() }) &&
		slices.ContainsFunc(it.asks, func(k int) bool { return p.skills[k].placed })
}

// placed reports whether one of the skills was ever presumed known.
func (p *planner) placed(skills []string) bool {
	return slices.ContainsFunc(skills, func(id string) bool {
		k, ok := p.ids[id]
		return ok && p.skills[k].placed
	})
}

// done reports whether a screen was finished in its lesson.
func (s *State) done(h lessons.Heading) bool { return s.ended[h.ID] }

func (p *planner) wished(it *item) bool {
	if p.wish.Before != "" {
		if at := p.lessonAt(p.wish.Before); at >= 0 && it.lesson >= at {
			return false
		}
	}
	return p.wish.Skills == nil || slices.ContainsFunc(it.asks, func(k int) bool {
		return slices.Contains(p.wish.Skills, p.course.Skills[k].ID)
	})
}

// The bounds on a task beside others, those that are given up first at the end.
type bound uint8

const (
	anyTask    bound = iota // where no skills are wished for, the bound on derivations holds; else nothing does
	otherTask               // not the same question as the task before
	fewDerived              // and the bound on derivations in any case
	newSkill                // and no skill in common with the task before
	newLesson               // nor the lesson
	newKind                 // nor the kind of answer
)

// headline returns the first headline of the course that is to come back, nil if none is or none was wished for.
func (p *planner) headline() *item {
	for _, it := range p.open {
		if p.wish.Headline && it.returns(p.now) && p.fits(it, fewDerived) {
			return it
		}
	}
	return nil
}

// choose returns the best task, nil if there is none. One that repeats something due comes before all others,
// but no question comes twice in a row where there is another.
func (p *planner) choose() *item {
	if it := p.chosen(); it != nil || !p.wish.Draws || p.wish.OnlyDue {
		return it
	}
	for _, it := range p.open { // all were taken, and families have more
		if it.family != nil {
			p.taken[it] = false
		}
	}
	for k := range p.need {
		p.need[k] = max(p.need[k], least)
	}
	return p.chosen()
}

// chosen is choose, where nothing comes again.
func (p *planner) chosen() *item {
	dues := []bool{true, false}
	if p.wish.OnlyDue {
		dues = dues[:1]
	}
	for _, due := range dues {
		for b := newKind; b > anyTask; b-- {
			if it := p.best(due, b); it != nil {
				return it
			}
		}
	}
	for _, due := range dues { // the same question again, rather than none
		if it := p.best(due, anyTask); it != nil {
			return it
		}
	}
	return nil
}

func (p *planner) best(due bool, b bound) *item {
	var best *item
	most := 0.0
	for _, it := range p.open {
		if p.taken[it] || due && len(p.covers(it)) == 0 || !p.fits(it, b) {
			continue
		}
		if worth := p.worth(it); worth > most {
			best, most = it, worth
		}
	}
	return best
}

// fits reports whether a task may come after those before.
func (p *planner) fits(it *item, b bound) bool {
	n := len(p.before)
	if it.kind == derive {
		count := 0
		for _, other := range p.before[max(0, n-inARow+1):] {
			if other.kind == derive {
				count++
			}
		}
		if count >= mostDerive && (b >= fewDerived || p.wish.Skills == nil) {
			return false
		}
	}
	if n == 0 {
		return true
	}
	last := p.before[n-1]
	switch {
	case b >= otherTask && it == last:
		return false
	case b >= newSkill && slices.ContainsFunc(it.asks, func(k int) bool { return slices.Contains(last.asks, k) }):
		return false
	case b >= newLesson && it.lesson == last.lesson:
		return false
	case b >= newKind && it.kind == last.kind:
		return false
	}
	return true
}

// worth returns how much a task repeats of what is needed, and how new it is. Where skills were wished for, the learner has
// said what is needed. The seed moves it by less than a twentieth.
func (p *planner) worth(it *item) float64 {
	const jitter = 0.05
	worth := it.freshness(p.now) * p.rested(it) * (1 + jitter*p.chance(it))
	if p.wish.Skills == nil {
		worth *= p.needs(it)
	}
	return worth
}

// needs returns how much a task repeats of what is needed.
func (p *planner) needs(it *item) float64 {
	sum := 0.0
	for _, k := range it.asks {
		sum += p.need[k]
	}
	for _, r := range it.repeats {
		sum += r.weight * p.need[r.skill]
	}
	return sum
}

// rested returns what a task of the last hours is worth beside one that was none: the less, the later it was.
func (p *planner) rested(it *item) float64 {
	for i := range p.before {
		if ago := i + 1; p.before[len(p.before)-ago] == it {
			return float64(ago) / float64(ago+1)
		}
	}
	return 1
}

// chance returns a number from 0 to 1 that the seed decides for an item.
func (p *planner) chance(it *item) float64 {
	h := fnv.New64a()
	var seed [8]byte
	binary.LittleEndian.PutUint64(seed[:], p.seed)
	h.Write(seed[:])
	h.Write([]byte(it.id))
	return float64(h.Sum64()>>11) / (1 << 53)
}

// covers returns the skills that are due and that a task asks for, or repeats by so much that they are due no more.
func (p *planner) covers(it *item) []int {
	var all []int
	for _, k := range it.asks {
		if p.due[k] {
			all = append(all, k)
		}
	}
	for _, r := range it.repeats {
		if p.due[r.skill] && p.enough(r) {
			all = append(all, r.skill)
		}
	}
	return all
}

// enough reports whether a skill that is due is due no more after it was repeated by the way. A look asks for the skill itself.
func (p *planner) enough(r repeat) bool {
	k := &p.skills[r.skill]
	return !k.look && p.now-k.Last >= night && k.toward(p.whole[r.skill], r.weight).due() > p.now
}

// task returns an item as a task.
func (p *planner) task(it *item) Task {
	t := Task{Screen: it.screen, Level: it.level(p.wish.Faded), Seed: uint64(it.row())}
	switch {
	case it.family != nil:
		t.Draw = lessons.Draw{Family: it.id, Difficulty: cmp.Or(p.wish.Difficulty, it.difficulty), Seed: it.next + uint64(p.draws[it])}
		t.Seed = t.Draw.Seed
		p.draws[it]++
	case it.rows == 1:
		t.Seed = uint64(it.times)
	}
	due := p.covers(it)
	slices.SortStableFunc(due, func(a, b int) int { return cmp.Compare(p.need[b], p.need[a]) })
	for _, k := range due {
		t.Due = append(t.Due, p.course.Skills[k].ID)
	}
	return t
}

// ask takes down that a task was chosen.
func (p *planner) ask(it *item) {
	for _, k := range p.covers(it) {
		p.due[k] = false
	}
	for _, k := range it.asks {
		p.need[k] = 0
	}
	for _, r := range it.repeats {
		p.need[r.skill] *= 1 - r.weight
	}
	p.taken[it] = true
	p.before = append(p.before, it)
}
