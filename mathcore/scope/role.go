package scope

import "fmt"

// A Role tells what a letter stands for in a model that learns from examples.
type Role uint8

// The roles.
const (
	NoRole     Role = iota
	Label           // what the model is to predict
	Prediction      // what the model predicts
	Parameter       // what is sought
	Input           // what the model predicts from
)

var roleNames = [...]string{NoRole: "", Label: "label", Prediction: "prediction", Parameter: "parameter", Input: "input"}

// String returns the name of the role; it is empty where there is none.
func (r Role) String() string { return roleNames[r] }

// ParseRole returns the role called name.
func ParseRole(name string) (Role, error) {
	for r, n := range roleNames {
		if n == name && name != "" {
			return Role(r), nil
		}
	}
	return NoRole, fmt.Errorf("there is no role %q; the roles are label, prediction, parameter, input", name)
}

// Assign gives a letter a role, whatever its indices: all predictions of a model share one letter.
// It returns the role that the letter has, which is another one where it had one before.
func (s *Scope) Assign(letter string, r Role) Role {
	if s.roles == nil {
		s.roles = map[string]Role{}
	}
	if before, taken := s.roles[letter]; taken {
		return before
	}
	s.roles[letter] = r
	return r
}

// Role returns the role of a letter, and whether it is sure. Where no letter was given a role, each has the one in which
// it is usually met; some of these letters are often met otherwise, too, and their role is not sure.
func (s *Scope) Role(letter string) (r Role, sure bool) {
	if len(s.roles) > 0 {
		r = s.roles[letter]
		return r, r != NoRole
	}
	u := usual[letter]
	return u.role, u.sure
}

// IsUsuallyChance reports whether a letter of which nothing was declared is usually a probability.
func IsUsuallyChance(letter string) bool { return usual[letter].chance }

// usual tells what letters stand for in books on learning from examples. It is for the command line, where nobody says
// what the letters are, and for lessons that do not speak of a model. Nothing else in mathcore knows letters by name.
var usual = map[string]struct {
	role   Role
	sure   bool // hardly met otherwise
	chance bool // a probability
}{
	"t":     {role: Label, sure: true},
	"y":     {role: Label},
	"yhat":  {role: Prediction, sure: true, chance: true},
	"h":     {role: Prediction, sure: true},
	"p":     {role: Prediction, chance: true},
	"theta": {role: Parameter, sure: true},
	"w":     {role: Parameter, sure: true},
	"x":     {role: Input},
}
