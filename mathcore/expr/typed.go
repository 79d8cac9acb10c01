package expr

// Typed returns the range of the text in which part was written, where whole is all that was read from it. It is false
// where the part does not stand in one piece: terms of a sum with another between them, or a tree that nobody typed.
func Typed(part, whole Node) (Span, bool) {
	hull, leaves := part.Where(), 0
	Walk(part, func(n Node) bool {
		hull = around(hull, n.Where())
		leaves += leaf(n)
		return true
	})
	if hull == (Span{}) {
		return hull, false
	}
	Walk(whole, func(n Node) bool {
		if at := n.Where(); hull.Start <= at.Start && at.End <= hull.End {
			leaves -= leaf(n)
		}
		return true
	})
	return hull, leaves == 0
}

// leaf counts a node without parts that was typed.
func leaf(n Node) int {
	if len(Children(n)) == 0 && n.Where() != (Span{}) {
		return 1
	}
	return 0
}

// around returns the least range that holds both; the zero range holds nothing.
func around(a, b Span) Span {
	if a == (Span{}) {
		return b
	}
	if b == (Span{}) {
		return a
	}
	return Span{min(a.Start, b.Start), max(a.End, b.End)}
}
