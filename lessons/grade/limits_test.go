package grade_test

import (
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/grade"
)

// TestNastyAnswers demands an answer, with words, to whatever is typed into whatever question.
func TestNastyAnswers(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing")
	}
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	nasty := []string{
		"", " ", "=", "10^9^9^9^9", strings.Repeat("(", 100_000), strings.Repeat("x+", 500_000), "\x00\x1b[31m", "\xff\xfe",
		"1/0", "0^0", "(x+1)^9999", "e^e^e^e^x", strings.Repeat("d/dx ", 60) + "x", "sum(i=1..10^9, i)", "y", "x", "g(g(g(x)))",
		"(((x-1)^77+e^x)^31-ln(x^2))^17/(1+e^(-x))^2", "999999999999999999999", "-1", "é", "\\frac", "9!9!9!", "ln(ln(ln(-x)))",
	}
	all, err := course.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range all {
		for _, s := range append(l.Screens, l.Review...) {
			if s.Question == nil {
				continue
			}
			for _, level := range levels(s.Question) {
				a := grade.New(course, s.Question, grade.Options{Level: level})
				for _, text := range nasty {
					if f := a.Judge(text); len(f.Say) == 0 || f.Say[0].Plain() == "" {
						t.Errorf("%s: %.40q gets no words", s.ID, text)
					}
				}
			}
		}
	}
}

// levels are those at which a question can be played.
func levels(q lessons.Question) []lessons.Level {
	if _, ok := q.(*lessons.Derive); ok {
		return []lessons.Level{lessons.Worked, lessons.Faded, lessons.Free}
	}
	return []lessons.Level{lessons.Free}
}

// TestRevealFinishes takes all hints at each question and lets the solution be shown, of a derivation line by line.
func TestRevealFinishes(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	all, err := course.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range all {
		for _, s := range append(l.Screens, l.Review...) {
			if s.Question == nil {
				continue
			}
			for _, level := range levels(s.Question) {
				a := grade.New(course, s.Question, grade.Options{Level: level, Seed: 7})
				places := 1
				if q, derives := s.Question.(*lessons.Derive); derives {
					places = len(q.Lines)
				}
				for ; places > 0 && !a.State().Finished; places-- {
					revealAt(t, s.ID, a)
				}
				if st := a.State(); !st.Finished || !st.Revealed || a.Unaided() {
					t.Errorf("%s at %s: not finished", s.ID, level)
				}
			}
		}
	}
}

func revealAt(t *testing.T, id string, a *grade.Attempt) {
	t.Helper()
	for a.State().CanHint {
		if h, ok := a.Hint(); !ok || h.Say.Plain() == "" {
			t.Errorf("%s: hint %d is empty", id, h.Rung)
		}
	}
	if !a.State().CanReveal {
		t.Errorf("%s: no reveal after the hints", id)
	}
	if f := a.Reveal(); f.Kind != grade.Revealed || len(f.Say) == 0 {
		t.Errorf("%s: %s", id, f.Kind)
	}
}

func BenchmarkAnswer(b *testing.B) {
	course, err := content.Course()
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct{ name, screen, text string }{
		{"true", "sigmoid-derivative/in-terms-of-g", "g(x)-g(x)^2"},
		{"listed", "sigmoid-derivative/in-terms-of-g", "g(x)(1+g(x))"},
		{"wrong", "sigmoid-derivative/quotient-rule", "-(1+e^(-x))^(-2)*x"},
	} {
		s, _ := course.Screen(c.screen)
		a := grade.New(course, s.Question, grade.Options{Level: lessons.Free})
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				a.Judge(c.text)
			}
		})
	}
}
