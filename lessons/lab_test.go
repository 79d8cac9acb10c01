package lessons_test

import (
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"chainrule/lessons"
	"chainrule/lessons/check"
	"chainrule/lessons/content"
)

// labLesson is a lesson around the lab that the description of the format shows.
func labLesson(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	example := regexp.MustCompile("(?s)```lab\n.*?\n```\n").Find(page)
	if example == nil {
		t.Fatal("no lab in FORMAT.md")
	}
	var b strings.Builder
	b.WriteString("+++\nid = \"demo\"\ntitle = \"Demo\"\n")
	for _, s := range []string{"θ_0", "θ_1", "x_ij", "x_i", "y_i"} {
		b.WriteString("[[symbol]]\nname = \"" + s + "\"\ndomain = \"real\"\nmeans = \"a number\"\n")
	}
	b.WriteString("[[symbol]]\nname = \"m\"\ndomain = \"nat\"\nmeans = \"how many\"\n+++\n# Demo\n\n## Run {#run}\n\n")
	b.Write(example)
	return b.String()
}

var builtIn = sync.OnceValues(content.Course)

func loadLab(t *testing.T, text string) (*lessons.Course, error) {
	t.Helper()
	base, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	return lessons.LoadFile("demo.md", []byte(text), base)
}

func TestLab(t *testing.T) {
	course, err := loadLab(t, labLesson(t))
	if err != nil {
		t.Fatal(err)
	}
	faults, remarks := check.Course(course)
	for _, f := range append(faults, remarks...) {
		t.Error(f)
	}
	all, err := course.All()
	if err != nil {
		t.Fatal(err)
	}
	q := all[0].Screens[0].Question.(*lessons.Lab)
	if q.Model.Inputs() != 1 || len(q.Model.Data) != 3 || len(q.Runs) != 2 || !q.Runs[1].Centred || q.Called != "J" {
		t.Errorf("%+v", q)
	}
	if y, ok := q.Predicted([]float64{1, 2}, 10); !ok || y != 21 {
		t.Errorf("at 1 + 2x the model says %g to 10", y)
	}
}

// TestLabFaults plants one fault at a time: what to replace, by what, and what is said, by the loader or by the check.
func TestLabFaults(t *testing.T) {
	good := labLesson(t)
	for _, c := range []struct{ old, planted, want string }{
		{`called = "J"`, ``, `the loss of the lab has no name; write called = "J"`},
		{`called = "J"`, `names = "J"`, `unknown key "names"; the keys here are id, ask, skills, uses, scope, define, given, free, teaches, answer, accept, hints, loss, called, *`},
		{`step = 0.3`, `alpha = 0.3`, `unknown key "run.alpha"; the keys here are name, step, steps, centred, log`},
		{`parameters = ["θ_0", "θ_1"]`, `parameters = []`, `the lab has no parameters; write parameters = ["θ_0", "θ_1"], one more than there are inputs`},
		{`parameters = ["θ_0", "θ_1"]`, `parameters = ["θ_0", "2"]`, `2 is no symbol; name one letter that is declared`},
		{`input = "x_ij"`, `input = "x_i"`, `these letters do not fit the data; write input = "x_ij", target = "y_i" and count = "m"`},
		{`predict = "θ_0+θ_1 x"`, `predict = "θ_0+θ_1 y_1"`, `θ_0+θ_1 y_1 is no function of the parameters and x; use no other letter`},
		{`predict = "θ_0+θ_1 x"`, `predict = "θ_0+"`, `*`},
		{`input = "x_ij"`, ``, `the lab lacks input; write it as a formula in quotes`},
		{`[3, 4]]`, `[3]]`, `this example does not fit the parameters; write 1 inputs, then the target`},
		{`[3, 4]]`, `[3, inf]]`, `this example does not fit the parameters; write 1 inputs, then the target`},
		{`data = [[1, 2], [2, 2], [3, 4]]`, `data = []`, `the lab has 0 examples; write data = [[x, y], …], 2 to 200 of them`},
		{`start = [0, 0]`, `start = [0]`, `start does not give each parameter a value; write start = [2 numbers]`},
		{`at = [1, 1]`, ``, `at does not give each parameter a value; write at = [2 numbers]`},
		{`places = 4`, ``, `the lab does not say how many places the fit has; write places = 4, without quotes`},
		{`h = 1e-5`, ``, `the lab does not say how the second judge measures slopes; write h = 1e-5, the half width of the central differences`},
		{`least = 0.1111`, ``, `the lab does not say what the loss is at the fit; write least = …`},
		{`steps = 1000`, `steps = 0`, `this run lacks a name, a step size or a number of steps; write name, step > 0 and steps from 1 to 100000`},
		{`loss = "1/(2m) * sum(i=1..m, (h_i-y_i)^2)"`, `loss = "1/(2m) * sum(i=1..m+1, (h_i-y_i)^2)"`, `x has no value in the data; use the parameters, the inputs, the target and the count`},
		{`answer = "1/m * sum(i=1..m, h_i-y_i)"`, `answer = "h_i-y_i"`, `x has no value in the data; use the parameters, the inputs, the target and the count`},
		{`fit = [0.6667, 1.0000]`, `fit = [0.6666, 1.0000]`, `the answer 1/m * sum(i=1..m, (h_i-y_i) x_ij) does not reach the fit in this run: *`},
		{`least = 0.1111`, `least = 0.1112`, `at the fit the loss is 0.11111111, not 0.1112; write the loss with as many digits as are known*`},
		{`steps = 100` + "\n", `steps = 5` + "\n", `the answer 1/m * sum(i=1..m, (h_i-y_i) x_ij) does not reach the fit in this run: *`},
		{`loss = "1/(2m)`, `loss = "1/m`, `the slopes measured are not those of the answer 1/m * sum(i=1..m, (h_i-y_i) x_ij): *`},
		{`answer = "1/m * sum(i=1..m, h_i-y_i)"`, `answer = "1/m * sum(k=1..m, (h_k-y_k) x_kj)"`, `this wrong answer is right; make it wrong or take it out`},
		{`answer = "1/m * sum(i=1..m, h_i-y_i)"`, `answer = "1/3 * sum(i=1..3, (h_i-y_i) x_ij)"`, `nothing shows that 1/3 * sum(i=1..3, (h_i-y_i) x_ij) is wrong: it reaches the fit, and the slopes measured agree; *`},
	} {
		if strings.Count(good, c.old) != 1 {
			t.Fatalf("%q stands %d times", c.old, strings.Count(good, c.old))
		}
		course, err := loadLab(t, strings.Replace(good, c.old, c.planted, 1))
		var said string
		if err != nil {
			said = err.Error()
		} else if faults, _ := check.Course(course); len(faults) > 0 {
			said = faults.Error()
		}
		if !saying(said, c.want) {
			t.Errorf("%s:\n got %s\nwant %s", c.planted, said, c.want)
		}
	}
}

// saying reports whether one of the faults is the one wanted: without its place, up to a star.
func saying(faults, want string) bool {
	place := regexp.MustCompile(`^demo\.md:\d+:\d+: `)
	for f := range strings.SplitSeq(faults, "\n") {
		at := place.FindString(f)
		before, _, open := strings.Cut(want, "*")
		if open {
			before = want[:strings.LastIndex(want, "*")]
		}
		if f = strings.TrimPrefix(f, at); at != "" && (f == want || open && strings.HasSuffix(want, "*") && strings.HasPrefix(f, before)) {
			return true
		}
	}
	return false
}

// TestRunWords plants faults into the words about runs.
func TestRunWords(t *testing.T) {
	for text, want := range map[string]string{
		"[[ending]]\nid = \"gone\"\n":                                             `runs.toml:1:3: the ID "gone" is unknown or taken; the IDs are reached, unmoved, opposite, *`,
		"[[match]]\nid = \"same\"\nwrong = \"{a}\"\n":                             `runs.toml:3:10: there is no figure {a}; the figures are J, alpha, *`,
		"[[ending]]\nid = \"late\"\nsay = \"x\"\n":                                `runs.toml:3:1: unknown key "ending.say"; the keys here are id, wrong, right`,
		"[[ending]]\nid = \"late\"\nwrong = \"x\"\n\n[[ending]]\nid = \"late\"\n": `runs.toml:5:3: the ID "late" is unknown or taken; *`,
	} {
		all := files(demo)
		all["runs.toml"] = &fstest.MapFile{Data: []byte(text)}
		_, err := lessons.Load(all, nil)
		if err == nil || !strings.HasPrefix(err.Error(), strings.TrimSuffix(want, "*")) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
