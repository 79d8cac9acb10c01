package session

import (
	"cmp"
	"strconv"
	"strings"
	"sync"

	"chainrule/lessons"
	"chainrule/lessons/generate"
	"chainrule/lessons/review"
)

// asked remembers what was asked outside lessons in this sitting, and by which question.
type asked struct {
	mu  sync.Mutex
	ids map[string]string
}

// fresh reports whether no other question of this sitting asked what one asks with a seed.
func (a *asked) fresh(screen *lessons.Screen, seed uint64) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	id, said := a.ids[Asks(screen, seed)]
	return !said || id == screen.ID
}

func (a *asked) note(screen *lessons.Screen, seed uint64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.ids == nil {
		a.ids = map[string]string{}
	}
	a.ids[Asks(screen, seed)] = screen.ID
}

// Asks returns what the question on a screen asks with a seed: two questions that ask the same are the same to a learner, however
// their options stand, and whichever line of a derivation is false.
func Asks(screen *lessons.Screen, seed uint64) string {
	about := screen.Question.About()
	parts := []string{about.Ask.Plain()}
	switch q := screen.Question.(type) {
	case *lessons.Expression:
		parts = append(parts, q.From.Source, q.Accept[0].Source)
	case *lessons.Number:
		if n := uint64(len(q.Rows)); n > 0 {
			parts[0] = q.Rows[seed%n].Ask.Plain()
		}
	case *lessons.Choice:
		parts = append(parts, q.Options[0].Text.Plain())
	case *lessons.Derive:
		parts = from(screen, parts[0], q.From)
	case *lessons.Spot:
		parts = from(screen, parts[0], q.From)
	case *lessons.Lab:
		parts = append(parts, strconv.Quote(about.ID))
	}
	return strings.Join(parts, "\n")
}

// from returns what a derivation asks. Of those that are drawn the start says it all: who derived it sees which line is false.
func from(screen *lessons.Screen, ask string, start lessons.Term) []string {
	if _, drawn := lessons.ParseDraw(screen.ID); drawn {
		return []string{start.Source}
	}
	return []string{ask, start.Source}
}

// Ready returns a task with its screen: a question of a family is drawn. It asks nothing that another question of this sitting asked;
// where a difficulty has nothing else left, a draw of one of the next is taken. It is false where there is none. Drawing checks the
// question as an author does, so it is for commands.
func (s *Session) Ready(t review.Task) (review.Task, bool) {
	if t.Screen != nil {
		if !s.asked.fresh(t.Screen, t.Seed) {
			return t, false
		}
		s.asked.note(t.Screen, t.Seed)
		return t, true
	}
	draw := t.Draw
	fresh := func(screen *lessons.Screen) bool { return s.asked.fresh(screen, 0) }
	for range lessons.Difficulties {
		if screen, _, err := generate.Find(s.Course, draw, fresh); err == nil {
			t.Screen = screen
			break
		}
		draw.Difficulty = cmp.Or((draw.Difficulty+1)%(lessons.Hard+1), lessons.Easy)
	}
	if t.Screen == nil {
		return t, false
	}
	if made, ok := lessons.ParseDraw(t.Screen.ID); ok {
		t.Draw, t.Seed = made, made.Seed
	}
	s.asked.note(t.Screen, t.Seed)
	return t, true
}

// Screen returns the screen of the course called id, or the question of a draw, which is drawn again. It reads the lesson. The error
// is lessons.Faults where the lesson is there.
func (s *Session) Screen(id string) (*lessons.Screen, error) {
	if draw, ok := lessons.ParseDraw(id); ok {
		return generate.Screen(s.Course, draw)
	}
	return s.Course.Screen(id)
}
