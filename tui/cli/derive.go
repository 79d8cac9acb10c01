package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"chainrule/lessons/grade"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/form"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/rule"
	"chainrule/tui/verdict"
)

const deriveHelp = `Derive judges a derivation. It starts from the expression FROM, reads lines from
standard input, and compares each with the line above. One verdict a line is
printed:

  ok          true, and something new
  goal        true, and it is TO (up to the order of terms and factors)
  repeat      the line above again
  wrong       not the same as the line above
  unreadable  no expression
  undefined   without a value
  unsure      neither proved nor refuted

Only true lines are kept: after any other, the next line is compared with the
last true one. Empty lines are passed over. A line that can be read in several
ways is true if it is in one of them; so it stands above the next.

With --explain the rules that lead to a true line are named below it, and it is
said when a line goes back to an earlier one. With --json both are told,
too: see chainrule help json.

With --given side conditions hold. With --form the goal is any line that has the
value of TO and that form, with nothing left to be worked out in it. With
--strict only letters that --where or --define names may be used, and one line
that is wrong or unreadable is one too many.

  chainrule derive 'd/dx (1+e^-x)^-1' 'e^-x/(1+e^-x)^2' <<'END'
  -(1+e^-x)^-2 · d/dx(1+e^-x)
  -(1+e^-x)^-2 · (-e^-x)
  e^-x/(1+e^-x)^2
  END

Exit codes: 0 TO was reached (or, without TO, no line was wrong), and with
--strict every line could be read and none was wrong; 1 otherwise; 2 FROM or TO
cannot be read, or a wrong command line.`

type deriver struct {
	*env
	terms
	json, explain bool

	work grade.Working
	to   expr.Node // nil without a goal
	form form.Form
}

func (e *env) derive() *cobra.Command {
	v := &deriver{env: e}
	c := command(&cobra.Command{
		Use:   "derive FROM [TO] [flags]",
		Short: "judge a derivation, line by line",
		Long:  deriveHelp,
		RunE:  func(_ *cobra.Command, words []string) error { return v.run(words) },
	})
	v.termFlags(c)
	v.conditionFlags(c, "refuse letters that are not declared, as lessons do, and end with 1 if any line was wrong or unreadable")
	v.formFlag(c)
	c.Flags().BoolVar(&v.json, "json", false, "print one JSON object a line: that of check, with step, rule and progress")
	c.Flags().BoolVar(&v.explain, "explain", false, "say below each verdict what it rests on (always so at a terminal)")
	return c
}

func (v *deriver) run(words []string) error {
	if len(words) < 1 || len(words) > 2 {
		return fmt.Errorf("derive takes FROM and, if there is a goal, TO; it got %d expressions (quote each of them)", len(words))
	}
	sc, err := v.scope()
	if err != nil {
		return err
	}
	sc.Beside = strings.Join(words, " ")
	from, complaint := parse.Readings(words[0], sc)
	if complaint != nil {
		return unreadable("FROM", words[0], complaint)
	}
	var goals []parse.Line
	if len(words) == 2 {
		if goals, complaint = parse.Readings(words[1], sc); complaint != nil {
			return unreadable("TO", words[1], complaint)
		}
		v.to = goals[0].Right
	}
	if v.form, err = v.wanted(); err != nil {
		return err
	}
	if v.form.Kind() != form.Any && v.to == nil {
		return errFormWithoutGoal
	}
	v.explain = v.explain || term.IsTerminal(v.files.In.Fd())
	v.work = grade.Working{
		Path:   rule.Path{Lines: []expr.Node{from[0].Right}, Goal: v.to, Scope: sc},
		Starts: from, Ends: v.ends(goals),
	}
	return v.judge()
}

// judge reads lines until the input ends.
func (v *deriver) judge() error {
	reached, wrong, unreadable := false, false, false
	lines := bufio.NewReader(v.in)
	for {
		text, err := readLine(lines)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("reading standard input: %w", err)
		}
		if strings.TrimSpace(text) == "" {
			continue
		}
		above := v.work.Path.Lines
		step := v.work.Add(text)
		reached = reached || step.Kind == grade.Right
		wrong = wrong || step.Kind == grade.Wrong
		unreadable = unreadable || step.Kind == grade.Unreadable
		if err := v.tell(text, above, step); err != nil {
			return err
		}
	}
	if v.to != nil && !reached || (v.to == nil || v.strict) && wrong || v.strict && unreadable {
		return exit(exitNo)
	}
	return nil
}

// stepNames are the words for what a line is worth; the other kinds are not of lines.
var stepNames = map[grade.Kind]string{
	grade.Step: "ok", grade.Right: "goal", grade.Repeat: "repeat", grade.Wrong: "wrong",
	grade.Unreadable: "unreadable", grade.Undefined: "undefined", grade.Unsure: "unsure",
}

// stepJSON is what derive --json prints for a line.
type stepJSON struct {
	Step     string `json:"step"`
	Rule     string `json:"rule"`
	Progress string `json:"progress"`
	verdict.Report
}

func (v *deriver) tell(text string, above []expr.Node, step grade.Written) error {
	if !v.json && !v.explain {
		fmt.Fprintln(v.out, stepNames[step.Kind])
		return v.out.Flush()
	}
	r := verdict.New(text, "the line above", step.Verdict)
	var right []expr.Node
	if v.to != nil {
		right = append(right, v.to)
	}
	r.Slip = verdict.Explain(words(), text, step.Verdict, above[len(above)-1], right, v.work.Path.Scope)
	rules, progress := step.Rules(), step.Progress()
	if v.json {
		var ids []string
		for _, rule := range rules {
			ids = append(ids, string(rule))
		}
		if err := writeJSON(v.out, stepJSON{stepNames[step.Kind], strings.Join(ids, ", "), progress.String(), r}); err != nil {
			return err
		}
		return v.out.Flush()
	}
	fmt.Fprintln(v.out, stepNames[step.Kind])
	for _, line := range slices.Concat(r.Reasons(text, ""), followed(rules, progress, step.Verdict.Answer, above)) {
		fmt.Fprintln(v.out, "  "+line)
	}
	return v.out.Flush()
}

// readLine returns the next line without its end, cut off after longestInput bytes.
func readLine(in *bufio.Reader) (string, error) {
	var line []byte
	for {
		part, err := in.ReadSlice('\n')
		line = append(line, part[:min(len(part), longestInput-len(line))]...)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(line) > 0, err == nil:
			return strings.TrimRight(string(line), "\r\n"), nil
		}
		return "", err
	}
}
