package account

import (
	"fmt"
	"strings"
	"time"

	"chainrule/lessons/review"
)

// Lines tells the account in lines of about so many columns. What is listed is numbered where it can be asked for.
func (a *Account) Lines(width int) []string {
	l := &teller{width: width}
	if a.Empty() {
		l.say(0, "", Beginning)
		l.lessons(a)
		return l.lines
	}
	l.say(0, "", a.Soon())
	l.lessons(a)
	l.blank()
	for _, w := range a.Words() {
		l.say(0, w[0]+": ", w[1])
	}
	l.days(a)
	l.slips(a)
	l.derivations(a)
	return l.lines
}

// Beginning is said of an empty record.
const Beginning = "Your record is empty so far. What you answer in the lessons fills it: which skills you have and how well you keep them, what is due when, the days on which you studied, slips, and your derivations."

// A teller gathers lines.
type teller struct {
	width int
	lines []string
}

func (t *teller) blank() { t.lines = append(t.lines, "") }

// say adds words behind a label, in lines below each other.
func (t *teller) say(indent int, label, words string) {
	line := strings.Repeat(" ", indent) + label
	hang := len([]rune(line))
	column := hang
	for i, w := range strings.Fields(words) {
		wide := len([]rune(w))
		switch {
		case i == 0:
		case column+1+wide > t.width:
			t.lines = append(t.lines, line)
			line, column = strings.Repeat(" ", hang), hang
		default:
			line, column = line+" ", column+1
		}
		line, column = line+w, column+wide
	}
	t.lines = append(t.lines, strings.TrimRight(line, " "))
}

func (t *teller) lessons(a *Account) {
	t.blank()
	for i := range a.Lessons {
		l := &a.Lessons[i]
		if l.Entry == nil && !l.Asked() {
			continue
		}
		t.say(0, "", strings.TrimSuffix(l.Name()+": "+l.Stands(), ": "))
		if !l.Asked() {
			continue
		}
		for k := range l.Skills {
			one := &l.Skills[k]
			t.say(3, fmt.Sprintf("%-5s  %5s  %-18s", one.Mastery, Percent(one), a.When(one))+" ", one.Say)
		}
	}
}

// days tells the days of study, the latest week first, and how many days there were before the last weeks.
func (t *teller) days(a *Account) {
	t.blank()
	t.say(0, "", fmt.Sprintf("Study: %s, with the number of questions that came to their end.", count(len(a.Days), "day")))
	const mostWeeks = 12
	var said []string
	weeks, left := 0, len(a.Days)
	for _, w := range a.Weeks() {
		if weeks == mostWeeks && left > 0 {
			t.say(3, "", fmt.Sprintf("before that: %s since %s", count(left, "day"), a.Date(a.Days[0].Date)))
			return
		}
		said = said[:0]
		for i, d := range w.Days {
			if d != nil {
				said = append(said, fmt.Sprintf("%s %d", w.Monday.AddDate(0, 0, i).Format("Mon"), d.Questions))
				left--
			}
		}
		if len(said) > 0 {
			weeks++
			t.say(3, "week of "+w.Monday.Format("2 January 2006")+": ", strings.Join(said, ", "))
		}
	}
}

func (t *teller) slips(a *Account) {
	if len(a.Slips) == 0 {
		return
	}
	t.blank()
	t.say(0, "", "Slips, those that explained most wrong answers first:")
	for i := range a.Slips {
		s := &a.Slips[i]
		t.say(3, a.Made(s)+": ", s.Inside())
		if in := a.In(s); in != "" {
			t.say(3, "in: ", in)
		}
	}
}

func (t *teller) derivations(a *Account) {
	if len(a.Derivations) == 0 {
		return
	}
	t.blank()
	t.say(0, "", "Finished derivations, the latest first:")
	for i := range a.Derivations {
		d := &a.Derivations[i]
		t.say(2, fmt.Sprintf("%2d. ", i+1), a.Derivation(d)+": "+a.How(d))
	}
}

// A Week is one of the calendar. Days are those of study from Monday on, nil where there was none.
type Week struct {
	Monday time.Time
	Days   [7]*review.Day
}

// Weeks returns the weeks from the present one back to the first day of study, the latest first. A day that the computer's
// calendar put behind today has a week of its own before them.
func (a *Account) Weeks() []Week {
	if len(a.Days) == 0 {
		return nil
	}
	const mostWeeks = 53 * 200 // a clock may have been wrong by a century
	latest := monday(a.Now)
	if last := a.Days[len(a.Days)-1].Date; last.After(latest) {
		latest = monday(last)
	}
	var all []Week
	left := len(a.Days) - 1
	for at := latest; left >= 0 && len(all) < mostWeeks; at = at.AddDate(0, 0, -7) {
		w := Week{Monday: at}
		for ; left >= 0 && !a.Days[left].Date.Before(at); left-- {
			w.Days[weekday(a.Days[left].Date)] = &a.Days[left]
		}
		all = append(all, w)
	}
	return all
}

// weekday counts from Monday, which is 0.
func weekday(t time.Time) int { return (int(t.Weekday()) + 6) % 7 }

// monday returns the midnight at which the week of a time began.
func monday(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d-weekday(t), 0, 0, 0, 0, t.Location())
}
