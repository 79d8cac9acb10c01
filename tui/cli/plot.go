package cli

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
	"chainrule/tui/terminal"
	"chainrule/tui/widget"
)

const plotHelp = `Plot draws the curves of one or more expressions in the same letter.

  chainrule plot 'σ(x)' 'd/dx σ(x)'
  chainrule plot 'sin(x)/x' --from -4pi --to 4pi --size 100x24
  chainrule plot 'a x^2' --define 'a := 0.5'

Other letters need a value: --define 'a := 2'. The range is --from and --to, or
where the letter may lie (--where 'p:(0,1)'), or from -6 to 6. Where an EXPR can
be read in several ways it is said which was taken.

Exit codes: 0 drawn; 2 an expression cannot be read, or a wrong command line;
3 there is no value to draw.`

// The sizes of a plot in columns and rows.
const (
	smallestWide, smallestTall = 24, 6
	largestWide, largestTall   = 400, 120
)

type plotter struct {
	*env
	terms
	from, to, size string
	ascii          bool
}

func (e *env) plot() *cobra.Command {
	p := &plotter{env: e}
	c := command(&cobra.Command{
		Use:   "plot EXPR… [flags]",
		Short: "draw the curves of expressions",
		Long:  plotHelp,
		RunE:  func(_ *cobra.Command, words []string) error { return p.run(words) },
	})
	p.termFlags(c)
	c.Flags().StringVar(&p.from, "from", "", "left end of the range, a `number` such as -6 or -2pi")
	c.Flags().StringVar(&p.to, "to", "", "right end of the range, a `number`")
	c.Flags().StringVar(&p.size, "size", "60x15", "how large the picture is, `COLUMNSxROWS`")
	c.Flags().BoolVar(&p.ascii, "ascii", false, "ASCII only")
	return c
}

func (p *plotter) run(words []string) error {
	if len(words) == 0 {
		return errors.New("plot takes one or more expressions (quote each of them)")
	}
	var wide, tall int
	if n, err := fmt.Sscanf(p.size+"\n", "%dx%d\n", &wide, &tall); n != 2 || err != nil {
		return fmt.Errorf("--size is columns x rows, such as 60x15, not %q", p.size)
	}
	if wide < smallestWide || tall < smallestTall || wide > largestWide || tall > largestTall {
		return fmt.Errorf("--size goes from %dx%d to %dx%d", smallestWide, smallestTall, largestWide, largestTall)
	}
	sc, err := p.scope()
	if err != nil {
		return err
	}
	trees, err := p.trees(words, sc)
	if err != nil {
		return err
	}
	drawing, err := p.drawing(words, trees, sc)
	if err != nil {
		return err
	}
	renderer, colours := terminal.Renderer(p.files.Out, os.Getenv)
	styles := kit.NewStyles(renderer, kit.Look{ASCII: p.ascii, Typed: true, Colours: colours})
	if empty(drawing) {
		fmt.Fprintf(p.err, "chainrule: there is no value between %g and %g; choose another range with --from and --to\n", drawing.From, drawing.To)
		return exit(exitOpen)
	}
	for _, line := range drawing.Lines(wide, tall, &styles) {
		fmt.Fprintln(p.out, strings.TrimRight(line, " "))
	}
	return nil
}

// trees reads the expressions and puts definitions and derivatives in.
func (p *plotter) trees(words []string, sc *scope.Scope) ([]expr.Node, error) {
	trees := make([]expr.Node, len(words))
	for i, w := range words {
		n, err := p.read("EXPR", w, sc)
		if err != nil {
			return nil, err
		}
		prepared, ok := judge.Values(n, sc)
		if !ok {
			return nil, fmt.Errorf("%q is too large to draw", w)
		}
		trees[i] = prepared
	}
	return trees, nil
}

func (p *plotter) drawing(words []string, trees []expr.Node, sc *scope.Scope) (*widget.Plot, error) {
	x, err := onlyLetter(trees)
	if err != nil {
		return nil, err
	}
	drawing := &widget.Plot{Var: typeset.Line(x)}
	if drawing.From, drawing.To, err = p.span(x, sc); err != nil {
		return nil, err
	}
	for i, n := range trees {
		program, ok := eval.Compile(n, []*expr.Symbol{x})
		if !ok {
			return nil, fmt.Errorf("%q holds something that has no values, such as an unknown function", words[i])
		}
		label := words[i]
		if line, complaint := parse.Read(words[i], sc); complaint == nil {
			label = typeset.Line(line.Right)
		}
		drawing.Curves = append(drawing.Curves, widget.Curve{Label: label, At: func(x float64) float64 { return program.Float([]float64{x}) }})
	}
	return drawing, nil
}

// onlyLetter returns the letter along which to draw: the only free one, or x where there is none.
func onlyLetter(trees []expr.Node) (*expr.Symbol, error) {
	var names []string
	x := expr.Var("x")
	for _, s := range expr.Symbols(trees...) {
		x = s
		names = append(names, typeset.Line(s))
	}
	if len(names) > 1 {
		return nil, fmt.Errorf("there are several letters, %s; give all but one a value, as in --define '%s := 2'", strings.Join(names, ", "), names[0])
	}
	return x, nil
}

// span returns the range to draw.
func (p *plotter) span(x *expr.Symbol, sc *scope.Scope) (from, to float64, err error) {
	const usual = 6
	from, to = -usual, usual
	d, _ := sc.Domain(x)
	if d.Lo != nil {
		from = float(d.Lo)
		to = from + 2*usual
	}
	if d.Hi != nil {
		to = float(d.Hi)
		if d.Lo == nil {
			from = to - 2*usual
		}
	}
	if from, err = p.number("--from", p.from, from, sc); err != nil {
		return 0, 0, err
	}
	if to, err = p.number("--to", p.to, to, sc); err != nil {
		return 0, 0, err
	}
	if !(from < to) {
		return 0, 0, fmt.Errorf("the range from %g to %g is empty; --from must lie below --to", from, to)
	}
	return from, to, nil
}

func float(r *big.Rat) float64 { f, _ := r.Float64(); return f }

// number reads the value of a flag; without one it is the usual value.
func (p *plotter) number(flag, text string, usual float64, sc *scope.Scope) (float64, error) {
	if text == "" {
		return usual, nil
	}
	n, err := p.read(flag, text, sc)
	if err != nil {
		return 0, err
	}
	program, ok := eval.Compile(n, nil)
	if !ok {
		return 0, fmt.Errorf("%s must be a number, not %q", flag, text)
	}
	v := program.Float(nil)
	const most = 1e9
	if math.IsNaN(v) || math.Abs(v) > most {
		return 0, fmt.Errorf("%s must be a number between -1e9 and 1e9, not %q", flag, text)
	}
	return v, nil
}

// empty reports whether no curve has a value at any of a few hundred points.
func empty(p *widget.Plot) bool {
	const points = 400
	for _, c := range p.Curves {
		for i := range points + 1 {
			if v := c.At(p.From + (p.To-p.From)*float64(i)/points); !math.IsNaN(v) && !math.IsInf(v, 0) {
				return false
			}
		}
	}
	return true
}
