package review

import (
	"strings"
	"testing"

	"chainrule/lessons/content"
)

// TestFits puts questions behind others, and tells the bounds that they keep: the kind of answer is given up first, then the
// lesson, then the skill; the number of derivations never is.
func TestFits(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	s := New(c)
	find := func(screen string) *item {
		lesson, _, _ := strings.Cut(screen, "/")
		it := s.item(lesson, screen)
		if it == nil {
			t.Fatalf("no question %s", screen)
		}
		return it
	}
	for _, row := range []struct{ before, next, keeps string }{
		{"", "sigmoid/values", "kind"},
		{"sigmoid/values", "sigmoid-derivative/square", "kind"},
		{"sigmoid/values", "entropy/surprise", "lesson"},
		{"sigmoid/values", "sigmoid/values", "any"},
		{"sigmoid/use", "sigmoid/inverse", "skill"},
		{"bce-derivative/label-0", "sigmoid-derivative/denominator", "few"},
		{"sigmoid/forms sigmoid/values sigmoid/symmetry sigmoid/range", "entropy/logarithm", "kind"},
		{"sigmoid/forms sigmoid/symmetry sigmoid/odds sigmoid/values", "entropy/logarithm", "none"},
		{"sigmoid/forms sigmoid/symmetry sigmoid/odds " + strings.Repeat("sigmoid/values ", 9), "entropy/logarithm", "kind"},
	} {
		p := &planner{State: s}
		for id := range strings.FieldsSeq(row.before) {
			p.before = append(p.before, find(id))
		}
		keeps := "none"
		for b, name := range []string{anyTask: "any", otherTask: "other", fewDerived: "few", newSkill: "skill", newLesson: "lesson", newKind: "kind"} {
			if p.fits(find(row.next), bound(b)) {
				keeps = name
			}
		}
		if keeps != row.keeps {
			t.Errorf("%s after %q keeps the bounds up to %s, want %s", row.next, row.before, keeps, row.keeps)
		}
	}
}
