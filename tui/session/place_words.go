package session

import (
	"fmt"
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/journal"
)

// A Section is a part of what is told under a title, in paragraphs.
type Section struct {
	Title string
	Says  []lessons.Text
}

// Title is what the questions are called.
func (p *Placing) Title() string {
	if p.Lesson == nil {
		return "Find your place"
	}
	return "Pass over: " + p.Lesson.Title
}

// Intro tells what the questions are for, before they begin or go on. The words for keys are those of who shows it.
func (p *Placing) Intro(unknown, leave string) []string {
	all := []string{fmt.Sprintf("At most %d questions find out what you presumably know already, and in which lesson to begin.", p.Most)}
	if p.Lesson != nil {
		all = []string{fmt.Sprintf("Three or four questions ask for what the lesson %q teaches. Who answers them rightly may pass it over; what was missed once may be made good.", p.Lesson.Title)}
	}
	if p.Asked > 0 {
		all = append(all, "You have answered "+counted(p.Asked, "question")+", and go on from there.")
	}
	return append(all,
		"What you do not know is an answer, too: "+unknown+" says so. Nothing is told of an answer before the end, where you see what was expected.",
		"Each answer is kept at once. "+leave+", and you can go on later.")
}

// NoPlacing is said where the course has no questions for it.
const NoPlacing = "This course has no questions that can be understood without its lessons. Begin with the first lesson."

// Place tells how far the questions have come.
func (p *Placing) Place() string {
	return fmt.Sprintf("Question %d of at most %d", p.Asked+1, p.Most)
}

// Head tells in a sentence what follows from the answers.
func (p *Placing) Head() string {
	r := p.Result
	switch {
	case p.Lesson != nil && r.Passed:
		return fmt.Sprintf("You can pass over lesson %d, %s.", p.Lesson.Number, p.Lesson.Title)
	case p.Lesson != nil:
		return fmt.Sprintf("Lesson %d, %s, is worth doing.", p.Lesson.Number, p.Lesson.Title)
	case r.Begin == nil:
		return "By your answers you presumably know what the lessons teach. The exam lets you prove it."
	}
	return fmt.Sprintf("Begin with lesson %d, %s.", r.Begin.Number, r.Begin.Title)
}

// presumed explains the word.
const presumed = "Presumed means: likely, by a few answers. It is proved by nothing yet, so questions on it come in reviews, from two weeks on, and what you answer then counts instead."

// Sections tells what follows from the answers: the lessons with what is presumed of them, what to refresh, and what was
// expected. Keys say how a screen of an optional lesson is reached.
func (s *Session) Sections(p *Placing) []Section {
	r := p.Result
	var all []Section
	add := func(title string, says []lessons.Text) {
		if len(says) > 0 {
			all = append(all, Section{title, says})
		}
	}
	switch {
	case p.Lesson == nil && len(r.Known) == 0:
		add("The lessons", []lessons.Text{lessons.Say("Nothing is presumed known by these answers.")})
	case p.Lesson == nil:
		add("The lessons", s.lessonsTold(r))
		add("To refresh on the way", skillsTold(r.Refresh))
	case !r.Passed:
		add("What was missed asks for", skillsTold(r.Missed))
	}
	if r.Tool != nil {
		add("Rusty tools", []lessons.Text{lessons.Say(fmt.Sprintf("The optional lesson has a screen on what one of the questions that you missed asks for: %s.", s.From(r.Tool)))})
	}
	switch {
	case len(r.Known) == 0:
	case p.Lesson == nil:
		add(fmt.Sprintf("%s presumed known", counted(len(r.Known), "skill")), []lessons.Text{lessons.Say(presumed)})
	default:
		add("Presumed known", skillsTold(r.Known))
		add("What that means", []lessons.Text{lessons.Say(presumed)})
	}
	return all
}

// lessonsTold tells for each lesson how much of it is presumed known, and in which to begin.
func (s *Session) lessonsTold(r *Placed) []lessons.Text {
	var all []lessons.Text
	for _, e := range s.Course.Lessons {
		if e.Optional {
			continue
		}
		known, own := 0, 0
		for _, id := range e.Skills {
			if s.teacher(id) != e {
				continue
			}
			own++
			if slices.ContainsFunc(r.Known, func(k lessons.Skill) bool { return k.ID == id }) {
				known++
			}
		}
		says := fmt.Sprintf("%d of %d skills presumed known", known, own)
		switch {
		case own == 0:
			says = "teaches no skill that is new in it"
		case known == own:
			says = "presumed known"
		case known == 0:
			says = "nothing presumed known"
		}
		if e == r.Begin {
			says += "; begin here"
		}
		all = append(all, lessons.Say(fmt.Sprintf("%d %s: %s.", e.Number, e.Title, says)))
	}
	return all
}

// teacher returns the first lesson that everybody does and that trains a skill, nil where none does.
func (s *Session) teacher(skill string) *lessons.Entry {
	for _, e := range s.Course.Lessons {
		if !e.Optional && slices.Contains(e.Skills, skill) {
			return e
		}
	}
	return nil
}

func skillsTold(skills []lessons.Skill) []lessons.Text {
	var all []lessons.Text
	for _, k := range skills {
		all = append(all, lessons.Say(upper(k.Say)+"."))
	}
	return all
}

func upper(words string) string {
	if words == "" {
		return ""
	}
	return strings.ToUpper(words[:1]) + words[1:]
}

// Count tells how many answers were right.
func (r *Placed) Count() string {
	right := 0
	for i := range r.Answers {
		if r.Answers[i].Right {
			right++
		}
	}
	return fmt.Sprintf("%d of %s answered rightly.", right, counted(len(r.Answers), "question"))
}

// Yours tells what was answered.
func (e *Expected) Yours() string {
	switch {
	case e.Typed == "":
		return "You did not know."
	case e.Right:
		return "Right: " + e.Typed
	}
	return "Not right: " + e.Typed
}

// An Offer tells whether to offer the questions that find out where to begin.
type Offer uint8

// The offers.
const (
	NoOffer Offer = iota
	FirstOffer
	GoOn // they were begun
)

// Offers tells whether to offer the questions that find out where to begin: at the first start, until something was begun or
// they were declined, and while they are open. Like Look, it is for commands.
func (s *Session) Offers() Offer {
	offer := NoOffer
	_ = s.Look(func(state *journal.State) {
		past := s.placingOf(state, s.placing())
		switch {
		case past.Verdict == "" && len(past.Answers) > 0:
			offer = GoOn
		case past.Verdict == "" && state.LastLesson() == "" && len(state.Ends()) == 0 && len(s.Course.Placing) > 0:
			offer = FirstOffer
		}
	})
	return offer
}

// Decline takes down that the learner wants no questions that find out where to begin: they are offered no more.
func (s *Session) Decline() Save {
	return s.keep(journal.Event{Kind: journal.Placed, Task: s.placing(), Verdict: journal.Declined})
}

// CanPass reports whether a lesson can be passed over: it teaches skills, everybody does it, and it is neither finished nor
// passed over. Whether there are questions for it, Place tells.
func CanPass(e *lessons.Entry, p *Progress) bool {
	return !e.Optional && len(e.Skills) > 0 && !p.Finished() && !p.PassedOver
}
