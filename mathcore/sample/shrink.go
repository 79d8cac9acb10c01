package sample

import (
	"chainrule/mathcore/expr"
)

// UnitsToShrink is what it may cost to look for what two lines share: each part of one is compared with each of the other.
func UnitsToShrink(a, b expr.Node) int { return expr.Size(a) * expr.Size(b) / 16 }

// A Difference is a part of the line above and what stands in its place in the line below.
type Difference struct{ Before, After expr.Node }

// Shrink returns the smallest parts of two trees that differ, up to the order of terms and factors. It returns nil when
// the trees have too little in common.
func Shrink(a, b expr.Node) (before, after expr.Node) {
	way := Descend(a, b, expr.Equal)
	if len(way) == 0 {
		return nil, nil
	}
	last := way[len(way)-1]
	return last.Before, last.After
}

// Descend goes down from two trees as long as just one part of them differs, and returns the parts on the way.
func Descend(a, b expr.Node, same func(a, b expr.Node) bool) []Difference {
	var way []Difference
	for {
		x, y, ok := onlyDifference(a, b, same)
		if !ok {
			return way
		}
		a, b = x, y
		way = append(way, Difference{a, b})
	}
}

// onlyDifference returns the one pair of parts in which two nodes of the same make differ; of sums and products the
// terms and factors that are left when those in both are taken away.
func onlyDifference(a, b expr.Node, same func(a, b expr.Node) bool) (x, y expr.Node, ok bool) {
	switch a.(type) {
	case *expr.Add, *expr.Mul:
		return leftOver(a, b, same)
	case *expr.Symbol:
		return nil, nil, false
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	p, q := expr.Children(a), expr.Children(b)
	if len(p) != len(q) || len(p) == 0 || !SameMake(a, b) {
		return nil, nil, false
	}
	for i := range p {
		if expr.Equal(p[i], q[i]) || !expr.Binds(a, i) && same(p[i], q[i]) {
			continue
		}
		if ok {
			return nil, nil, false
		}
		x, y, ok = p[i], q[i], true
	}
	if ok && expr.Binds(a, 0) && expr.Equal(x, p[0]) {
		return nil, nil, false
	}
	return x, y, ok
}

// leftOver takes away what is in both of two sums, or in both of two products.
func leftOver(a, b expr.Node, same func(a, b expr.Node) bool) (x, y expr.Node, ok bool) {
	_, sum := a.(*expr.Add)
	_, alsoSum := b.(*expr.Add)
	_, product := b.(*expr.Mul)
	if sum != alsoSum || !sum && !product {
		return nil, nil, false
	}
	p, q := expr.Children(a), append([]expr.Node(nil), expr.Children(b)...)
	total := len(p)
	var left []expr.Node
	for _, t := range p {
		found := false
		for i, u := range q {
			if same(t, u) {
				q = expr.Without(q, i)
				found = true
				break
			}
		}
		if !found {
			left = append(left, t)
		}
	}
	if len(left) == 0 || len(q) == 0 || len(left) == total {
		return nil, nil, false
	}
	if sum {
		return expr.Sum(left...), expr.Sum(q...), true
	}
	return expr.Product(left...), expr.Product(q...), true
}

// SameMake reports whether a with the parts of b is b.
func SameMake(a, b expr.Node) bool {
	for i, c := range expr.Children(b) {
		if _, isSymbol := c.(*expr.Symbol); !isSymbol && expr.Binds(a, i) {
			return false
		}
	}
	return expr.Equal(expr.WithChildren(a, expr.Children(b)), b)
}
