package eval

import (
	"testing"

	"chainrule/mathcore/expr"
)

// TestTables checks that every function that no others express has its meaning in all number systems, and that what
// others express is expressed by functions that have one.
func TestTables(t *testing.T) {
	for _, f := range expr.Funcs() {
		args := []expr.Node{expr.Var("x"), expr.Var("y"), expr.Var("z")}
		if n := f.Arity(); n != expr.Variadic {
			args = args[:n]
		}
		if meaning, ok := expr.Meaning(&expr.Call{Func: f, Args: args}); ok {
			if !expr.Equal(meaning, expr.Expressed(meaning)) {
				t.Errorf("%s is expressed by what is expressed itself", f)
			}
			continue
		}
		switch f.Arity() {
		case 1:
			if int(f) >= len(meanings) || meanings[f].float == nil || meanings[f].wide == nil || meanings[f].sharp == nil {
				t.Errorf("%s has no meaning", f)
			}
		default:
			if int(f) >= len(joinings) || joinings[f].float == nil || joinings[f].wide == nil || joinings[f].sharp == nil {
				t.Errorf("%s has no meaning", f)
			}
		}
	}
}
