package record

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"chainrule/tui/account"
)

// marksOf are the marks of a day: none, reading alone, and from each of these numbers of questions on.
var (
	marksOf      = []rune("·░▒▓█")
	asciiMarksOf = []rune(".-+*#")
	questions    = []int{1, 10, 20}
)

// The columns of the names of days, and of a week.
const (
	namesWide = 4
	weekWide  = 2
)

// calendar draws the days of study, a column for each week.
func (t *text) calendar(a *account.Account) {
	s := t.styles
	weeks := a.Weeks()
	weeks = weeks[:min(len(weeks), (t.width-namesWide)/weekWide)]
	slices.Reverse(weeks)
	t.blank()
	t.title("Days of study", fmt.Sprintf("%d since %s", len(a.Days), a.Date(a.Days[0].Date)))
	t.lines = append(t.lines, s.Muted.Render(months(weeks)))
	marks := marksOf
	if s.Look.ASCII {
		marks = asciiMarksOf
	}
	for day := range 7 {
		var line strings.Builder
		for _, w := range weeks {
			mark := marks[0]
			if w.Monday.AddDate(0, 0, day).After(a.Now) {
				mark = ' '
			}
			if one := w.Days[day]; one != nil {
				mark = marks[1+levelOf(one.Questions)]
			}
			line.WriteRune(mark)
			line.WriteByte(' ')
		}
		name := weeks[0].Monday.AddDate(0, 0, day).Format("Mon")
		t.lines = append(t.lines, s.Muted.Render(name+" ")+s.Right.UnsetBold().Render(strings.TrimRight(line.String(), " ")))
	}
	t.say("", s.Muted, fmt.Sprintf("%c none  %c read only  %c questions  %c from %d  %c from %d", marks[0], marks[1], marks[2],
		marks[3], questions[1], marks[4], questions[2]))
}

// levelOf returns 0 for no question, and one more from each of the numbers on.
func levelOf(n int) int {
	level := 0
	for _, from := range questions {
		if n >= from {
			level++
		}
	}
	return level
}

// months writes the name of each month above the first week that begins in it, where there is room.
func months(weeks []account.Week) string {
	line := strings.Repeat(" ", namesWide)
	for i, w := range weeks {
		at := namesWide + i*weekWide
		if i > 0 && weeks[i-1].Monday.Month() == w.Monday.Month() || len(line) > at {
			continue
		}
		name := w.Monday.Format("Jan")
		if w.Monday.Month() == time.January && i > 0 {
			name = w.Monday.Format("Jan 2006")
		}
		line += strings.Repeat(" ", at-len(line)) + name + " "
	}
	return strings.TrimRight(line, " ")
}
