package lessons

import (
	"fmt"
	"math"
	"slices"

	"chainrule/lessons/lab"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// A Lab asks for the gradient of a loss, and lets what was typed run on data.
type Lab struct {
	Asked
	Model lab.Model
	// Accept holds the right answers, the model answer first.
	Accept []Term
	Wrong  []Wrong
	// Loss is the loss as written, Called its letter.
	Loss   Term
	Called string
	// Predict is what the model says to one input, whose letter is Along, at some parameters; without it the data are not drawn.
	Predict Term
	Along   *expr.Symbol
	program *eval.Program // of Predict, in the parameters and then Along
	// Start is where each run begins. Fit is the published fit, rounded to Places, Least the loss there.
	Start, Fit []float64
	Places     int
	Least      float64
	FitAt      Position
	// At is the point at which slopes are measured by central differences, H their half width.
	At []float64
	H  float64
	// Runs has the one that an answer takes first.
	Runs []Run
}

// A Run is a way to go downhill: how long the steps are, and how many.
type Run struct {
	Place Position
	Name  string
	Step  float64
	Steps int
	// Centred takes its mean off each input; the parameters are shown for the inputs as they were.
	Centred bool
	// Log has the steps drawn on a logarithmic axis.
	Log bool
}

func (*Lab) question() {}

// Predicted returns what the model says to an input x at some parameters; false where the lab does not tell how it does that.
func (q *Lab) Predicted(at []float64, x float64) (float64, bool) {
	if q.program == nil {
		return 0, false
	}
	return q.program.Float(append(slices.Clone(at), x)), true
}

// Bounds of a lab.
const (
	mostSteps    = 100_000
	mostExamples = 200
	mostPlaces   = 8
)

// labTable is a lab as written.
type labTable struct {
	asked
	Answer               string
	Accept               []string
	Hints                []string
	Loss, Called         string
	Predict              string
	Parameters           []string
	Input, Target, Count string
	Data                 [][]float64
	Start, Fit           []float64
	Places               int
	Least                float64
	At                   []float64
	H                    float64
	Run                  []runTable
	Wrong                []wrong
}

type runTable struct {
	Name    string
	Step    float64
	Steps   int
	Centred bool
	Log     bool
}

func (b *blockReader) lab(text []byte, offset int) {
	var raw labTable
	if !b.open(text, offset, &raw) {
		return
	}
	q := &Lab{Asked: b.ask(raw.asked), Called: raw.Called, Places: raw.Places, Least: raw.Least, H: raw.H}
	b.screen.Question = q
	q.Ask = b.prompt(raw.asked, q.Scope)
	q.Hints = b.hints(raw.Hints, q.Scope)
	b.told()
	if raw.Called == "" {
		b.reader.fault(b.at, "the loss of the lab has no name", `write called = "J"`)
	}
	if !b.letters(q, &raw) {
		return
	}
	sc := q.Scope
	q.Model.Scope = sc
	q.Accept = append([]Term{b.term("answer", raw.Answer, sc)}, b.terms("accept", raw.Accept, sc)...)
	q.Wrong = b.wrongs(raw.Wrong, sc)
	q.Loss = b.term("loss", raw.Loss, sc)
	show(sc, append(q.Accept, q.Loss)...)
	q.Model.Loss = q.Loss.Tree
	b.prediction(q, raw.Predict)
	b.points(q, &raw)
	b.runs(q, raw.Run)
	if b.examples(q, raw.Data) && q.Loss.Tree != nil && q.Accept[0].Tree != nil {
		b.runnable(q)
	}
}

// letters reads the names of parameters and data. One input alone may be written with the index of the example only.
func (b *blockReader) letters(q *Lab, raw *labTable) bool {
	sc := q.Scope
	if len(raw.Parameters) < 2 {
		b.fail("parameters", "the lab has no parameters", `write parameters = ["θ_0", "θ_1"], one more than there are inputs`)
		return false
	}
	for i, name := range raw.Parameters {
		q.Model.Parameters = append(q.Model.Parameters, b.letter(fmt.Sprintf("parameters[%d]", i), name, sc))
	}
	q.Model.Input, q.Model.Target, q.Model.Count = b.letter("input", raw.Input, sc), b.letter("target", raw.Target, sc), b.letter("count", raw.Count, sc)
	for _, p := range append(q.Model.Parameters, q.Model.Input, q.Model.Target, q.Model.Count) {
		if p == nil {
			return false
		}
	}
	if !indexed(q.Model.Input, 2) || !indexed(q.Model.Target, 1) || len(q.Model.Count.Index) > 0 {
		b.fail("input", "these letters do not fit the data", `write input = "x_ij", target = "y_i" and count = "m"`)
		return false
	}
	if q.Model.Inputs() == 1 {
		i := q.Model.Input.Index[0].(*expr.Symbol)
		sc.Define(scope.Definition{Name: q.Model.Input.Name, Index: []*expr.Symbol{i}, Body: expr.Var(q.Model.Input.Name, i, expr.Int(1))})
	}
	return true
}

// prediction reads what the model says to its one input.
func (b *blockReader) prediction(q *Lab, source string) {
	if source == "" {
		return
	}
	if q.Model.Inputs() != 1 {
		b.fail("predict", "a model of several inputs cannot be drawn", "take it out")
		return
	}
	sc := q.Scope.Clone()
	sc.Undefine(q.Model.Input.Name, 0, 0)
	q.Along = expr.Var(q.Model.Input.Name)
	if _, declared := sc.Domain(q.Along); !declared {
		if err := parse.Declare(sc, q.Along.Name+": real"); err != nil {
			b.fail("input", err.Error(), "")
			return
		}
	}
	if q.Predict = b.term("predict", source, sc); q.Predict.Tree == nil {
		return
	}
	meaning, ok := judge.Prepare(q.Predict.Tree, sc)
	if ok {
		q.program, ok = eval.Compile(meaning, append(slices.Clone(q.Model.Parameters), q.Along))
	}
	if !ok {
		b.fail("predict", fmt.Sprintf("%s is no function of the parameters and %s", source, q.Along.Name), "use no other letter")
	}
}

// letter reads the name of one symbol.
func (b *blockReader) letter(path, name string, sc *scope.Scope) *expr.Symbol {
	symbol, ok := b.term(path, name, sc).Tree.(*expr.Symbol)
	if !ok && name != "" {
		b.fail(path, fmt.Sprintf("%s is no symbol", name), "name one letter that is declared")
	}
	return symbol
}

// indexed reports whether a symbol has that number of letters as indices.
func indexed(s *expr.Symbol, n int) bool {
	for _, i := range s.Index {
		if _, ok := i.(*expr.Symbol); !ok {
			return false
		}
	}
	return len(s.Index) == n
}

// points reads where a run begins, where it is to end, and where slopes are measured.
func (b *blockReader) points(q *Lab, raw *labTable) {
	q.Start, q.Fit, q.At, q.FitAt = raw.Start, raw.Fit, raw.At, b.place("fit")
	for path, values := range map[string][]float64{"start": q.Start, "fit": q.Fit, "at": q.At} {
		if len(values) != len(q.Model.Parameters) || !finite(values) {
			b.fail(path, fmt.Sprintf("%s does not give each parameter a value", path), fmt.Sprintf("write %s = [%d numbers]", path, len(q.Model.Parameters)))
		}
	}
	if raw.Places < 1 || raw.Places > mostPlaces {
		b.fail("places", "the lab does not say how many places the fit has", "write places = 4, without quotes")
	}
	if !(raw.H > 0 && raw.H < 1) {
		b.fail("h", "the lab does not say how the second judge measures slopes", "write h = 1e-5, the half width of the central differences")
	}
	if raw.Least <= 0 {
		b.fail("least", "the lab does not say what the loss is at the fit", "write least = …")
	}
}

func (b *blockReader) runs(q *Lab, all []runTable) {
	if len(all) == 0 {
		b.reader.fault(b.at, "the lab has no run", "add a [[run]] with name, step and steps")
	}
	for i, r := range all {
		at := fmt.Sprintf("run[%d]", i)
		if r.Name == "" || !(r.Step > 0) || math.IsInf(r.Step, 0) || r.Steps < 1 || r.Steps > mostSteps {
			b.fail(at, "this run lacks a name, a step size or a number of steps", fmt.Sprintf("write name, step > 0 and steps from 1 to %d", mostSteps))
		}
		q.Runs = append(q.Runs, Run{b.place(at), r.Name, r.Step, r.Steps, r.Centred, r.Log})
	}
}

// examples reads the data. It reports false if it cannot be computed with.
func (b *blockReader) examples(q *Lab, rows [][]float64) bool {
	if len(rows) < 2 || len(rows) > mostExamples {
		b.fail("data", fmt.Sprintf("the lab has %d examples", len(rows)), fmt.Sprintf("write data = [[x, y], …], 2 to %d of them", mostExamples))
		return false
	}
	for i, row := range rows {
		if len(row) != len(q.Model.Parameters) || !finite(row) {
			b.fail(fmt.Sprintf("data[%d]", i), "this example does not fit the parameters", fmt.Sprintf("write %d inputs, then the target", q.Model.Inputs()))
			return false
		}
	}
	q.Model.Data = rows
	return true
}

// runnable demands that the loss and the answers have values on the data.
func (b *blockReader) runnable(q *Lab) {
	demand := func(path string, t Term) bool {
		if t.Tree == nil {
			return true
		}
		_, stuck := q.Model.Ready(t.Tree, false)
		if stuck == nil {
			return true
		}
		what := "this formula is too large to run"
		if stuck.Symbol != nil {
			what = fmt.Sprintf("%s has no value in the data", stuck.Symbol.Name)
		}
		b.fail(path, what, "use the parameters, the inputs, the target and the count")
		return false
	}
	if !demand("loss", Term{Tree: q.Loss.Tree}) || !demand("answer", q.Accept[0]) {
		return
	}
	for i, t := range q.Accept[1:] {
		demand(fmt.Sprintf("accept[%d]", i), t)
	}
	for i, w := range q.Wrong {
		demand(fmt.Sprintf("wrong[%d].answer", i), w.Term)
	}
}

func finite(values []float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}
