package judge

import "chainrule/mathcore/expr"

// Contents remember what stands in two sides, as long as these are the same.
type contents struct {
	left, right expr.Node
	are         expr.Contents
}

func (c *contents) of(left, right expr.Node) expr.Contents {
	if c.left != left || c.right != right {
		*c = contents{left, right, expr.ContentsOf(left, right)}
	}
	return c.are
}

// contents tells what stands in the sides as they are compared.
func (p *pair) contents() expr.Contents { return p.holds.of(p.left, p.right) }
