package review_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
)

// TestStudy counts what a record page tells.
func TestStudy(t *testing.T) {
	c := course(t)
	s := review.New(c)
	for _, one := range []string{
		"0 sigmoid/values 0 slip:sign slip:own mended", "0.1 sigmoid/use 0 slip:one-minus mended", "1 sigmoid/use 1 slip:one-minus mended",
		"1 sigmoid/use 2 slip:sign slip:sign mended", "2 entropy/surprise 0 slip:log-base right",
	} {
		s.Take(endOf(t, c, one))
	}
	var slips []string
	for _, one := range s.Slips(at(3)) {
		slips = append(slips, fmt.Sprintf("%s %d in %s, %.0f days ago", one.ID, one.Times, strings.Join(one.Skills, " "), at(3).Sub(one.Last).Hours()/24))
	}
	want := "sign 3 in sigmoid-symmetry sigmoid-value, 2 days ago; one-minus 2 in sigmoid-symmetry, 2 days ago; log-base 1 in surprise, 1 days ago"
	if got := strings.Join(slips, "; "); got != want {
		t.Errorf("slips %s, want %s", got, want)
	}
	for zone, want := range map[*time.Location]string{
		time.UTC:                            "2 Jan 2, 3 Jan 2, 4 Jan 1",
		time.FixedZone("", 2*60*60):         "2 Jan 1, 3 Jan 3, 4 Jan 1",
		time.FixedZone("", 5*60*60+45*60):   "3 Jan 2, 4 Jan 2, 5 Jan 1",
		time.FixedZone("", -20*60*60-15*60): "1 Jan 1, 2 Jan 3, 3 Jan 1",
	} {
		var days []string
		for _, d := range s.Days(zone) {
			days = append(days, fmt.Sprintf("%s %d", d.Date.Format("2 Jan"), d.Questions))
		}
		if got := strings.Join(days, ", "); got != want {
			t.Errorf("in %v: %s, want %s", zone, got, want)
		}
	}
	if got := s.Coming(at(3)); got[0] != 2 || got[2] != 1 || sum(got[:]) != 3 {
		t.Errorf("coming: %v", got)
	}
	if due := s.Due(at(3)); due != 2 {
		t.Errorf("%d are due", due)
	}
}

func sum(all []int) (s int) {
	for _, n := range all {
		s += n
	}
	return s
}

// TestLessons goes through the first lesson and watches what is said of it.
func TestLessons(t *testing.T) {
	c := course(t)
	s := review.New(c)
	first := func(now float64) string {
		l := s.Lessons(at(now))[c.First()]
		return fmt.Sprintf("%s, %d left, %d known, %d due", l.Progress, len(l.Screens)-l.Done, l.Known, len(l.Due))
	}
	expect := func(now float64, want string) {
		t.Helper()
		if got := first(now); got != want {
			t.Errorf("on day %g: %s, want %s", now, got, want)
		}
	}
	lesson := lessonsOf(t, c)[0]
	screens := lesson.Screens
	expect(0, fmt.Sprintf("not begun, %d left, 0 known, 0 due", len(screens)))
	s.Take(journal.End{At: at(0), Lesson: "sigmoid", Screen: screens[0].ID})
	expect(0, fmt.Sprintf("begun, %d left, 0 known, 0 due", len(screens)-1))
	finish(s, lesson, at(0))
	expect(0, "finished, 0 left, 0 known, 0 due")
	expect(30, "finished, 0 left, 0 known, 7 due")
	for day := 1.0; day < 3; day++ {
		for _, l := range [][]*lessons.Screen{screens, lesson.Review} {
			for _, screen := range l {
				if screen.Question != nil {
					s.Take(answered(screen, at(day), uint64(day), "review"))
				}
			}
		}
	}
	expect(2, "all known, 0 left, 7 known, 0 due")
	if l := s.Lessons(at(2))[c.First()+1]; l.Progress != review.NotBegun {
		t.Errorf("the second lesson is %s", l.Progress)
	}
	if due, k := len(s.Lessons(at(99))[c.First()].Due), s.Due(at(99)); due != k {
		t.Errorf("%d of %d are due in the first lesson", due, k)
	}
}
