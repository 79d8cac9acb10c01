package scope

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"strings"

	"chainrule/mathcore/rat"
)

// A Domain is the set of values that a symbol may take: an interval, or a finite set of rationals. The zero Domain is
// the whole real line.
type Domain struct {
	Lo, Hi         *big.Rat // ends of the interval, nil where it is unbounded
	LoOpen, HiOpen bool     // whether the ends are left out
	Whole          bool     // only the whole numbers of the interval
	Set            []*big.Rat
}

// Real is the whole real line.
var Real = Domain{}

// Interval returns the interval from lo to hi, open or closed at each end. A nil end is unbounded.
func Interval(lo, hi *big.Rat, loOpen, hiOpen bool) Domain {
	return Domain{Lo: lo, Hi: hi, LoOpen: loOpen, HiOpen: hiOpen}
}

// Finite reports whether the domain is a finite set listed in d.Set.
func (d Domain) Finite() bool { return d.Set != nil }

// Contains reports whether r belongs to the domain.
func (d Domain) Contains(r *big.Rat) bool {
	if d.Finite() {
		return slices.ContainsFunc(d.Set, func(s *big.Rat) bool { return s.Cmp(r) == 0 })
	}
	if d.Whole && !r.IsInt() {
		return false
	}
	if d.Lo != nil {
		if c := compareEnds(r, d.Lo); c < 0 || c == 0 && d.LoOpen {
			return false
		}
	}
	if d.Hi != nil {
		if c := compareEnds(r, d.Hi); c > 0 || c == 0 && d.HiOpen {
			return false
		}
	}
	return true
}

// LeastWhole returns a whole number than which none of the domain is less, the greatest such. It reports false where the domain
// has no lower end.
func (d Domain) LeastWhole() (*big.Rat, bool) {
	lo := d.Lo
	if d.Finite() {
		lo = slices.MinFunc(d.Set, (*big.Rat).Cmp)
	}
	if lo == nil {
		return nil, false
	}
	down := new(big.Int).Div(lo.Num(), lo.Denom()) // rounds down, since the denominator is positive
	least := new(big.Rat).SetInt(down)
	if least.Cmp(lo) < 0 || d.LoOpen && !d.Finite() {
		least.Add(least, big.NewRat(1, 1))
	}
	return least, true
}

// Span returns the ends of the least interval that holds the domain, which are infinite where it has none. Those of an empty set
// are both 0.
func (d Domain) Span() (lo, hi float64) {
	if d.Finite() {
		if len(d.Set) == 0 {
			return 0, 0
		}
		lo, _ = slices.MinFunc(d.Set, (*big.Rat).Cmp).Float64()
		hi, _ = slices.MaxFunc(d.Set, (*big.Rat).Cmp).Float64()
		return lo, hi
	}
	lo, hi = math.Inf(-1), math.Inf(1)
	if d.Lo != nil {
		lo, _ = d.Lo.Float64()
	}
	if d.Hi != nil {
		hi, _ = d.Hi.Float64()
	}
	return lo, hi
}

// compareEnds compares two numbers, without memory as long as both are short.
func compareEnds(r, end *big.Rat) int { return rat.Of(r).Cmp(rat.Of(end)) }

// String returns the domain as it is declared: real, pos, (0,1), {0,1}.
func (d Domain) String() string {
	if d.Finite() {
		members := make([]string, len(d.Set))
		for i, r := range d.Set {
			members[i] = r.RatString()
		}
		return "{" + strings.Join(members, ",") + "}"
	}
	for _, n := range named {
		if n.domain.same(d) {
			return n.name
		}
	}
	left, lo, hi, right := "[", "-inf", "inf", "]"
	if d.Lo != nil {
		lo = d.Lo.RatString()
	}
	if d.Hi != nil {
		hi = d.Hi.RatString()
	}
	if d.LoOpen || d.Lo == nil {
		left = "("
	}
	if d.HiOpen || d.Hi == nil {
		right = ")"
	}
	return left + lo + "," + hi + right
}

func (d Domain) same(e Domain) bool {
	end := func(a, b *big.Rat) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 }
	return !d.Finite() && !e.Finite() && end(d.Lo, e.Lo) && end(d.Hi, e.Hi) &&
		d.LoOpen == e.LoOpen && d.HiOpen == e.HiOpen && d.Whole == e.Whole
}

var zero, one = big.NewRat(0, 1), big.NewRat(1, 1)

var named = []struct {
	name   string
	domain Domain
}{
	{"real", Real},
	{"pos", Domain{Lo: zero, LoOpen: true}},
	{"nonneg", Domain{Lo: zero}},
	{"neg", Domain{Hi: zero, HiOpen: true}},
	{"int", Domain{Whole: true}},
	{"nat", Domain{Lo: one, Whole: true}},
}

// ParseDomain reads a domain as it is declared: real, pos, nonneg, neg, int, nat (1, 2, 3 …), (a,b), [a,b], (a,b],
// {a,b,…}. Ends are rational numbers, inf or -inf.
func ParseDomain(text string) (Domain, error) {
	text = strings.TrimSpace(text)
	for _, n := range named {
		if n.name == text {
			return n.domain, nil
		}
	}
	if len(text) < 2 {
		return Domain{}, unknownDomain(text)
	}
	first, last, inside := text[0], text[len(text)-1], strings.Split(text[1:len(text)-1], ",")
	switch {
	case first == '{' && last == '}':
		return parseSet(inside)
	case (first == '(' || first == '[') && (last == ')' || last == ']') && len(inside) == 2:
		return parseInterval(first == '(', last == ')', inside[0], inside[1])
	}
	return Domain{}, unknownDomain(text)
}

// unknownDomain complains of a domain that is none, and tells those that have names.
func unknownDomain(text string) error {
	names := make([]string, len(named))
	for i, n := range named {
		names[i] = n.name
	}
	return fmt.Errorf("unknown domain %q; write %s, (a,b), [a,b] or {a,b}", text, strings.Join(names, ", "))
}

func parseSet(members []string) (Domain, error) {
	d := Domain{Set: []*big.Rat{}}
	for _, m := range members {
		r, err := parseEnd(m)
		if err != nil {
			return Domain{}, err
		}
		if r == nil {
			return Domain{}, fmt.Errorf("a finite set cannot hold %q", m)
		}
		d.Set = append(d.Set, r)
	}
	return d, nil
}

func parseInterval(loOpen, hiOpen bool, lo, hi string) (Domain, error) {
	if up, down := strings.TrimSpace(lo), strings.TrimSpace(hi); up == "inf" || up == "+inf" || up == "∞" || down == "-inf" || down == "-∞" {
		return Domain{}, fmt.Errorf("the interval from %s to %s is empty", up, down)
	}
	a, err := parseEnd(lo)
	if err != nil {
		return Domain{}, err
	}
	b, err := parseEnd(hi)
	if err != nil {
		return Domain{}, err
	}
	if a != nil && b != nil && (a.Cmp(b) > 0 || a.Cmp(b) == 0 && (loOpen || hiOpen)) {
		return Domain{}, fmt.Errorf("the interval from %s to %s is empty", a.RatString(), b.RatString())
	}
	return Interval(a, b, loOpen && a != nil, hiOpen && b != nil), nil
}

// parseEnd reads one number; nil stands for inf and -inf.
func parseEnd(text string) (*big.Rat, error) {
	text = strings.TrimSpace(text)
	switch text {
	case "inf", "-inf", "+inf", "∞", "-∞":
		return nil, nil
	}
	const longest = 40
	text = strings.Replace(text, "−", "-", 1)
	r, ok := new(big.Rat), len(text) <= longest && strings.Trim(text, "+-./0123456789") == ""
	if ok {
		r, ok = r.SetString(text)
	}
	if !ok {
		return nil, fmt.Errorf("%q is no plain number", text)
	}
	return r, nil
}
