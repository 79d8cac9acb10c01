package widget

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"chainrule/mathcore/decimal"
)

// Table gives the curves as numbers: a header, then one row for each of about so many round places in even steps, and
// for each marked one.
func (p *Plot) Table(most int) (header []string, rows [][]string) {
	header = append(header, p.Name())
	for _, c := range p.Curves {
		header = append(header, c.Label)
	}
	tangent := p.Tangent && len(p.Curves) > 0
	if tangent {
		header = append(header, "slope")
	}
	for _, x := range p.places(most) {
		row := []string{decimal.Short(x)}
		for _, c := range p.Curves {
			row = append(row, decimal.Places(c.At(x), places))
		}
		if tangent {
			row = append(row, decimal.Places(p.slope(x), places))
		}
		rows = append(rows, row)
	}
	return header, rows
}

// DataTable gives the data as numbers, from left to right: a header, then for each point its place and what was
// measured there, and where residuals are drawn the first curve and the error, which is curve minus measurement.
func (p *Plot) DataTable() (header []string, rows [][]string) {
	header = []string{p.Name(), "measured"}
	residuals := p.Residuals && len(p.Curves) > 0
	if residuals {
		header = append(header, p.Curves[0].Label, "error")
	}
	data := slices.Clone(p.Data)
	slices.SortStableFunc(data, func(a, b Point) int { return cmp.Compare(a.X, b.X) })
	decimals := 0
	for _, d := range data {
		_, digits, _ := strings.Cut(decimal.Short(d.Y), ".")
		decimals = max(decimals, len(digits))
	}
	for _, d := range data {
		row := []string{decimal.Short(d.X), decimal.Fixed(d.Y, decimals)}
		if residuals {
			y := p.Curves[0].At(d.X)
			row = append(row, decimal.Places(y, places), decimal.Places(y-d.Y, places))
		}
		rows = append(rows, row)
	}
	return header, rows
}

// isAt reports whether a table cannot tell two places apart.
func (p *Plot) isAt(x, y float64) bool { return math.Abs(x-y) <= slack*(p.To-p.From) }

// places returns round places in even steps, at most about so many, and those of the marks.
func (p *Plot) places(most int) []float64 {
	if !p.ranged() {
		return nil
	}
	var all []float64
	steps((p.To-p.From)/float64(most), p.To-p.From, false, func(step float64) bool {
		all = multiples(p.From, p.To, step)
		return len(all) > most
	})
	for _, m := range p.Marks {
		if !slices.ContainsFunc(all, func(x float64) bool { return p.isAt(x, m.X) }) {
			all = append(all, m.X)
		}
	}
	slices.Sort(all)
	return all
}
