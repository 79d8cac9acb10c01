package judge

import (
	"math/big"
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// A pair is two sides read together, definitions put in: what letters at indices mean, and how far a sum without bounds
// runs, is decided once for both.
type pair struct {
	left, right expr.Node
	holds       contents
	scope       *scope.Scope
	// shown are the sides at which points are looked for: what is not known of them is as the kindest reader takes it.
	shownLeft, shownRight expr.Node
	guards                struct{ left, right []expr.Node } // what must have a value where the derivatives of a side have one
	unfolded              bool                              // what is defined was put in, and nothing changed since
	// unranged are the sides of which nothing was taken out by a δ, and no range was cut.
	unranged struct{ left, right expr.Node }
	standing standing
	depth    int // joints in which the pair stands
	kind     []choice
	assumed  []membership // free indices that are taken to lie in a range
	reached  []reach      // numbers that sums are taken to reach
	// doubtful tells that a difference may come of the reading, proofless that an equality may.
	// Cut tells that a proof takes an index to lie in what is left of a range that was cut.
	doubtful, proofless, cut bool
	met                      bool // a point was tried at which both sides have a value
}

// together reads two sides as a pair. It reports false when the definitions grow beyond all bounds.
func together(a, b expr.Node, sc *scope.Scope) (pair, bool) {
	if slices.ContainsFunc(sc.Definitions(), func(d scope.Definition) bool { return d.Of != nil }) {
		a, b = writeOutKnown(a, sc), writeOutKnown(b, sc)
	}
	p := pair{left: a, right: b, scope: sc}
	sums := p.hasSeries()
	if sums {
		p.seeIndices()
	}
	p.scope = p.scope.For(p.left, p.right)
	p.doubtful = p.scope.Doubtful() || sums && !sureOfMembers(a, b)
	written := [...]expr.Node{p.left, p.right}
	var okA, okB bool
	p.left, okA = p.scope.Unfold(p.left)
	p.right, okB = p.scope.Unfold(p.right)
	if !okA || !okB || !p.unfoldConditions() {
		return p, false
	}
	p.declarePoints()
	p.declareIndices()
	if p.left != written[0] || p.right != written[1] {
		sums = p.hasSeries()
	}
	if !sums {
		p.unfolded, p.shownLeft, p.shownRight = true, p.left, p.right
		return p, true
	}
	if p.seeIndices() { // in what the definitions say
		p.scope = p.scope.For(p.left, p.right)
	}
	p.findRanges()
	unclear := p.beyondRanges()
	p.assume()
	p.doubtful, p.proofless = p.doubtful || unclear, p.proofless || unclear
	p.declareIndices()
	p.unranged.left, p.unranged.right = p.left, p.right
	if p.contents().Calls(expr.Delta) {
		p.left, p.right = p.pickedInside(p.left), p.pickedInside(p.right)
	}
	p.left, p.right = algebra.Ranged(p.left, nil, p.scope), algebra.Ranged(p.right, nil, p.scope)
	p.beKind()
	p.vary()
	return p, true
}

// declarePoints declares the letters of comparisons such as [x=0] that nobody declared and that stand at no index: what is compared
// are points of the line.
func (p *pair) declarePoints() {
	if len(p.scope.Conditions()) == 0 && !p.contents().Calls(expr.Delta) {
		return
	}
	lines := p.lines()
	if !slices.ContainsFunc(lines, func(n expr.Node) bool { return expr.Contains(n, isDelta) }) {
		return
	}
	var letters, indices []*expr.Symbol
	for _, n := range lines {
		expr.Walk(n, func(n expr.Node) bool {
			if s, ok := n.(*expr.Symbol); ok && len(s.Index) > 0 {
				indices = append(indices, expr.Symbols(s.Index...)...)
			}
			if isDelta(n) {
				letters = append(letters, expr.Symbols(n)...)
			}
			return true
		})
	}
	for _, s := range letters {
		if _, declared := p.scope.Domain(s); !declared && len(s.Index) == 0 && !holds(indices, s) && !p.scope.Counts(s) {
			p.scope = p.scope.Clone()
			p.scope.Declare(s, scope.Real)
		}
	}
}

// hasSeries reports whether a sum or a product over a range stands anywhere, or the end of one that nobody named. Where
// none does, nothing is to be understood of indices and ranges.
func (p *pair) hasSeries() bool {
	if p.contents().Ranges() {
		return true
	}
	return slices.ContainsFunc(p.scope.Conditions(), func(c scope.Condition) bool {
		return expr.ContentsOf(c.Left, c.Right).Ranges()
	})
}

// writeOutKnown writes out the sums of n whose bounds are numbers: a member with a definition of its own must stand there,
// and not a letter that comes to be its index. Where that is too long n stays as it is.
func writeOutKnown(n expr.Node, sc *scope.Scope) expr.Node {
	left, ok := termsLimit, true
	flat := expr.Map(n, func(n expr.Node) expr.Node {
		s, is := n.(*expr.Series)
		if !is || !ok {
			return n
		}
		_, okLo := wholeNumber(s.Lo)
		_, okHi := wholeNumber(s.Hi)
		if !okLo || !okHi {
			return n
		}
		var sum expr.Node
		sum, ok = writeOut(s, &left, sc.Meter())
		return sum
	})
	if !ok {
		return n
	}
	return flat
}

// each changes everything that is compared, side conditions too.
func (p *pair) each(change func(expr.Node) expr.Node) {
	p.left, p.right = change(p.left), change(p.right)
	conditions := p.scope.Conditions()
	if len(conditions) == 0 {
		return
	}
	changed := make([]scope.Condition, len(conditions))
	for i, c := range conditions {
		changed[i] = scope.Condition{Left: change(c.Left), Right: change(c.Right)}
	}
	p.scope = p.scope.Requiring(changed)
}

// lines returns everything that is compared.
func (p *pair) lines() []expr.Node {
	all := []expr.Node{p.left, p.right}
	for _, c := range p.scope.Conditions() {
		all = append(all, c.Left, c.Right)
	}
	return all
}

// A choice takes a letter for another, or for a number.
type choice struct {
	letter *expr.Symbol
	is     expr.Node
}

// beKind looks at what a writer may have meant by a range without an end: where x_1, x_2 and x_3 stand beside a sum over
// all x, it may run over these three; a letter such as n that stands outside may be the number of its terms; and two such
// ranges may be one. A difference that is left then is one for every reader.
func (p *pair) beKind() {
	p.shownLeft, p.shownRight = p.left, p.right
	letters := p.unknownEnds()
	if len(letters) == 0 {
		return
	}
	letters = append(p.countLetters(), letters...)
	var end expr.Node = letters[0]
	if k := p.listed(); k > 0 {
		end = expr.Int(k)
	}
	for _, s := range letters {
		p.scope.Meter().Spend(expr.Size(p.shownLeft) + expr.Size(p.shownRight))
		p.kind = append(p.kind, choice{s, end})
		p.shownLeft, p.shownRight = expr.Substitute(p.shownLeft, s, end), expr.Substitute(p.shownRight, s, end)
	}
}

// complete gives the witness the values of the letters that were chosen; ends that nobody named are not told.
func (p *pair) complete(w *Witness) {
	if w == nil || len(p.kind) == 0 {
		return
	}
	for _, c := range p.kind {
		value := Value{Symbol: c.letter}
		if k, ok := wholeNumber(c.is); ok {
			value.Is = big.NewRat(k, 1)
		}
		for _, v := range w.Point {
			if expr.Equal(v.Symbol, c.is) {
				value.Is = v.Is
			}
		}
		known := slices.ContainsFunc(w.Point, func(v Value) bool { return expr.Equal(v.Symbol, c.letter) })
		if value.Is != nil && !known {
			w.Point = append(w.Point, value)
		}
	}
	w.Point = slices.DeleteFunc(w.Point, func(v Value) bool { return expr.IsUnknownEnd(v.Symbol) })
}

// unknownEnds returns the ends of ranges that nobody named.
func (p *pair) unknownEnds() []*expr.Symbol {
	return slices.DeleteFunc(expr.Symbols(p.left, p.right), func(s *expr.Symbol) bool { return !expr.IsUnknownEnd(s) })
}

// countLetters returns the letters that often are a number of terms and count nothing here.
func (p *pair) countLetters() []*expr.Symbol {
	both := expr.Minus(p.left, p.right)
	variables := p.variables()
	expr.Walk(both, func(n expr.Node) bool {
		if s, ok := n.(*expr.Series); ok {
			variables = addSymbol(variables, s.Index)
		}
		return true
	})
	return slices.DeleteFunc(expr.Symbols(both), func(s *expr.Symbol) bool {
		d, _ := p.scope.Domain(s)
		return holds(variables, s) || len(s.Index) > 0 || !slices.Contains(countNames, s.Name) || !d.Contains(big.NewRat(2, 1)) || !d.Contains(big.NewRat(3, 1))
	})
}

var countNames = []string{"n", "m", "k", "N", "M", "K", "C", "L", "T", "D"}

// variables returns what is differentiated by.
func (p *pair) variables() []*expr.Symbol { return variablesIn(p.lines()...) }

func variablesIn(lines ...expr.Node) []*expr.Symbol {
	var all []*expr.Symbol
	for _, n := range lines {
		expr.Walk(n, func(n expr.Node) bool {
			if d, ok := n.(*expr.Derivative); ok {
				all = addSymbol(all, d.Var)
			}
			return true
		})
	}
	return all
}

// listed returns how many members of a family that is summed over without bounds stand in the pair by number, 1, 2 and so
// on, if there are two or more.
func (p *pair) listed() int64 {
	most := int64(0)
	for _, s := range p.spans() {
		for _, slot := range s.slots {
			if k := listed(p.lines(), slot); k > 1 && !s.series.Bounded() {
				most = max(most, k)
			}
		}
	}
	return most
}

// vary lets every letter in a sum without an index go with the index that is not seen: what is proved then holds whether
// it does or not. What is differentiated by is one number.
func (p *pair) vary() {
	if !p.contents().Unseen() {
		return
	}
	fixed := p.variables()
	p.each(func(n expr.Node) expr.Node {
		return expr.Map(n, func(n expr.Node) expr.Node {
			if s, ok := n.(*expr.Series); ok && !s.Seen() {
				return &expr.Series{Span: s.Span, Index: s.Index, Lo: s.Lo, Hi: s.Hi, Body: p.varied(s, fixed), Product: s.Product}
			}
			return n
		})
	})
}

func isUnseen(n expr.Node) bool {
	s, ok := n.(*expr.Series)
	return ok && !s.Seen()
}

// varied returns the body of the sum with its letters as members of families.
func (p *pair) varied(s *expr.Series, fixed []*expr.Symbol) expr.Node {
	body := s.Body
	for _, letter := range expr.Symbols(body) {
		if holds(fixed, letter) || expr.Mentions(letter, s.Index) || expr.IsUnknownEnd(letter) {
			continue
		}
		p.scope.Meter().Spend(expr.Size(body))
		member := expr.Var(letter.Name+s.Index.Name, append(slices.Clone(letter.Index), s.Index)...)
		d, _ := p.scope.Domain(letter)
		p.scope.Declare(member, d)
		body = expr.Substitute(body, letter, member)
	}
	return body
}

// prepare takes the derivatives. It reports false when the result grows beyond all bounds.
func (p *pair) prepare() bool {
	sides := []*expr.Node{&p.left, &p.right, &p.shownLeft, &p.shownRight}
	written := [...]expr.Node{p.left, p.right, p.shownLeft, p.shownRight}
	if !p.stand() {
		return false
	}
	operators := p.standing.contents().Derivatives() || p.standing.contents().Applications()
	for i, side := range sides {
		if i > 1 && written[i] == written[i-2] {
			*side = *sides[i-2]
			continue
		}
		n, ok := written[i], true
		if !p.unfolded {
			n, ok = p.scope.Unfold(n)
		}
		prepared := n
		if ok && operators {
			prepared, ok = carriedOut(n, p.scope)
		} else if ok {
			prepared, ok = expressed(n, p.scope)
		}
		if !ok {
			return false
		}
		*side = p.settled(prepared)
		if p.standing.contents().Calls(expr.Max) {
			*side = p.overHinges(*side)
		}
		if known := p.knownRanges(); *side != written[i] || len(known) > 0 || p.depth > 0 {
			*side = expr.Expressed(algebra.Ranged(*side, known, p.scope))
		}
	}
	p.cut = p.narrows(p.left) || p.narrows(p.right)
	if operators {
		p.guards.left, p.guards.right = p.guardsOf(p.standing.left, p.left), p.guardsOf(p.standing.right, p.right)
	}
	return true
}
