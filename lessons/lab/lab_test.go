package lab_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"chainrule/lessons/lab"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// A bench is a model with its published fit and its two runs.
type bench struct {
	*lab.Model
	t     *testing.T
	fit   []float64
	at    []float64 // of the second judge
	rates [2]float64
	steps [2]int
}

func declared(t *testing.T) (*scope.Scope, func(string) expr.Node) {
	t.Helper()
	sc := &scope.Scope{Strict: true}
	if err := parse.Declare(sc, "θ_0: real; θ_1: real; x_i: real; y_i: real; x_ij: real; t_i: [0,1]; m: pos"); err != nil {
		t.Fatal(err)
	}
	for _, d := range []string{"x_i := x_i1", "h_i := θ_0+θ_1 x_i", "ŷ_i := σ(θ_0+θ_1 x_i)"} {
		if err := parse.Define(sc, d); err != nil {
			t.Fatal(err)
		}
	}
	return sc, func(source string) expr.Node {
		line, complaint := parse.Read(source, sc)
		if complaint != nil {
			t.Fatalf("%s: %s", source, complaint.Say())
		}
		return line.Right
	}
}

// line is the straight line through the first data set of Anscombe (1973).
func line(t *testing.T) *bench {
	t.Helper()
	b := model(t, "y_i", "1/(2m) * sum(i=1..m, (h_i-y_i)^2)")
	b.Data = [][]float64{
		{10, 8.04}, {8, 6.95}, {13, 7.58}, {9, 8.81}, {11, 8.33}, {14, 9.96}, {6, 7.24}, {4, 4.26}, {12, 10.84}, {7, 4.82}, {5, 5.68},
	}
	b.fit, b.at, b.rates, b.steps = []float64{3.0001, 0.5001}, []float64{1, 1}, [2]float64{0.01, 0.1}, [2]int{12000, 120}
	return b
}

// hours are those of study of twenty students, and who passed.
func hours(t *testing.T) *bench {
	t.Helper()
	b := model(t, "t_i", "1/m * sum(i=1..m, ln(1+e^(θ_0+θ_1 x_i))-t_i*(θ_0+θ_1 x_i))")
	b.Data = [][]float64{
		{0.50, 0},
		{0.75, 0},
		{1.00, 0},
		{1.25, 0},
		{1.50, 0},
		{1.75, 0},
		{1.75, 1},
		{2.00, 0},
		{2.25, 1},
		{2.50, 0},
		{2.75, 1},
		{3.00, 0},
		{3.25, 1},
		{3.50, 0},
		{4.00, 1},
		{4.25, 1},
		{4.50, 1},
		{4.75, 1},
		{5.00, 1},
		{5.50, 1},
	}
	b.fit, b.at, b.rates, b.steps = []float64{-4.0777, 1.5046}, []float64{0.1, 0.2}, [2]float64{0.5, 2}, [2]int{2000, 60}
	return b
}

func model(t *testing.T, target, loss string) *bench {
	t.Helper()
	sc, read := declared(t)
	symbol := func(name string) *expr.Symbol { return read(name).(*expr.Symbol) }
	return &bench{t: t, Model: &lab.Model{
		Parameters: []*expr.Symbol{symbol("θ_0"), symbol("θ_1")}, Input: symbol("x_ij"), Target: symbol(target), Count: symbol("m"),
		Loss: read(loss), Scope: sc,
	}}
}

func (b *bench) ready(source string, centred bool) *lab.Machine {
	b.t.Helper()
	line, complaint := parse.Read(source, b.Scope)
	if complaint != nil {
		b.t.Fatalf("%s: %s", source, complaint.Say())
	}
	m, stuck := b.Ready(line.Right, centred)
	if stuck != nil {
		b.t.Fatalf("%s: stuck at %v", source, stuck.Symbol)
	}
	return m
}

// run lets a formula run on the data as given (0) or centred (1).
func (b *bench) run(source string, k int) *lab.Run {
	b.t.Helper()
	return b.ready(source, k == 1).Start([]float64{0, 0}, b.rates[k], b.steps[k])
}

// row tells a step: its number, the loss, the parameters shown.
func row(r *lab.Run, step int) string {
	shown := r.Shown(step)
	for j, v := range shown {
		shown[j] = v + 0 // no negative zero
		if math.Abs(v) < 0.5e-4 {
			shown[j] = 0
		}
	}
	return fmt.Sprintf("%d %.6f %.4f %.4f", step, r.Losses()[step], shown[0], shown[1])
}

const (
	lineGradient  = "1/m * sum(i=1..m, (h_i-y_i) x_ij)"
	hoursGradient = "1/m * sum(i=1..m, (ŷ_i-t_i) x_ij)"
)

func TestRightRuns(t *testing.T) {
	for _, c := range []struct {
		bench    *bench
		gradient string
		run      int
		reached  int
		steps    []string
	}{
		{line(t), lineGradient, 0, 10265, []string{
			"0 30.007850 0.0000 0.0000", "1 1.283775 0.0750 0.7251", "10 1.084578 0.1098 0.7863", "100 1.002885 0.3796 0.7596",
			"1000 0.678729 2.0165 0.5975", "5000 0.625586 2.9875 0.5013", "12000 0.625577 3.0001 0.5001",
		}},
		{line(t), lineGradient, 1, 116, []string{
			"0 30.007850 0.0000 0.0000", "1 23.412350 -3.7507 0.5001", "10 4.045749 0.3847 0.5001", "50 0.626324 2.9614 0.5001",
			"116 0.625577 3.0001 0.5001",
		}},
		{hours(t), hoursGradient, 0, 1424, []string{
			"0 0.693147 0.0000 0.0000", "1 0.641041 0.0000 0.2531", "10 0.568098 -0.5544 0.3652", "50 0.448907 -1.9970 0.8168",
			"100 0.416240 -2.8420 1.0918", "500 0.401517 -4.0248 1.4867", "1000 0.401494 -4.0763 1.5042", "1424 0.401494 -4.0777 1.5046",
		}},
		{hours(t), hoursGradient, 1, 37, []string{"0 0.693147 0.0000 0.0000", "5 0.402482", "37 0.401494 -4.0777 1.5046"}},
	} {
		r := c.bench.run(c.gradient, c.run).Finish()
		for _, want := range c.steps {
			var step int
			if _, err := fmt.Sscan(want, &step); err != nil {
				t.Fatal(err)
			}
			if got := row(r, step); !strings.HasPrefix(got, want) {
				t.Errorf("run %d of %s: step %s, want %s", c.run, c.gradient, got, want)
			}
		}
		if o := r.Result(c.bench.fit, 4); o.Ending != lab.Reached || o.Step != c.reached {
			t.Errorf("run %d of %s: %s at step %d, want %d", c.run, c.gradient, o.Ending, o.Step, c.reached)
		}
	}
	if r := hours(t).run(hoursGradient, 1).Finish(); fmt.Sprintf("%.4f %.4f", r.At(37)[0], r.At(10)[1]) != "0.1164 1.4767" {
		t.Errorf("centred: %.4f %.4f", r.At(37), r.At(10))
	}
}

// TestWrongRuns holds what each wrong gradient does: on the data as given, and centred.
func TestWrongRuns(t *testing.T) {
	for _, c := range []struct {
		bench    *bench
		gradient string
		given    string // ending, last step, first losses … last loss
		centred  string
		judge    string
	}{
		{line(t), "-1/m * sum(i=1..m, (h_i-y_i) x_ij)", "grew 14: 107.5604 393.1235 1444.6273", "grew 15: 39.6669 61.8206 130.4919", "reversed -1"},
		{line(t), "1/m * sum(i=1..m, (y_i-h_i) x_ij)", "grew 14: 107.5604 393.1235 1444.6273", "grew 15: 39.6669 61.8206 130.4919", "reversed -1"},
		{line(t), "1/m * sum(i=1..m, h_i-y_i)", "settled 12000: … 0.9381 (0.7501, 0.7501)", "turned 120: 23.7248 23.3617 … 245.6812", "partly true false"},
		{line(t), "sum(i=1..m, (h_i-y_i) x_ij)", "thrown 4: 2399.6099", "thrown 5: 125.9524 12505.1743", "scaled 11"},
		{line(t), "2/m * sum(i=1..m, (h_i-y_i) x_ij)", "reached 5130: 21.3882", "jumping 120: … 1.8760 (7.5009, 0.0000)", "scaled 2"},
		{line(t), "1/(2m) * sum(i=1..m, (h_i-y_i) x_ij)", "late 12000: … 0.6256 (2.9958, 0.5005)", "late 120: … 0.6257 (2.9842, 0.5001)", "scaled 0.5"},
		{line(t), "1/m * sum(i=1..m, (h_i-y_i) x_i1)", "settled 12000: 0.9100 0.9100 … 0.9100 (0.7251, 0.7251)", "settled 120: … 25.1313 (-4.0007, 0.5001)", "partly false true"},
		{line(t), "1/m * sum(i=1..m, h_i x_ij)", "unmoved 12000: 30.0078 … 30.0078 (0.0000, 0.0000)", "unmoved 120: 30.0078", "apart"},
		{line(t), "1/m * sum(i=1..m, (h_i-y_i)^2*x_ij)", "exploded 3: 2226.9", "exploded 3: 400.9", "apart"},
		{hours(t), "-1/m * sum(i=1..m, (ŷ_i-t_i) x_ij)", "grew 2000: 0.8973 1.7036 3.2820 … 3857.3", "grew 60: 1.4461 3.3785 5.8390 … 153.96", "reversed -1"},
		{hours(t), "1/m * sum(i=1..m, ŷ_i-t_i)", "unmoved 2000: 0.6931 … 0.6931", "unmoved 60: 0.6931", "partly true false"},
		{hours(t), "sum(i=1..m, (ŷ_i-t_i) x_ij)", "jumping 2000: 4.4984 9.6577 13.5322 … 2.4603", "jumping 60: 2.5892", "scaled 20"},
		{hours(t), "2/m * sum(i=1..m, (ŷ_i-t_i) x_ij)", "reached 709: 0.7099 … 0.4015", "reached 21: 0.4176", "scaled 2"},
		{hours(t), "1/m * sum(i=1..m, (ŷ_i-(1-t_i)) x_ij)", "opposite 2000: … 1.9249 (4.0777, -1.5046)", "opposite 60: … 1.9249 (4.0777, -1.5046)", "partly true false"},
		{hours(t), "1/m * sum(i=1..m, (ŷ_i-t_i)*ŷ_i*(1-ŷ_i) x_ij)", "late 2000: … 0.4090 (-3.2501, 1.1838)", "late 60: … 0.4088", "apart"},
		{hours(t), "1/m * sum(i=1..m, (ŷ_i-t_i)/(ŷ_i*(1-ŷ_i))*x_ij)", "exploded 3: 1.0214 10.4663 7362", "exploded 4: 0.5958 4.3302 8121.3", "apart"},
		{hours(t), "1/m * sum(i=1..m, (θ_0+θ_1 x_i1-t_i) x_ij)", "thrown 16: 1.0748 6.4939 15.2423", "thrown 20: 0.4972", "apart"},
		{hours(t), "1/m * sum(i=1..m, (ŷ_i-t_i) x_i1)", "settled 2000: … 0.6648 (0.1689, 0.1689)", "turned 60: 0.4992 … 0.9966", "partly false true"},
	} {
		for k, want := range []string{c.given, c.centred} {
			r := c.bench.run(c.gradient, k).Finish()
			if got := told(r, c.bench.fit); !fits(got, want) {
				t.Errorf("%s, run %d:\n got %s\nwant %s", c.gradient, k, got, want)
			}
		}
		if got := judged(c.bench.ready(c.gradient, false).Measure(c.bench.at, 1e-5)); got != c.judge {
			t.Errorf("%s: the second judge says %s, want %s", c.gradient, got, c.judge)
		}
	}
}

func told(r *lab.Run, fit []float64) string {
	o := r.Result(fit, 4)
	var b strings.Builder
	fmt.Fprintf(&b, "%s %d:", o.Ending, o.Step)
	for _, l := range r.Losses()[1:min(4, r.Steps()+1)] {
		fmt.Fprintf(&b, " %.4f", l)
	}
	fmt.Fprintf(&b, " … %.4f (%.4f, %.4f)", o.Last, o.At[0], o.At[1])
	return strings.ReplaceAll(b.String(), "-0.0000", "0.0000")
}

// fits reports whether got has the parts of want, which are told apart by an ellipsis, in this order.
func fits(got, want string) bool {
	for i, part := range strings.Split(want, " … ") {
		at := strings.Index(got, strings.TrimSuffix(part, " …"))
		if at < 0 || i == 0 && at > 0 {
			return strings.Contains(want, ": … ") && fits(got, strings.Replace(want, ": … ", " … ", 1)) // no first losses told
		}
		got = got[at:]
	}
	return true
}

func judged(m lab.Measurement) string {
	switch m.Match {
	case lab.Scaled, lab.Reversed:
		return fmt.Sprintf("%s %.4g", m.Match, m.Factor)
	case lab.Partly:
		return fmt.Sprintf("%s %v %v", m.Match, m.Agrees[0], m.Agrees[1])
	case lab.Same, lab.Apart:
	}
	return m.Match.String()
}

func TestMeasure(t *testing.T) {
	for _, c := range []struct {
		bench    *bench
		gradient string
		want     string
	}{
		{line(t), lineGradient, "2.499091 27.490909"},
		{hours(t), hoursGradient, "0.155616 0.022707"},
	} {
		m := c.bench.ready(c.gradient, false).Measure(c.bench.at, 1e-5)
		if got := fmt.Sprintf("%.6f %.6f", m.Slope[0], m.Slope[1]); got != c.want || m.Match != lab.Same {
			t.Errorf("%s: measured %s, %s", c.gradient, got, m.Match)
		}
	}
}

// TestSlices demands that a run in slices is the run at once, and that a run is not changed by going on.
func TestSlices(t *testing.T) {
	b := line(t)
	start := b.run(lineGradient, 1)
	at := start
	for !at.Ended() {
		at = at.Advance(7)
	}
	if whole := start.Finish(); row(whole, 120) != row(at, 120) || whole.Steps() != at.Steps() {
		t.Errorf("in slices %s, at once %s", row(at, 120), row(whole, 120))
	}
	if start.Steps() != 0 || start.Advance(3).Steps() != 3 || start.Advance(2).Steps() != 2 {
		t.Error("a run was changed")
	}
}

func TestStable(t *testing.T) {
	m := hours(t).ready(hoursGradient, false)
	if l := m.Loss([]float64{-4000, 1500}); math.IsNaN(l) || math.IsInf(l, 0) {
		t.Errorf("the loss overflows: %g", l)
	}
}

// TestStuck holds formulas that cannot run, and what stands for nothing in them.
func TestStuck(t *testing.T) {
	b := line(t)
	_, read := declared(t)
	for source, want := range map[string]string{
		"(h_i-y_i) x_ij":                         "x",
		"1/m * sum(i=1..m+1, (h_i-y_i) x_ij)":    "x",
		"1/m * sum(i=1..m, (h_i-t_i) x_ij)":      "t",
		"1/m * sum(i=1..m, (h_i-y_i) x_i2)":      "x",
		"1/m * sum(i=1..10^9, (h_i-y_i) x_ij)":   "",
		"1/m * sum(k=1..m, (h_k-y_k) x_k1*x_k0)": "runs",
		"1/m * sum(j=1..m, (h_j-y_j) x_j1)":      "runs",
	} {
		_, stuck := b.Ready(read(source), false)
		got := "runs"
		if stuck != nil {
			got = ""
			if stuck.Symbol != nil {
				got = stuck.Symbol.Name
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", source, got, want)
		}
	}
}

func BenchmarkRun(b *testing.B) {
	sc := &scope.Scope{}
	if err := parse.Define(sc, "h_i := θ_0+θ_1 x_i"); err != nil {
		b.Fatal(err)
	}
	read := func(source string) expr.Node {
		line, _ := parse.Read(source, sc)
		return line.Right
	}
	symbol := func(name string) *expr.Symbol { return read(name).(*expr.Symbol) }
	m := lab.Model{
		Parameters: []*expr.Symbol{symbol("θ_0"), symbol("θ_1")}, Input: symbol("x_ij"), Target: symbol("y_i"), Count: symbol("m"),
		Loss: read("1/(2m) * sum(i=1..m, (h_i-y_i)^2)"), Scope: sc,
	}
	for k := range 11 {
		m.Data = append(m.Data, []float64{float64(k), float64(k*k%7) / 2})
	}
	machine, _ := m.Ready(read(lineGradient), false)
	for b.Loop() {
		machine.Start([]float64{0, 0}, 0.01, 12000).Finish()
	}
}
