package slip

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/sample"
)

// An evidence is how much of what a slip made has to be seen in the line typed.
type evidence uint8

const (
	nothing    evidence = iota // the value of the whole line is enough
	aPart                      // its value stands there
	allParts                   // the values of all its terms or factors do, a sum term by term
	wholeParts                 // the values of all its factors do, each in one piece
	asWritten                  // it stands there as it would be written
)

// hidden reports whether less is seen of a slip in the line typed than its words speak of.
func (c candidate) hidden() bool {
	part := c.changedPart()
	switch {
	case c.mistake.shows == aPart:
		return c.look() == unseen
	case c.mistake.shows == wholeParts && c.spot.After == nil:
		return c.look() < written // made throughout
	case c.mistake.shows == wholeParts:
		part = c.spot.After
	case c.mistake.shows == asWritten && c.look() == written:
		return false
	}
	return !c.of.bears(c.mistake.shows, part)
}

// bears reports whether a part of a line, which a slip made, is seen in the line typed as the slip demands.
func (s *search) bears(e evidence, part expr.Node) bool {
	switch e {
	case nothing:
		return true
	case aPart:
		return s.visible(part)
	case allParts:
		return s.stands(part)
	case wholeParts:
		return s.standsWhole(part)
	case asWritten:
		return s.writes(part)
	}
	return false
}

// visible reports whether what a slip made stands in the line typed, a sum term by term, whatever their signs.
func (s *search) visible(made expr.Node) bool {
	made, _ = expr.Unsigned(made)
	if s.inOnePiece(made) {
		return true
	}
	sum, ok := made.(*expr.Add)
	return ok && !slices.ContainsFunc(sum.Terms, func(t expr.Node) bool { return !s.visible(t) })
}

// inOnePiece reports whether a part of the line typed has a value, whatever its sign.
func (s *search) inOnePiece(made expr.Node) bool {
	values := s.sample.Of(made)
	opposite := sample.Each(values, func(x float64) float64 { return -x })
	return expr.Contains(s.wrong, func(n expr.Node) bool {
		v := s.sample.Of(n)
		return sample.Same(v, values) || sample.Same(v, opposite)
	})
}

// stands reports whether all terms, or all factors, of what a slip made stand in the line typed.
func (s *search) stands(made expr.Node) bool {
	parts := expr.Terms(made)
	if len(parts) == 1 {
		bare, _ := expr.Unsigned(made)
		parts = expr.Factors(bare)
	}
	hidden := func(p expr.Node) bool {
		bare, _ := expr.Unsigned(p)
		return !expr.IsNumber(bare) && !s.visible(bare) && (len(expr.Factors(bare)) == 1 || !s.stands(bare))
	}
	return !slices.ContainsFunc(parts, hidden)
}

// standsWhole reports whether what a slip made stands in the line typed, or all of its factors do.
func (s *search) standsWhole(made expr.Node) bool {
	bare, _ := expr.Unsigned(made)
	return s.inOnePiece(bare) || !slices.ContainsFunc(expr.Factors(bare), func(f expr.Node) bool { return !s.inOnePiece(f) })
}

// writes reports whether a part stands in the line typed as it is written, alone or among other terms or factors.
func (s *search) writes(part expr.Node) bool {
	part, _ = expr.Unsigned(part)
	return expr.Contains(s.wrong, func(n expr.Node) bool {
		switch part := part.(type) {
		case *expr.Add:
			sum, ok := n.(*expr.Add)
			return ok && among(part.Terms, sum.Terms)
		case *expr.Mul:
			product, ok := n.(*expr.Mul)
			return ok && among(part.Factors, product.Factors)
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
		}
		return expr.Alike(n, part)
	})
}

// among reports whether all parts stand in a list, up to notation.
func among(parts, list []expr.Node) bool {
	return !slices.ContainsFunc(parts, func(p expr.Node) bool {
		return !slices.ContainsFunc(list, func(n expr.Node) bool { return expr.Alike(n, p) })
	})
}
