// Package account is what the record tells the learner about it: skills with their memory, what is due, days of study, slips,
// finished derivations, as values with their words, and in lines.
//
// Screens, plain lines and commands share it. It computes no figure (lessons/review does), draws nothing and reads no file.
package account

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
	"chainrule/tui/session"
)

// An Account is what the record amounted to at a time.
type Account struct {
	// Now is that time; its zone says which days are meant.
	Now     time.Time
	Lessons []Lesson
	// Due counts the skills that are to be repeated now; Coming those that become due on each of the next days, in stretches of
	// 24 hours from now, those that are due now left out.
	Due    int
	Coming []int
	// Days are the days of study, the earliest first, Slips the slips that were made, the most frequent first, Derivations
	// those that came to their end, the latest first.
	Days        []review.Day
	Slips       []review.Slip
	Derivations []session.Derivation

	skills map[string]string // what one can do with each, by ID
}

// A Lesson is one with the skills that no earlier lesson trains. The last may stand for none: for the skills that no lesson
// trains.
type Lesson struct {
	review.Lesson

	Skills []review.Skill
}

// Of returns the account of a record that known has followed.
func Of(course *lessons.Course, record *journal.State, known *review.State, now time.Time) *Account {
	coming := known.Coming(now)
	a := &Account{
		Now: now, Due: known.Due(now), Coming: coming[:], Days: known.Days(now.Location()), Slips: known.Slips(now),
		Derivations: session.Derivations(course, record), skills: map[string]string{},
	}
	a.Coming[0] -= a.Due
	at := map[string]int{}
	for i, l := range known.Lessons(now) {
		a.Lessons, at[l.ID] = append(a.Lessons, Lesson{Lesson: l}), i
	}
	for _, k := range known.Skills(now) {
		a.skills[k.ID] = k.Say
		i, ok := at[k.Lesson]
		if !ok {
			i, at[k.Lesson] = len(a.Lessons), len(a.Lessons)
			a.Lessons = append(a.Lessons, Lesson{})
		}
		a.Lessons[i].Skills = append(a.Lessons[i].Skills, k)
	}
	return a
}

// Read returns the account of a sitting. It may take as long as a disk takes: screens call it in a command.
func Read(s *session.Session) *Account {
	var a *Account
	_ = s.Know(func(k session.Knowledge) { a = Of(s.Course, k.Record, k.State, k.Now) })
	return a
}

// Empty reports whether nothing was finished yet.
func (a *Account) Empty() bool { return len(a.Days) == 0 }

// Asked reports whether some skill of the lesson was asked for.
func (l *Lesson) Asked() bool {
	for i := range l.Skills {
		if l.Skills[i].Asked > 0 {
			return true
		}
	}
	return false
}

// Counts reports whether the skills of the lesson count among those of the course. Those of an optional lesson do not, so that the number
// stays the same when it is begun, nor do those of no lesson.
func (l *Lesson) Counts() bool { return l.Entry != nil && !l.Optional }

// Known tells how many skills of the course are known, and beside them those that do not count there and were asked for.
func (a *Account) Known() string {
	known, all, beside := 0, 0, ""
	for i := range a.Lessons {
		l := &a.Lessons[i]
		switch {
		case l.Counts():
			known += l.known()
			all += len(l.Skills)
		case l.Asked() && l.Entry != nil:
			beside += fmt.Sprintf("; %d of %d in lesson %d", l.known(), len(l.Skills), l.Number)
		case l.Asked():
			beside += fmt.Sprintf("; %d of %d in no lesson", l.known(), len(l.Skills))
		}
	}
	return fmt.Sprintf("%d of %d skills known%s", known, all, beside)
}

// known counts the skills of the lesson that are.
func (l *Lesson) known() int {
	n := 0
	for i := range l.Skills {
		if l.Skills[i].Mastery == review.Known {
			n++
		}
	}
	return n
}

// Name returns the lesson with its number, and what the last one of a course stands for where that is none.
func (l *Lesson) Name() string {
	if l.Entry == nil {
		return "In no lesson"
	}
	return fmt.Sprintf("%d. %s", l.Number, l.Title)
}

// Stands tells how far the lesson has come, and how many of its Skills are known and due. It is empty for what is no lesson.
func (l *Lesson) Stands() string {
	switch {
	case l.Entry == nil:
		return ""
	case l.Progress == review.NotBegun && !l.Asked():
		if l.Optional {
			return "optional" + newSkills(len(l.Skills))
		}
		return l.Progress.String() + newSkills(len(l.Skills))
	}
	progress := l.Progress
	if len(l.Entry.Skills) == 0 {
		progress = min(progress, review.Finished)
	}
	says := []string{progress.String()}
	if l.Done > 0 && l.Done < len(l.Screens) {
		says[0] += fmt.Sprintf(", %d of %s", l.Done, count(len(l.Screens), "screen"))
	}
	if n := len(l.Skills); n > 0 && l.Asked() && l.Progress != review.Mastered {
		says = append(says, fmt.Sprintf("%d of %d skills known", l.known(), n))
	}
	if len(l.Due) > 0 {
		says = append(says, fmt.Sprintf("%d due", len(l.Due)))
	}
	if !l.Asked() {
		return strings.Join(says, ", ") + newSkills(len(l.Skills))
	}
	return strings.Join(says, ", ")
}

func newSkills(n int) string {
	if n == 0 {
		return ""
	}
	return ", " + count(n, "new skill")
}

// Percent tells how likely a skill is recalled now. Only what is certain has all of a hundred, and it is empty for a new one.
func Percent(k *review.Skill) string {
	if k.Asked == 0 {
		return ""
	}
	return fmt.Sprintf("%.0f %%", math.Floor(100*k.Recall))
}

// When tells when a skill is due, and whether it fades. It is empty for a new one.
func (a *Account) When(k *review.Skill) string {
	switch {
	case k.Due.IsZero():
		return ""
	case k.IsDue:
		return "due now"
	case k.Fading:
		return "fading, " + in(k.Due.Sub(a.Now))
	}
	return in(k.Due.Sub(a.Now))
}

const day = 24 * time.Hour

// in tells after how many days something comes, a part of a day as a whole one.
func in(d time.Duration) string {
	return "in " + count(max(int(math.Ceil(float64(d)/float64(day))), 1), "day")
}

// Told are the words for skills, with what they mean, in the order in which a skill comes to them.
var Told = [][2]string{
	{"new", "never asked for."},
	{"met", "the last answer took help, a slip had to be mended, or all lines stood there."},
	{"fresh", "the last answer was right at once and without help."},
	{"known", "two such answers in a row, to different questions or values, with a night of eight hours between."},
	{"presumed", "likely known, by the questions that found out where to begin; nothing proves it yet."},
	{"%", "how likely you recall it now, by the model of memory FSRS."},
	{"fading", "more than half of the time until it is due has passed."},
	{"due", "that has fallen to 90 %, or something that the skill rests on had to be shown."},
}

// Words returns the words that are explained: those of Told, what is presumed only where something is.
func (a *Account) Words() [][2]string {
	for i := range a.Lessons {
		for k := range a.Lessons[i].Skills {
			if a.Lessons[i].Skills[k].Mastery == review.Presumed {
				return Told
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(Told), func(w [2]string) bool { return w[0] == review.Presumed.String() })
}

// Masteries explains the words for how far a skill is learnt, new left out.
func Masteries() string {
	const first, end = 1, 4 // in Told
	var all []string
	for _, w := range Told[first:end] {
		all = append(all, w[0]+": "+w[1])
	}
	return strings.Join(all, " ")
}

// Soon tells how many skills are due now, and how many become so when.
func (a *Account) Soon() string {
	var when []string
	for i, n := range a.Coming {
		if n > 0 {
			when = append(when, fmt.Sprintf("%d %s", n, in(time.Duration(i+1)*day)))
		}
	}
	now := "Due now: " + count(a.Due, "skill")
	if len(when) == 0 {
		return fmt.Sprintf("%s; no other in the next %d days.", now, len(a.Coming))
	}
	return now + "; then " + strings.Join(when, ", ") + "."
}

// Ahead tells how many skills are due now, and how many more will be in the days to come.
func (a *Account) Ahead() string {
	more := 0
	for _, n := range a.Coming {
		more += n
	}
	return fmt.Sprintf("Due now: %s; within %d days %d more.", count(a.Due, "skill"), len(a.Coming), more)
}

// Made tells how often a slip was made, and when last.
func (a *Account) Made(s *review.Slip) string {
	return fmt.Sprintf("%s, last on %s", times(s.Times), a.Date(s.Last))
}

// In names the skills in whose questions a slip was made.
func (a *Account) In(s *review.Slip) string {
	names := make([]string, len(s.Skills))
	for i, id := range s.Skills {
		names[i] = a.skills[id]
	}
	return strings.Join(names, "; ")
}

// Derivation names a derivation: its place in the course and its title.
func (a *Account) Derivation(d *session.Derivation) string { return a.Place(d.Lesson, d.Screen) }

// Place names a screen of a lesson, or what is asked in practice alone: its place in the course and its title.
func (a *Account) Place(lesson *lessons.Entry, screen lessons.Heading) string {
	practised := !slices.ContainsFunc(lesson.Screens, func(h lessons.Heading) bool { return h.ID == screen.ID })
	for i := range a.Lessons {
		if a.Lessons[i].Entry == lesson && practised {
			return fmt.Sprintf("%d %s", lesson.Number, screen.Title)
		} else if a.Lessons[i].Entry == lesson {
			return fmt.Sprintf("%d.%d %s", lesson.Number, screen.Number, screen.Title)
		}
	}
	return screen.Title
}

// How tells how a derivation was done, and when.
func (a *Account) How(d *session.Derivation) string {
	return fmt.Sprintf("%s, %s, %s", d.Level, a.Help(d.Aided, d.Shown), a.Date(d.At))
}

// Help tells how much help a question took.
func (a *Account) Help(aided, shown bool) string {
	switch {
	case shown:
		return "with something shown"
	case aided:
		return "with help or a slip"
	}
	return "without help"
}

// Date writes a day of the calendar here.
func (a *Account) Date(t time.Time) string {
	if t.IsZero() {
		return "an unknown day"
	}
	return t.In(a.Now.Location()).Format("2 January 2006")
}

// count writes a number with what is counted.
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}
