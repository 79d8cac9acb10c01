package content_test

import (
	"strings"
	"testing"

	"chainrule/lessons/content"
	"chainrule/mathcore/parse"
)

// TestExamplesCanBeTyped fails where a complaint shows an example that the question refuses: in letters of another lesson.
func TestExamplesCanBeTyped(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	all, err := course.All()
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	for _, l := range all {
		for _, screen := range l.Screens {
			if screen.Question == nil {
				continue
			}
			sc := screen.Question.About().Scope
			for _, line := range []string{"sum", "prod", "∂", "1+…+9", "ln", "x)'", "mean", "dot", "logsumexp", "softmax", "where(1, 1, 1)"} {
				_, complaint := parse.Read(line, sc)
				if complaint == nil || complaint.Want == "" {
					continue
				}
				for example := range strings.SplitSeq(complaint.Want, ", or ") {
					shown++
					typed := strings.ReplaceAll(example, "...", "1")
					if _, refused := parse.Read(typed, sc); refused != nil {
						t.Errorf("%s: of %s is said %q, but %s is refused: %s", screen.ID, line, complaint.Say(), typed, refused.Say())
					}
				}
			}
		}
	}
	if shown < 500 {
		t.Errorf("only %d examples were shown", shown)
	}
}
