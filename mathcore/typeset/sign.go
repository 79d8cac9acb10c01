package typeset

import "strings"

// A bracket is drawn from an end piece at each end and a middle piece between.
type bracket struct{ single, top, middle, bottom string }

type signs struct {
	left, right, bars       bracket
	minus, dot, bar         string
	square, closeSquare     bracket
	root, rootBar, rootEdge string
	sum, product            seriesSign
	sigmoid                 string
}

// A series sign is higher than a line, so that its bounds do not seem to belong to what stands beside it. The low one is for bodies
// without fractions; its last row is the baseline. Where there is none the high one, of three rows, stands for both.
type seriesSign struct{ low, high []string }

// signs returns what formulas are drawn with in two dimensions.
func (set Charset) signs() *signs {
	if set == ASCII {
		return &signsOf[ASCII]
	}
	return &signsOf[Unicode]
}

var signsOf = [...]signs{
	Unicode: {
		left: bracket{"(", "⎛", "⎜", "⎝"}, right: bracket{")", "⎞", "⎟", "⎠"}, bars: bracket{"|", "│", "│", "│"},
		minus: "−", dot: "·", bar: "─", root: "√", rootBar: "│", rootEdge: "┌",
		square: bracket{"[", "⎡", "⎢", "⎣"}, closeSquare: bracket{"]", "⎤", "⎥", "⎦"},
		sum:     seriesSign{[]string{"╲‾‾", "╱__"}, []string{"___", "╲  ", "╱__"}},
		product: seriesSign{[]string{"┬─┬", "│ │"}, []string{"┬─┬", "│ │", "│ │"}},
		sigmoid: "σ",
	},
	ASCII: {
		left: bracket{"(", "/", "|", "\\"}, right: bracket{")", "\\", "|", "/"}, bars: bracket{"|", "|", "|", "|"},
		minus: "-", dot: "*", bar: "-", root: "\\/", rootBar: "|", rootEdge: " ",
		square: bracket{"[", "|", "|", "|"}, closeSquare: bracket{"]", "|", "|", "|"},
		sum:     seriesSign{high: []string{"___", "\\  ", "/__"}},
		product: seriesSign{high: []string{"___", "| |", "| |"}},
		sigmoid: "sigmoid",
	},
}

// around returns the bracket as high as b.
func (k bracket) around(b *box) *box {
	h := b.height()
	if h == 1 {
		return text(k.single)
	}
	rows := make([]string, h)
	for i := range rows {
		rows[i] = k.middle
	}
	rows[0], rows[h-1] = k.top, k.bottom
	return column(b.up, rows...)
}

// enclose puts b between brackets.
func (s *signs) enclose(b *box) *box { return inside(s.left, b, s.right) }

// between puts b between bars.
func (s *signs) between(b *box) *box { return inside(s.bars, b, s.bars) }

// high is how many rows something has at least that may hold a fraction.
const high = 3

// inside puts b between brackets. Where they are so high that there may be a fraction in them, they get a blank each, so that
// its bar does not touch them.
func inside(left bracket, b *box, right bracket) *box {
	if b.height() < high {
		return beside(left.around(b), b, right.around(b))
	}
	return beside(left.around(b), text(" "), b, text(" "), right.around(b))
}

// over returns the fraction of two boxes.
func (s *signs) over(num, den *box) *box {
	width := max(num.width, den.width)
	if num.bar || den.bar {
		width += 2
	}
	f := &box{bar: true}
	f.place(text(strings.Repeat(s.bar, width)), 0, 0)
	f.place(num, (width-num.width)/2, -1-num.down)
	f.place(den, (width-den.width)/2, 1+den.up)
	return f
}

// raise returns base with a box raised behind it.
func raise(base, exp *box) *box {
	b := &box{}
	b.place(base, 0, 0)
	b.place(exp, base.width, -base.up-1-exp.down)
	return b
}

// radical puts b under a root.
func (s *signs) radical(b *box) *box {
	root := &box{}
	if b.height() == 1 {
		sign := text(s.root)
		root.place(sign, 0, 0)
		root.place(b, sign.width, 0)
		root.place(text(strings.Repeat("_", b.width)), sign.width, -1)
		return root
	}
	sign := text(s.root)
	root.place(sign, 0, b.down)
	root.place(b, sign.width+2, 0)
	stroke := make([]string, b.height())
	for i := range stroke {
		stroke[i] = s.rootBar
	}
	root.place(column(b.up, stroke...), sign.width, 0)
	roof := strings.Repeat(s.bar, b.width+1)
	if s.rootEdge == " " {
		roof = strings.Repeat("_", b.width+1)
	}
	root.place(text(s.rootEdge+roof), sign.width, -b.up-1)
	return root
}

// summation returns the sign of a sum or a product with its bounds, nil where there is none, as
// high as a body of that height asks for.
func (s *signs) summation(product bool, from, to *box, height int) *box {
	rows := s.sum
	if product {
		rows = s.product
	}
	sign := column(1, rows.high...)
	if rows.low != nil && height < high {
		sign = column(1, rows.low...)
	}
	width := sign.width
	for _, bound := range []*box{from, to} {
		if bound != nil {
			width = max(width, bound.width)
		}
	}
	b := &box{}
	b.place(sign, (width-sign.width)/2, 0)
	if to != nil {
		b.place(to, (width-to.width)/2, -sign.up-1-to.down)
	}
	if from != nil {
		b.place(from, (width-from.width)/2, sign.down+1+from.up)
	}
	b.width = width
	return b
}
