package parse_test

import (
	"testing"

	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// TestAssign gives roles one after the other to the letters of one scope; a complaint takes the place of the role.
func TestAssign(t *testing.T) {
	sc := &scope.Scope{}
	if r, sure := sc.Role("y"); r != scope.Label || sure {
		t.Errorf("where no letter has a role y is usually a label, but not for sure; got %v, %v", r, sure)
	}
	for _, row := range []struct{ name, role, want string }{
		{"ŷ_i", "prediction", ""},
		{"yhat", "prediction", ""},
		{`\theta_0`, "parameter", ""},
		{"x", "feature", `there is no role "feature"; the roles are label, prediction, parameter, input`},
		{"x", "", `there is no role ""; the roles are label, prediction, parameter, input`},
		{"θ_1", "input", "the letter of θ_1 is a parameter already; a letter has one role, whatever its indices"},
		{"2", "input", `the role of "2": "2" is no name`},
	} {
		got := ""
		if err := parse.Assign(sc, row.name, row.role); err != nil {
			got = err.Error()
		}
		if got != row.want {
			t.Errorf("%s is a %s: %q, want %q", row.name, row.role, got, row.want)
		}
	}
	for letter, want := range map[string]scope.Role{"yhat": scope.Prediction, "theta": scope.Parameter, "y": scope.NoRole, "t": scope.NoRole} {
		if r, sure := sc.Role(letter); r != want || sure != (want != scope.NoRole) {
			t.Errorf("%s is %q, sure: %v", letter, r, sure)
		}
	}
	clone := sc.Clone()
	clone.Assign("t", scope.Label)
	if r, _ := sc.Role("t"); r != scope.NoRole {
		t.Error("a role given in a clone is one in the original")
	}
}
