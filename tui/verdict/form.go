package verdict

import (
	"chainrule/mathcore/expr"
	"chainrule/mathcore/form"
	"chainrule/mathcore/judge"
)

// A Formed answer tells whether an answer of the right value is written in the form asked for.
type Formed struct {
	Asked string `json:"asked"`
	Met   bool   `json:"met"`
}

// inForm adds to the report on a right answer whether it has the form.
func (r *Report) inForm(f form.Form, answer, expected expr.Node) {
	if f.Kind() == form.Any || answer == nil || expected == nil || r.Verdict != judge.Equal.String() {
		return
	}
	r.Form = &Formed{Asked: f.String(), Met: f.Met(answer, expected)}
	if !r.Form.Met {
		r.Say += " It is not in the form asked for: " + r.Form.Asked + "."
	}
}

// FormMissed reports whether the answer is right and in another form than was asked for.
func (r Report) FormMissed() bool { return r.Form != nil && !r.Form.Met }

// Headline is the verdict on a line of its own.
func (r Report) Headline() string {
	if r.FormMissed() {
		return r.Verdict + ", but not in the form asked for"
	}
	return r.Verdict
}
