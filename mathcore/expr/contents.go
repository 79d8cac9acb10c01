package expr

// Contents tells which functions and which kinds of nodes stand in expressions, so that many questions about one expression need it
// to be walked through but once.
type Contents struct {
	funcs [(numFuncs + wordSize - 1) / wordSize]uint64
	kinds contentKind
}

const wordSize = 64

type contentKind uint8

const (
	derivatives contentKind = 1 << iota
	series
	unseen
	applications
	indices
	ends
	powers
)

// ContentsOf returns what stands in the expressions.
func ContentsOf(nodes ...Node) Contents {
	var c Contents
	for _, n := range nodes {
		c.add(n)
	}
	return c
}

func (c *Contents) add(n Node) {
	switch n := n.(type) {
	case *Number, *Constant:
		return
	case *Symbol:
		if len(n.Index) > 0 {
			c.kinds |= indices
		}
		if IsUnknownEnd(n) {
			c.kinds |= ends
		}
	case *Call:
		c.funcs[n.Func/wordSize] |= 1 << (n.Func % wordSize)
	case *Apply:
		c.kinds |= applications
	case *Derivative:
		c.kinds |= derivatives
	case *Series:
		c.kinds |= series
		if !n.Seen() {
			c.kinds |= unseen
		}
	case *Pow:
		if k, ok := n.Exp.(*Number); (!ok || !k.Value.IsInt()) && !IsE(n.Base) {
			c.kinds |= powers
		}
	case *Neg, *Add, *Mul, *Div:
	}
	var room fewNodes
	for _, part := range appendChildren(room[:0], n) {
		c.add(part)
	}
}

// Calls reports whether one of the functions stands there.
func (c Contents) Calls(functions ...Func) bool {
	for _, f := range functions {
		if c.funcs[f/wordSize]>>(f%wordSize)&1 != 0 {
			return true
		}
	}
	return false
}

// Derivatives reports whether a derivative stands there that is not carried out.
func (c Contents) Derivatives() bool { return c.kinds&derivatives != 0 }

// Series reports whether a sum or a product over a range stands there.
func (c Contents) Series() bool { return c.kinds&series != 0 }

// Unseen reports whether such a sum stands there without an index.
func (c Contents) Unseen() bool { return c.kinds&unseen != 0 }

// Applications reports whether an unknown function stands there.
func (c Contents) Applications() bool { return c.kinds&applications != 0 }

// Powers reports whether a power stands there whose exponent is not just a whole number without a sign, and whose base is not e.
func (c Contents) Powers() bool { return c.kinds&powers != 0 }

// Ranges reports whether a sum or a product over a range stands there, or the end of one that nobody named.
func (c Contents) Ranges() bool { return c.kinds&(series|ends) != 0 }

// Indices reports whether a symbol with an index stands there.
func (c Contents) Indices() bool { return c.kinds&indices != 0 }
