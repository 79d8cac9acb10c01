package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/tui/verdict"
)

// Terms are the declarations that a command line makes: what the letters of its expressions mean.
type terms struct {
	where          string
	defines, given []string
	strict         bool // letters that are not declared are refused
	form           string
}

// termFlags gives the command the flags --where and --define.
func (t *terms) termFlags(c *cobra.Command) {
	c.Flags().StringVar(&t.where, "where", "", "what the letters stand for, as in 'p:(0,1) t:{0,1} x:pos n:nat'; a letter not named is a real number")
	c.Flags().StringArrayVar(&t.defines, "define", nil, "a `definition`, as in 'g(x)=1/(1+e^-x)' or 'z := a+b x'; may be given several times")
}

func (t *terms) scope() (*scope.Scope, error) {
	sc, err := parse.Scope(t.where)
	if err != nil {
		return nil, err
	}
	sc.Strict = t.strict
	for _, d := range t.defines {
		if err := parse.Define(sc, d); err != nil {
			return nil, fmt.Errorf("reading definitions: %w", err)
		}
	}
	if err := t.require(sc); err != nil {
		return nil, fmt.Errorf("reading side conditions: %w", err)
	}
	return sc, nil
}

// read returns the tree that text stands for; of an equation, its right side. The error points at the spot. If it can be
// read in several ways, the likeliest is taken, which is said on standard error.
func (e *env) read(what, text string, sc *scope.Scope) (expr.Node, error) {
	lines, complaint := parse.Readings(text, sc)
	if complaint != nil {
		return nil, unreadable(what, text, complaint)
	}
	n := lines[0].Right
	if len(lines) > 1 {
		fmt.Fprintln(e.err, "chainrule: "+verdict.SeveralWays(what, n))
	}
	return n, nil
}

func unreadable(what, text string, c *parse.Complaint) error {
	if strings.TrimSpace(text) == "" {
		return fmt.Errorf("%s cannot be read: %s", what, c.Say())
	}
	p := verdict.Pointed(text, c.Start, c.End)
	return fmt.Errorf("%s cannot be read: %s\n  %s\n  %s", what, c.Say(), p[0], p[1])
}
