package slip

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/sample"
)

// missingFactor is a factor of the wanted line that is not in the line typed, where no slip tells why. It is proved by
// putting the factor in.
//
// Example: x^2*e^x -> x*e^x
// Example: (h-y)*b/(c*(1-c)) -> (h-y)*b/c
const missingFactor ID = "missing-factor"

// unitsOfFactor is what it costs to try a factor, beside its values.
const unitsOfFactor = 10

// factored returns the factor by which the line typed and the wanted one differ, and whether it is missing or one too many.
// One that stands there as a factor goes before a letter, which may stand in each term.
func (s *search) factored() Residue {
	right := s.sources[0]
	for _, source := range s.sources[:s.plain] {
		for _, f := range factorsOf(source) {
			if s.makes(s.wrong, f, right) {
				return Residue{missingFactor, f}
			}
		}
	}
	for _, f := range factorsOf(s.wrong) {
		if s.makes(right, f, s.wrong) {
			return Residue{extraFactor, f}
		}
	}
	for _, letter := range s.in.names {
		if s.makes(s.wrong, letter, right) {
			return Residue{missingFactor, letter}
		}
	}
	for _, letter := range expr.Symbols(s.wrong) {
		if s.makes(right, letter, s.wrong) {
			return Residue{extraFactor, letter}
		}
	}
	return Residue{}
}

// makes reports whether a line times f is another, proved by the judge.
func (s *search) makes(line, f, other expr.Node) bool {
	s.in.Scope.Meter().Spend(unitsOfFactor)
	product := expr.Product(line, f)
	if sample.Same(s.sample.Of(f), sample.Constant(0)) {
		return false
	}
	return sample.Same(s.sample.Of(product), s.sample.Of(other)) &&
		judge.Compare(product, other, s.in.Scope).Relation == judge.Equal
}

// factorsOf returns what a line has for factors, without numbers: of a power its base, of a quotient also one over what
// stands below, piece by piece and together.
func factorsOf(line expr.Node) []expr.Node {
	bare, _ := expr.Unsigned(line)
	var all []expr.Node
	add := func(f expr.Node) {
		if p, ok := f.(*expr.Pow); ok && !expr.IsE(p.Base) {
			all = append(all, p.Base, p)
			f = expr.Quotient(expr.Int(1), p.Base)
		}
		all = append(all, f)
	}
	all = append(all, slopesIn(expr.Factors(bare))...)
	for _, f := range expr.Factors(bare) {
		q, ok := f.(*expr.Div)
		if !ok {
			if len(expr.Symbols(f)) > 0 {
				add(f)
			}
			continue
		}
		if _, sum := q.Num.(*expr.Add); !sum {
			all = append(all, factorsOf(q.Num)...)
		} else {
			add(q.Num)
		}
		for _, d := range expr.Factors(q.Den) {
			if len(expr.Symbols(d)) == 0 {
				continue
			}
			if p, ok := d.(*expr.Pow); ok && !expr.IsE(p.Base) {
				d = p.Base
			}
			all = append(all, expr.Quotient(expr.Int(1), d))
		}
		if len(expr.Factors(q.Den)) > 1 && len(expr.Symbols(q.Den)) > 0 {
			all = append(all, expr.Quotient(expr.Int(1), q.Den))
		}
	}
	return all
}

// slopesIn returns the products u (1-u) among factors, which come and go as one.
func slopesIn(factors []expr.Node) []expr.Node {
	var all []expr.Node
	for _, f := range factors {
		u, ok := expr.Complement(f)
		if ok && slices.ContainsFunc(factors, func(g expr.Node) bool { return expr.Equal(g, u) }) {
			all = append(all, expr.Product(u, f))
		}
	}
	return all
}
