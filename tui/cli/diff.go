package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
	"chainrule/tui/verdict"
)

const diffHelp = `Diff differentiates EXPR by VAR (left out: by its only letter, else by x).

  chainrule diff 'e^-x/(1+e^-x)^2'
  chainrule diff 't ln p + (1-t) ln(1-p)' p --steps

With --steps the rules are shown, each with the parts that it needs below it.
Where EXPR can be read in several ways it is said which was taken, and where
it has a corner or a jump, that the slope is another matter there. For --json
see chainrule help json.

Exit codes: 0 done; 2 EXPR or VAR cannot be read, or a wrong command line.`

type differ struct {
	*env
	terms
	json, steps bool
}

func (e *env) diff() *cobra.Command {
	f := &differ{env: e}
	c := command(&cobra.Command{
		Use:   "diff EXPR [VAR] [flags]",
		Short: "differentiate, with the rules if wanted",
		Long:  diffHelp,
		RunE:  func(_ *cobra.Command, words []string) error { return f.run(words) },
	})
	f.termFlags(c)
	c.Flags().BoolVar(&f.steps, "steps", false, "show the rules")
	c.Flags().BoolVar(&f.json, "json", false, "print one JSON object")
	return c
}

func (f *differ) run(words []string) error {
	if len(words) < 1 || len(words) > 2 {
		return fmt.Errorf("diff takes an expression and, if need be, a letter; it got %d words (quote the expression)", len(words))
	}
	sc, err := f.scope()
	if err != nil {
		return err
	}
	n, err := f.read("EXPR", words[0], sc)
	if err != nil {
		return err
	}
	by, err := variable(words[1:], n, sc)
	if err != nil {
		return err
	}
	step := calculus.Differentiate(n, by, sc.For(n, by))
	result := calculus.Tidy(step.Result)
	if f.json {
		return writeJSON(f.out, derivativeJSON{typeset.Line(by), *verdict.Understand(result), f.told(step)})
	}
	if f.steps {
		for _, line := range derivation(step, 0) {
			fmt.Fprintln(f.out, line)
		}
	}
	fmt.Fprintln(f.out, typeset.Line(result))
	if except := notZero(joint.Except(n, result, by, sc)); len(except) > 0 {
		fmt.Fprintf(f.err, "chainrule: that is the slope where %s not 0\n", except)
	}
	return nil
}

// notZero names the expressions for a sentence: "x is", "x and y are".
func notZero(all []expr.Node) string {
	var names []string
	for _, n := range all {
		names = append(names, typeset.Line(n))
	}
	last := len(names) - 1
	switch last {
	case -1:
		return ""
	case 0:
		return names[0] + " is"
	}
	return strings.Join(names[:last], ", ") + " and " + names[last] + " are"
}

// variable returns the symbol that a word names, or the only one of n, or x.
func variable(words []string, n expr.Node, sc *scope.Scope) (*expr.Symbol, error) {
	if len(words) == 0 {
		if free := expr.Symbols(n); len(free) == 1 {
			return free[0], nil
		}
		return expr.Var("x"), nil
	}
	m, complaint := parse.Expr(words[0], sc)
	if complaint != nil {
		return nil, unreadable("VAR", words[0], complaint)
	}
	by, ok := m.(*expr.Symbol)
	if !ok {
		return nil, fmt.Errorf("VAR must be one letter with or without an index, not %q", words[0])
	}
	return by, nil
}

// derivativeJSON is what diff --json prints.
type derivativeJSON struct {
	By string `json:"by"`
	verdict.Understood
	Steps *ruleJSON `json:"steps,omitempty"`
}

type ruleJSON struct {
	Rule   string      `json:"rule"`
	Of     string      `json:"of"`
	Result string      `json:"result"`
	Parts  []*ruleJSON `json:"parts,omitempty"`
}

func (f *differ) told(s *calculus.Step) *ruleJSON {
	if !f.steps {
		return nil
	}
	t := &ruleJSON{Rule: s.Rule.String(), Of: typeset.Line(s.Of), Result: typeset.Line(s.Result)}
	for _, p := range s.Parts {
		t.Parts = append(t.Parts, f.told(p))
	}
	return t
}

// derivation writes a step and, indented below it, those it rests on.
func derivation(s *calculus.Step, depth int) []string {
	operator := &expr.Derivative{Var: s.By, Body: s.Of, Order: 1}
	lines := []string{fmt.Sprintf("%s%s = %s   [%s]", strings.Repeat("  ", depth), typeset.Line(operator), typeset.Line(s.Result), s.Rule)}
	for _, p := range s.Parts {
		lines = append(lines, derivation(p, depth+1)...)
	}
	return lines
}
