package tui_test

import (
	"fmt"
	"html"
	"image/color"
	"strings"
	"testing"
	"unicode"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
)

// The measures of a cell, in the units of the picture, and the colours of a terminal that names none.
const (
	cellWidth, cellHeight = 8.4, 17.0
	margin                = 14.0
	paper, ink            = "#14161b", "#d7dae0"
)

// A svg is a picture of a screen in vector graphics, as one sees it in a terminal, or of several that follow each other.
type svg struct {
	t          *testing.T
	cols, rows int
	known      map[string]int // the lines that were written already, by what they hold
	defs, body strings.Builder
	style      strings.Builder
}

// drawSVG draws screens of one size, each for its seconds, and again from the first. Where nothing moves, the one called still is seen.
func drawSVG(t *testing.T, cols, rows int, views []string, seconds []float64, still int) string {
	t.Helper()
	p := &svg{t: t, cols: cols, rows: rows, known: map[string]int{}}
	if len(views) == 1 {
		for y, line := range p.lines(views[0]) {
			if line != "" {
				fmt.Fprintf(&p.body, "<g transform=\"translate(0 %s)\">%s</g>\n", num(float64(y)*cellHeight), line)
			}
		}
	} else {
		p.film(views, seconds, still)
	}
	width, height := float64(cols)*cellWidth+2*margin, float64(rows)*cellHeight+2*margin
	var out strings.Builder
	fmt.Fprintf(&out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%[1]s\" height=\"%[2]s\">\n", num(width), num(height))
	fmt.Fprintf(&out, "<style>text{font:14px 'DejaVu Sans Mono',Menlo,Consolas,monospace;white-space:pre;fill:%s}path{fill:none;stroke:%[1]s}\n", ink)
	fmt.Fprintf(&out, ".b{stroke-width:2.2;stroke-linecap:round}.h{font-weight:bold}%s</style>\n", p.style.String())
	if p.defs.Len() > 0 {
		fmt.Fprintf(&out, "<defs>\n%s</defs>\n", p.defs.String())
	}
	fmt.Fprintf(&out, "<rect width=\"100%%\" height=\"100%%\" rx=\"8\" fill=\"%s\"/>\n<g transform=\"translate(%s %[2]s)\">\n%s</g>\n</svg>\n", paper, num(margin), p.body.String())
	return out.String()
}

// film lets one screen follow the other. A line that several have stands there once.
func (p *svg) film(views []string, seconds []float64, still int) {
	total := 0.0
	for _, s := range seconds {
		total += s
	}
	begin := 0.0
	fmt.Fprintf(&p.style, "\n.f{visibility:hidden;animation:%ss step-end infinite}#f%d{visibility:visible}", num(total), still)
	for i, view := range views {
		from, to := 100*begin/total, 100*(begin+seconds[i])/total
		begin += seconds[i]
		fmt.Fprintf(&p.style, "\n#f%d{animation-name:k%[1]d}@keyframes k%[1]d{0%%{visibility:%s}%s%%{visibility:visible}%s%%{visibility:hidden}}",
			i, map[bool]string{true: "visible", false: "hidden"}[i == 0], num(from), num(to))
		fmt.Fprintf(&p.body, "<g class=\"f\" id=\"f%d\">", i)
		for y, line := range p.lines(view) {
			if line == "" {
				continue
			}
			id, known := p.known[line]
			if !known {
				id = len(p.known)
				p.known[line] = id
				fmt.Fprintf(&p.defs, "<g id=\"l%d\">%s</g>\n", id, line)
			}
			fmt.Fprintf(&p.body, "<use href=\"#l%d\" y=\"%s\"/>", id, num(float64(y)*cellHeight))
		}
		p.body.WriteString("</g>\n")
	}
	p.style.WriteString("\n@media(prefers-reduced-motion:reduce){.f{animation:none}}")
}

// lines lets a terminal show what a view says, and draws each of its lines.
func (p *svg) lines(view string) []string {
	p.t.Helper()
	emu := vt.NewEmulator(p.cols, p.rows)
	if _, err := emu.WriteString(strings.ReplaceAll(view, "\n", "\r\n")); err != nil {
		p.t.Fatal(err)
	}
	out := make([]string, p.rows)
	for y := range out {
		var b strings.Builder
		for x := 0; x < p.cols; {
			n := 1
			for x+n < p.cols && together(emu.CellAt(x+n-1, y), emu.CellAt(x+n, y)) {
				n++
			}
			var run []*uv.Cell
			for i := range n {
				run = append(run, emu.CellAt(x+i, y))
			}
			drawRun(&b, x, run)
			x += n
		}
		out[y] = b.String()
	}
	return out
}

// together tells that two cells can be drawn by one element: they look alike and need the same pen.
func together(a, b *uv.Cell) bool {
	return a.Style.Equal(&b.Style) && penOf(a) == penOf(b) && penOf(a) != single
}

// The pens: what is missing in many fonts, or is no wider than its neighbour by luck alone, is drawn and not left to a font.
type pen int

const (
	letters pen = iota // letters of ASCII, a run of them at a time
	single             // another character, by itself, so that the next stands in its column
	dots               // Braille
	strokes            // lines of tables, axes and tall brackets
)

func penOf(c *uv.Cell) pen {
	r := []rune(c.Content)
	switch {
	case len(r) == 0 || len(r) == 1 && r[0] <= unicode.MaxASCII:
		return letters
	case len(r) == 1 && r[0] >= '⠀' && r[0] <= '⣿':
		return dots
	case len(r) == 1 && drawn[r[0]] != nil:
		return strokes
	}
	return single
}

// drawn are the characters that are lines: each four or six numbers, in parts of a cell, are a line or a curve.
var drawn = map[rune][][]float64{
	'─': {{0, .5, 1, .5}}, '│': {{.5, 0, .5, 1}}, '┤': {{.5, 0, .5, 1}, {0, .5, .5, .5}}, '├': {{.5, 0, .5, 1}, {.5, .5, 1, .5}},
	'┼': {{.5, 0, .5, 1}, {0, .5, 1, .5}}, '┬': {{.5, .5, .5, 1}, {0, .5, 1, .5}}, '┴': {{.5, 0, .5, .5}, {0, .5, 1, .5}},
	'┌': {{.5, 1, .5, .5}, {.5, .5, 1, .5}}, '┐': {{.5, 1, .5, .5}, {0, .5, .5, .5}},
	'└': {{.5, 0, .5, .5}, {.5, .5, 1, .5}}, '┘': {{.5, 0, .5, .5}, {0, .5, .5, .5}},
	'╭': {{.5, 1, .5, .5, 1, .5}}, '╮': {{.5, 1, .5, .5, 0, .5}}, '╯': {{.5, 0, .5, .5, 0, .5}}, '╰': {{.5, 0, .5, .5, 1, .5}},
	'⎛': {{.35, 1, .35, .4, .8, .1}}, '⎜': {{.35, 0, .35, 1}}, '⎝': {{.35, 0, .35, .6, .8, .9}},
	'⎞': {{.65, 1, .65, .4, .2, .1}}, '⎟': {{.65, 0, .65, 1}}, '⎠': {{.65, 0, .65, .6, .2, .9}},
}

func drawRun(b *strings.Builder, x int, run []*uv.Cell) {
	fg, bg := run[0].Style.Fg, run[0].Style.Bg
	front, back := hex(fg, ink), hex(bg, "")
	if run[0].Style.Attrs&uv.AttrReverse != 0 {
		front, back = hex(bg, paper), hex(fg, ink)
	}
	left := float64(x) * cellWidth
	if back != "" {
		fmt.Fprintf(b, "<rect x=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>", num(left), num(float64(len(run))*cellWidth), num(cellHeight), back)
	}
	look := ""
	if run[0].Style.Attrs&uv.AttrFaint != 0 {
		look = " opacity=\".6\""
	}
	switch penOf(run[0]) {
	case dots:
		fmt.Fprintf(b, "<path class=\"b\"%s d=\"", look+stroke(front))
		for i, c := range run {
			drawDots(b, left+float64(i)*cellWidth, []rune(c.Content)[0]-'⠀')
		}
		b.WriteString("\"/>")
	case strokes:
		fmt.Fprintf(b, "<path%s d=\"", look+stroke(front))
		for i, c := range run {
			drawStrokes(b, left+float64(i)*cellWidth, drawn[[]rune(c.Content)[0]])
		}
		b.WriteString("\"/>")
	default:
		if front != ink {
			look += fmt.Sprintf(" style=\"fill:%s\"", front)
		}
		if run[0].Style.Attrs&uv.AttrBold != 0 {
			look += " class=\"h\""
		}
		drawText(b, left, look, run)
	}
}

// drawText draws the words of a run, each piece as wide as its cells in any font. Two blanks part pieces, since not all who
// show the picture keep them.
func drawText(b *strings.Builder, left float64, look string, run []*uv.Cell) {
	var text strings.Builder
	for _, c := range run {
		if c.Content == "" {
			text.WriteByte(' ')
		}
		text.WriteString(c.Content)
	}
	for piece := range strings.SplitSeq(text.String(), "  ") {
		if said := strings.Trim(piece, " "); said != "" {
			at := left
			if strings.HasPrefix(piece, " ") {
				at += cellWidth
			}
			wide := ""
			if n := len([]rune(said)); n > 1 {
				wide = fmt.Sprintf(" textLength=\"%s\"", num(float64(n)*cellWidth))
			}
			fmt.Fprintf(b, "<text x=\"%s\" y=\"13\"%s%s>%s</text>", num(at), wide, look, html.EscapeString(said))
		}
		left += float64(len([]rune(piece))+2) * cellWidth
	}
}

// drawDots draws a character of Braille. Its bits are the dots: three down on the left, three on the right, then the lowest two.
func drawDots(b *strings.Builder, left float64, bits rune) {
	for i, at := range [][2]float64{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}, {0, 3}, {1, 3}} {
		if bits>>i&1 != 0 {
			fmt.Fprintf(b, "M%s %sh0", num(left+cellWidth*(1+2*at[0])/4), num(cellHeight*(1+2*at[1])/8))
		}
	}
}

func drawStrokes(b *strings.Builder, left float64, lines [][]float64) {
	for _, l := range lines {
		for i := 0; i < len(l); i += 2 {
			verb := "M"
			switch {
			case i > 0 && len(l) == 4:
				verb = "L"
			case i == 2:
				verb = "Q"
			case i == 4:
				verb = " "
			}
			fmt.Fprintf(b, "%s%s %s", verb, num(left+l[i]*cellWidth), num(l[i+1]*cellHeight))
		}
	}
}

func stroke(colour string) string {
	if colour == ink {
		return ""
	}
	return fmt.Sprintf(" style=\"stroke:%s\"", colour)
}

func hex(c color.Color, none string) string {
	if c == nil {
		return none
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// num writes a measure with at most one decimal.
func num(x float64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", x), ".0")
}
