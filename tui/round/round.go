// Package round is a row of tasks, ten of a review, or practice until there is nothing new, and what came of it, in words.
//
// Screens and plain lines share it. It chooses no task and knows no memory (lessons/review does), it judges nothing, and it
// draws nothing.
package round

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"chainrule/lessons"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
	"chainrule/tui/session"
)

// Tasks is how many a review has at most.
const Tasks = 10

// A Round is a row of tasks. It stays as it was begun, and may be used by commands beside each other.
type Round struct {
	// Title is what it is called before learners, and Says what it is about; Says may be empty.
	Title, Says string

	session *session.Session
	name    string             // what its tasks are asked for, in the record
	skills  []string           // those that are practised; nil in a review
	chosen  lessons.Difficulty // 0 where the record decides
	before  []review.Skill     // what was known when it began
	began   int                // how many attempts had come to their end then

	mu    sync.Mutex // guards what is below, since tasks are made ready one by one
	tasks []review.Task
	given []review.Task // those of practice, in order
	spent bool          // there is nothing left that was not asked in the last hours
}

// Review begins a review. It may take as long as a disk takes, and reads lessons: screens call it in a command.
func Review(s *session.Session) *Round {
	r := &Round{Title: "Review", session: s, name: "review"}
	_ = s.Know(func(k session.Knowledge) {
		r.begin(k)
		r.tasks = k.Plan(k.Now, k.Seed, review.Wish{Tasks: Tasks, New: true, Draws: true})
		r.spent = len(r.tasks) == 0 && len(k.Plan(k.Now, k.Seed, review.Wish{Tasks: 1, Draws: true})) > 0
	})
	return r
}

// Slips is the place of practice for the slip that was made most.
const Slips = "slips"

// Place returns the place of practice for one slip.
func Place(slip string) string { return Slips + "/" + slip }

// At returns the place of practice at a chosen difficulty; at 0 it is the place itself, where the record decides.
func At(place string, d lessons.Difficulty) string {
	if d == 0 {
		return place
	}
	return place + " " + d.String()
}

// ReadAt splits a place of practice from its difficulty, 0 where none is named. It reports false where the second word is none.
func ReadAt(text string) (place string, d lessons.Difficulty, ok bool) {
	place, name, named := strings.Cut(text, " ")
	if !named {
		return place, 0, true
	}
	d, ok = lessons.ParseDifficulty(strings.TrimSpace(name))
	return place, d, ok
}

// Practice begins practice of a skill, given by its ID, or of those in which a slip was made, with a difficulty as At writes it.
// Like Review, it is for commands. The error says that there is nothing of the name.
func Practice(s *session.Session, of string) (*Round, error) {
	r := &Round{Title: "Practice", session: s, name: "practice"}
	place, d, ok := ReadAt(of)
	if !ok {
		return r, fmt.Errorf("there is no difficulty in %q; write easy, medium or hard behind the skill", of)
	}
	if r.chosen = d; d != 0 {
		r.Title = "Practice, " + d.String()
	}
	var err error
	_ = s.Know(func(k session.Knowledge) {
		r.begin(k)
		err = r.choose(k, place)
	})
	return r, err
}

func (r *Round) begin(k session.Knowledge) {
	r.before, r.began = k.Skills(k.Now), len(k.Record.Ends())
}

func (r *Round) choose(k session.Knowledge, of string) error {
	if skill, ok := r.session.Course.Skill(of); ok {
		r.skills, r.Says = []string{of}, skill.Say
		return nil
	}
	slip, ofSlip := strings.CutPrefix(of, Slips+"/")
	if !ofSlip && of != Slips {
		return fmt.Errorf("there is no skill %q", of)
	}
	all := k.Slips(k.Now)
	at := slices.IndexFunc(all, func(one review.Slip) bool { return !ofSlip || string(one.ID) == slip })
	if at < 0 {
		r.skills, r.Says = []string{}, "what explained your wrong answers most often"
		return nil
	}
	r.skills, r.Says = all[at].Skills, "where this happened: "+all[at].Inside()
	return nil
}

// Of returns how many tasks there are, 0 where it is not known beforehand.
func (r *Round) Of() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.tasks)
}

// Endless reports whether how many tasks there are is not known beforehand.
func (r *Round) Endless() bool { return r.skills != nil }

// Next returns the task that comes after n others, or false if there is none. Like Review, it is for commands.
func (r *Round) Next(n int) (review.Task, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.Endless() {
		if n < len(r.given) {
			return r.given[n], true
		}
		return r.more()
	}
	for n < len(r.tasks) {
		if t, ok := r.session.Ready(r.tasks[n]); ok {
			r.tasks[n] = t
			return t, true
		}
		r.tasks = slices.Delete(r.tasks, n, n+1) // its family has no draw that may be asked
	}
	return review.Task{}, false
}

// more returns the next task of practice. Some are looked at, since what one asks may have been asked by another question, or was left
// open before: who leaves a question wants another.
func (r *Round) more() (review.Task, bool) {
	w := review.Wish{Tasks: Tasks + len(r.given), Skills: r.skills, New: true, Draws: true, Difficulty: r.chosen}
	for _, t := range r.session.Plan(w) {
		t, ok := r.session.Ready(t)
		again := func(other review.Task) bool {
			return other.Screen.ID == t.Screen.ID && other.Seed == t.Seed && other.Draw == t.Draw
		}
		if ok && !slices.ContainsFunc(r.given, again) {
			r.given = append(r.given, t)
			return t, true
		}
	}
	w.New = false
	r.spent = len(r.session.Plan(w)) > 0
	return review.Task{}, false
}

// Spent says why there is no other task, empty where there may be one: what there is was asked in the last hours.
func (r *Round) Spent() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.spent {
		return ""
	}
	if !r.Endless() {
		return "Everything there is to review was asked in the last eight hours, and would be the same again. Go on with a lesson."
	}
	return "Everything there is on this was asked in the last eight hours, and would be the same again. Practise another skill, or come back to this one after a night."
}

// Name is what the tasks are asked for in the record.
func (r *Round) Name() string { return r.name }

// Nothing says why there is no task at all, and what to do.
func (r *Round) Nothing() string {
	spent := r.Spent()
	switch {
	case spent != "":
		return spent
	case !r.Endless():
		return "There is nothing to review yet. A question can come back once you have finished its screen: begin with a lesson."
	case len(r.skills) == 0:
		return "No slip has explained a wrong answer of yours yet. Choose a skill, or go on with a lesson."
	}
	home := ""
	for _, id := range r.skills {
		for _, k := range r.before {
			if e, ok := r.session.Course.Entry(k.Lesson); ok && k.ID == id && home == "" {
				home = fmt.Sprintf(" It is trained first in the lesson %q.", e.Title)
			}
		}
	}
	return "You have finished no question on this yet, and it can be practised once you have." + home
}

// From names the place in the course that a question comes from.
func (r *Round) From(screen *lessons.Screen) string { return r.session.From(screen) }

// Repeats says which skills a task is asked for: those that are due, or else all that it asks for.
func (r *Round) Repeats(t review.Task) string {
	asks := t.Screen.Question.About().Skills
	words, ids := "It repeats: ", asks
	if due := slices.DeleteFunc(slices.Clone(t.Due), func(id string) bool { return !slices.Contains(asks, id) }); len(due) > 0 {
		words, ids = "Due now: ", due
	}
	var says []string
	for _, id := range ids {
		k, _ := r.session.Course.Skill(id)
		says = append(says, k.Say)
	}
	return words + strings.Join(says, "; ") + "."
}

// Ends returns how the tasks so far went, in order. Like Review, it is for commands.
func (r *Round) Ends() []review.Outcome {
	var all []review.Outcome
	_ = r.session.Look(func(s *journal.State) { all = r.ends(s) })
	return all
}

func (r *Round) ends(s *journal.State) []review.Outcome {
	var all []review.Outcome
	for _, e := range s.Ends()[r.began:] {
		if e.Task == r.name {
			all = append(all, review.OutcomeOf(&e))
		}
	}
	return all
}
