package parse

import (
	"fmt"
	"strings"

	"chainrule/mathcore/scope"
)

// Assign gives the letter of a name its role in the scope. The name may be spelled in any way that Read accepts; its
// indices do not matter. A letter has one role.
func Assign(sc *scope.Scope, text, role string) error {
	r, err := scope.ParseRole(role)
	if err != nil {
		return err
	}
	symbol, err := readName(text)
	if err != nil {
		return fmt.Errorf("the role of %q: %w", strings.TrimSpace(text), err)
	}
	if has := sc.Assign(symbol.Name, r); has != r {
		return fmt.Errorf("the letter of %s is a %s already; a letter has one role, whatever its indices", strings.TrimSpace(text), has)
	}
	return nil
}
