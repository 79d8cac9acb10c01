package grade_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/grade"
)

// labs are the labs of the course with gradients that learners type.
var labs = []struct {
	screen string
	typed  []string
}{
	{"linear-regression/run", []string{
		"1/m * sum(i=1..m, (h_i-y_i) x_ij)",
		"-1/m * sum(i=1..m, (h_i-y_i) x_ij)",
		"1/m * sum(i=1..m, h_i-y_i)",
		"sum(i=1..m, (h_i-y_i) x_ij)",
		"2/m * sum(i=1..m, (h_i-y_i) x_ij)",
		"1/(2m) * sum(i=1..m, (h_i-y_i) x_ij)",
		"1/m * sum(i=1..m, (h_i-y_i) x_i1)",
		"1/m * sum(i=1..m, h_i x_ij)",
		"1/m * sum(i=1..m, (h_i-y_i)^2*x_ij)",
		"1/11 * sum(i=1..11, (h_i-y_i) x_ij)",
		"(h_i-y_i) x_ij",
		"1/m * sum(i=1..m, (h_i-y_i) x_ik)",
		"1/m * sum(i=1..m, (h_i-y_i) x_i2)",
	}},
	{"logistic-regression/run", []string{
		"1/m * sum(i=1..m, (ŷ_i-t_i) x_ij)",
		"-1/m * sum(i=1..m, (ŷ_i-t_i) x_ij)",
		"1/m * sum(i=1..m, ŷ_i-t_i)",
		"sum(i=1..m, (ŷ_i-t_i) x_ij)",
		"2/m * sum(i=1..m, (ŷ_i-t_i) x_ij)",
		"1/m * sum(i=1..m, (ŷ_i-(1-t_i)) x_ij)",
		"1/m * sum(i=1..m, (ŷ_i-t_i)*ŷ_i*(1-ŷ_i) x_ij)",
		"1/m * sum(i=1..m, (ŷ_i-t_i)/(ŷ_i*(1-ŷ_i))*x_ij)",
		"1/m * sum(i=1..m, (θ_0+θ_1 x_i1-t_i) x_ij)",
		"1/m * sum(i=1..m, (ŷ_i-t_i) x_i1)",
	}},
}

// TestLabs tells what is said to each gradient: of the formula, of its runs, and by the second judge. Runs of different
// gradients are told apart by the words, the judge's included. UPDATE_GOLDEN=1 writes the words anew.
func TestLabs(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, l := range labs {
		screen, err := course.Screen(l.screen)
		if err != nil {
			t.Fatalf("no screen %s", l.screen)
		}
		fmt.Fprintf(&b, "== %s ==\n", l.screen)
		seen := map[string]string{}
		for _, typed := range l.typed {
			told := tellLab(&b, course, screen.Question.(*lessons.Lab), typed)
			if before, same := seen[told]; same && told != "" {
				t.Errorf("%s and %s are told alike: %s", typed, before, told)
			}
			seen[told] = typed
		}
	}
	const golden = "testdata/labs/said.txt"
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != b.String() {
		t.Errorf("%s holds other words; got\n%s", golden, b.String())
	}
}

// tellLab writes what is said to a gradient, and returns what is said of its runs, without the figures.
func tellLab(b *strings.Builder, course *lessons.Course, q *lessons.Lab, typed string) string {
	f := grade.New(course, q, grade.Options{}).Judge(typed)
	fmt.Fprintf(b, "\n> %s\n%s %s\n", typed, f.Kind, f.Slip)
	for _, s := range f.Say {
		fmt.Fprintf(b, "  %s\n", s.Plain())
	}
	if f.Trial == nil {
		return ""
	}
	told := ""
	for k, run := range q.Runs {
		r := f.Trial.Start(k, run.Step).Finish()
		fmt.Fprintf(b, "%s: %s\n", run.Name, f.Trial.Tell(r).Plain())
		told += f.Trial.Result(r).Ending.String() + " "
	}
	fmt.Fprintf(b, "%s\n", f.Trial.Judge().Plain())
	return fmt.Sprint(f.Kind, told, f.Trial.Measured.Match, f.Trial.Measured.Agrees)
}

func TestLabIsDone(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	screen, _ := course.Screen("linear-regression/run")
	a := grade.New(course, screen.Question, grade.Options{})
	for _, step := range []struct {
		typed string
		kind  grade.Kind
		runs  bool
	}{
		{"1/m * sum(i=1..m, h_i", grade.Unreadable, false},
		{"1/m * sum(i=1..m, (h_i-q_i) x_ij)", grade.Unreadable, false},
		{"1/0", grade.Undefined, false},
		{"sum(i=1..m, (h_i-y_i) x_ij)", grade.Wrong, true},
		{"Σ_i (h_i-y_i) x_ij", grade.Wrong, true}, // without bounds it runs as far as that of the loss
		{`\frac{1}{m}\sum_k(h_k-y_k)x_j^{(k)}`, grade.Right, true},
	} {
		if f := a.Answer(step.typed); f.Kind != step.kind || (f.Trial != nil) != step.runs {
			t.Errorf("%s: %s, runs %v", step.typed, f.Kind, f.Trial != nil)
		}
	}
	if s := a.State(); !s.Finished || a.Unaided() {
		t.Errorf("%+v", s)
	}
	shown := grade.New(course, screen.Question, grade.Options{})
	for range 3 {
		shown.Hint()
	}
	if f := shown.Reveal(); f.Trial == nil || !f.Trial.Right || !shown.State().Finished {
		t.Errorf("shown: %+v", f)
	}
}
