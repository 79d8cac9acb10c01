package grade_test

import (
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/grade"
)

// TestGivenUp fails when an answer is still judged, or a hint computed, after it was given up, and when the attempt is not
// the same as before.
func TestGivenUp(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	close(done)
	s, _ := course.Screen("sigmoid-derivative/in-terms-of-g")
	a := grade.New(course, s.Question, grade.Options{Level: lessons.Free})
	const line = "1/(1+e^(-x))-1/(1+e^(-x))^2"
	if f := a.JudgeUntil(done, line); f.Kind != grade.Unsure || len(f.Say) == 0 {
		t.Errorf("given up: %s %v", f.Kind, f.Say)
	}
	f := a.Answer(line)
	if f.Kind != grade.Step {
		t.Fatalf("%s: %s", line, f.Kind)
	}
	if f.Scope.Meter() != nil {
		t.Error("the feedback draws on the meter of its answer")
	}
	if !a.NeedsAid() {
		t.Fatal("the line is on the model's way: choose another for this test")
	}
	a.Help(a.AidUntil(done))
	if h, ok := a.Hint(); !ok || h.Say.Plain() == "" {
		t.Error("no hint without the aid that was given up")
	}
}
