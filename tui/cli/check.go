package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"chainrule/mathcore/form"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/scope"
	"chainrule/tui/verdict"
)

// longestInput bounds what is read from standard input for one expression. The parser refuses far shorter ones, with
// better words.
const longestInput = 8 << 20

const checkHelp = `Check tells whether two expressions mean the same, and on what evidence.

  chainrule check 'e^-x/(1+e^-x)^2' 'g(x)(1-g(x))' --define 'g(x)=1/(1+e^-x)'
  chainrule check '√(x^2)' x                      different: at x = -1 …
  chainrule check 'ln(x^2)' '2 ln x' --where x:pos
  echo '\frac{1}{2}' | chainrule check - 0.5

Equal means: the same value wherever both have one, for all values of the
letters. It is said on a proof only (evidence "exact", or "modular": proved up
to a chance below 2^-100), and different on a witness only: a point, and bounds
around both values that do not meet. Unsure means that neither was found.
What can be read in two ways, such as sin x/x, is equal if it is in one of
them, and different only if it is in each.

Of an equation, or a chain a = b = c, every side is judged, and the first wrong
one is named. A lone letter or f(x) at an end of it that does not occur in
EXPECTED is a name. Two equations are different on a point at which exactly
one of them holds, and equal when one is a multiple of the other.

With --given side conditions hold: 1-p is q where 'p+q=1'. With --form a right
answer must be written in that form, too, and with --strict only in letters
that --where or --define names.

  chainrule check '1-q' p --given 'p+q=1'
  chainrule check 'x^2-1' '(x-1)(x+1)' --form factored     equal, but not so

An ANSWER of - is read from standard input. With --tsv many pairs are checked:
the first line of FILE (- for standard input) names its columns; id, lhs, rhs
and, if there, where (or vars), define, given and form are read, all others
ignored. They say what the flags of these names say; several definitions or
conditions have a ; between them. Quotation marks around a cell are taken off,
and UTF-16 is read, too. One line a row is printed: id, verdict,
evidence, micros, detail, slip (its ID, where one is known) and form (met or
missed, where one was asked for). For --json see chainrule help json.

Exit codes: 0 equal; 1 different, or not in the form asked for; 2 unreadable,
or a wrong command line; 3 unsure or undefined. With --tsv: 0 when every row
was answered, else 2.`

type checker struct {
	*env
	terms
	json bool
	tsv  string
	jobs int // rows of a table that are judged at a time
}

func (e *env) check() *cobra.Command {
	k := &checker{env: e}
	c := command(&cobra.Command{
		Use:   "check ANSWER EXPECTED [flags]",
		Short: "tell whether two expressions mean the same, with evidence",
		Long:  checkHelp,
		RunE:  func(_ *cobra.Command, words []string) error { return k.run(words) },
	})
	k.termFlags(c)
	k.conditionFlags(c, "refuse letters that are not declared, as lessons do")
	k.formFlag(c)
	c.Flags().BoolVar(&k.json, "json", false, "print one JSON object")
	c.Flags().StringVar(&k.tsv, "tsv", "", "check the pairs in `FILE`, one a line, columns separated by tabs")
	c.Flags().IntVar(&k.jobs, "jobs", runtime.GOMAXPROCS(0), "with --tsv: judge `N` rows at a time; the answers keep their order")
	return c
}

func (k *checker) run(words []string) error {
	if k.tsv != "" {
		if len(words) > 0 || k.json {
			return errors.New("check --tsv FILE takes neither expressions nor --json")
		}
		return k.table()
	}
	if len(words) != 2 {
		return fmt.Errorf("check takes two expressions, ANSWER and EXPECTED; it got %d (quote each of them)", len(words))
	}
	sc, err := k.scope()
	if err != nil {
		return err
	}
	answer := words[0]
	if answer == "-" {
		if answer, err = k.input(); err != nil {
			return err
		}
	}
	wanted, err := k.wanted()
	if err != nil {
		return err
	}
	r := judged(answer, words[1], sc, wanted)
	if k.json {
		return k.tell(r)
	}
	for _, line := range r.Human(answer, words[1]) {
		fmt.Fprintln(k.out, line)
	}
	return end(codeOf(r))
}

// tell prints the report as JSON.
func (k *checker) tell(r verdict.Report) error {
	if err := writeJSON(k.out, r); err != nil {
		return err
	}
	return end(codeOf(r))
}

// input reads one expression from standard input.
func (e *env) input() (string, error) {
	text, err := io.ReadAll(io.LimitReader(e.in, longestInput))
	if err != nil {
		return "", fmt.Errorf("reading standard input: %w", err)
	}
	return strings.TrimRight(string(text), "\r\n"), nil
}

// judged checks an answer against what was expected; either may turn out to be unreadable. A form may be asked for.
func judged(answer, expected string, sc *scope.Scope, wanted form.Form) verdict.Report {
	return verdict.Judge(answer, expected, "the expected value", sc, wanted, words())
}

// codeOf returns the exit code for a verdict.
func codeOf(r verdict.Report) int {
	switch r.Verdict {
	case judge.Equal.String():
		if r.FormMissed() {
			return exitNo
		}
		return exitYes
	case judge.Different.String():
		return exitNo
	case judge.Unreadable.String():
		return exitBad
	}
	return exitOpen
}

func writeJSON(w io.Writer, value any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(value)
}

// open opens a file for reading; - is standard input.
func (e *env) open(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(e.in), nil
	}
	return os.Open(name)
}
