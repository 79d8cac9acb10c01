package check_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"chainrule/lessons"
	"chainrule/lessons/check"
	"chainrule/lessons/content"
)

// TestFaults plants one fault at a time into a lesson of the course, and reads what the check says of it.
func TestFaults(t *testing.T) {
	sigmoid := read(t, "sigmoid.md")
	for _, c := range []struct{ old, planted, want string }{
		{`marks = [[-5.5, 0.0041]`, `marks = [[-5.5, 0.0051]`, `the mark (-5.5, 0.0051) lies on no curve; correct the mark`},
		{`answer = "1/(1+e^x)"` + "\nslip = \"sign\"\nsay = \"The minus", `answer = "g(x)"` + "\nslip = \"sign\"\nsay = \"The minus", `the wrong answer 0.0041 is graded right; take it out`},
		{`answer = "s"`, `answer = "1-s"`, `the wrong answer 0.1192 is graded right; take it out`},
		{`answer = "s"`, `answer = "-s"`, `the wrong answer -0.8808 does not get its own words; put this one before the other, or take one out`},
		{
			`is = "e^x/(e^x+e^x e^(-x))"`, `is = "e^x/(e^x+e^x e^(x))"`,
			`line 2 is not equal to what stands before it: 0.2689 against 0.7311 at x = 1; correct it`,
		},
		{`also = ["1/(1+1/e^x)"`, `also = ["1/(1+1/e^(-x))"`, `this line off the path is not equal to what stands before it`},
		{`answer = "e^x/(1+1)"`, `answer = "e^x/(1+1e^x)"`, `this wrong answer is right; take it out`},
		{`answer = "ln(y/(1-y))"`, `answer = "ln(y/(1+y))"`, `this right answer is not equal to what stands before it`},
		{`accept = ["ln(y)-ln(1-y)"`, `accept = ["ln(y)+ln(1-y)"`, `this right answer is not equal to what stands before it`},
		{`Bring the 1 over: $e^(-x) = (1-y)/y$.`, `It is $ln(y/(1-y))$.`, `hint 2 gives the answer away; say less`},
		{`false = 3`, `false = 2`, `the false line is right; take it out`},
		{`is = "1/(e^x+1)"`, `is = "1/(e^x-1)"`, `the repaired line is not equal to what stands before it`},
		{`form = "as-goal"` + "\nhints = [\n  \"Expand the fraction", `form = "expanded"` + "\nhints = [\n  \"Expand the fraction", ``},
		{`answer = "e^x-1"` + "\nform", `answer = "e^x-2"` + "\nform", `the answer is not equal to what stands before it: 0.7183 against 1.718 at x = 1; correct it`},
		{`rules = ["expand-fraction"]` + "\nnote = \"by $e^x$, which", `rules = ["cancel"]` + "\nnote = \"by $e^x$, which", ``},
	} {
		if strings.Count(sigmoid, c.old) == 0 {
			t.Fatalf("nothing to replace: %q", c.old)
		}
		faults := checked(t, strings.Replace(sigmoid, c.old, c.planted, 1))
		switch {
		case c.want == "" && len(faults) == 0:
		case len(faults) == 0:
			t.Errorf("%q: nothing found", c.planted)
		case !strings.Contains(faults.Error(), c.want) || !strings.HasPrefix(faults[0].Error(), "sigmoid.md:"):
			t.Errorf("%q:\n got %s\nwant %s", c.planted, faults, c.want)
		}
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "content", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func checked(t *testing.T, sigmoid string) lessons.Faults {
	t.Helper()
	base, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	course, err := lessons.Load(fstest.MapFS{"sigmoid.md": {Data: []byte(sigmoid)}}, base)
	if err != nil {
		t.Fatal(err)
	}
	faults, _ := check.Course(course)
	return faults
}
