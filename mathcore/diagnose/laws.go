package diagnose

import (
	"math/bits"
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// A law rewrites a line throughout, so that two lines between which the law alone stands become the same.
type law struct {
	rule  Rule
	apply func(r *recogniser, n expr.Node) expr.Node
}

// laws lists the laws, those told rather first.
var laws = []law{
	{LogOfExp, everywhere(logOfExp)},
	{LogOfPower, everywhere(logOfPower)},
	{LogOfProduct, everywhere(logOfProduct)},
	{LogOfQuotient, everywhere(logOfQuotient)},
	{SumLinearity, everywhere(linear)},
	{Cancel, everywhere(strikeCommon)},
	{Expand, everywhere(multiplyOut)},
	{ExponentLaw, everywhere(gatherExponents)},
	{SubstituteDefinition, (*recogniser).putIn},
	{KnownResult, (*recogniser).known},
	{CommonDenominator, everywhere(overCommon)},
}

func everywhere(change func(expr.Node) expr.Node) func(*recogniser, expr.Node) expr.Node {
	return func(_ *recogniser, n expr.Node) expr.Node { return expr.Map(n, change) }
}

// oneLaw names the law that alone stands between a and b.
func (r *recogniser) oneLaw(a, b expr.Node) bool {
	for i := range laws {
		if r.lawsJoin(1<<i, a, b) {
			return true
		}
	}
	return false
}

// laws names two laws, or three, that together stand between a and b; of several such sets the first.
func (r *recogniser) laws(a, b expr.Node) {
	for count := 2; count <= 3; count++ {
		for set := range uint(1) << len(laws) {
			if bits.OnesCount(set) == count && r.lawsJoin(set, a, b) {
				return
			}
		}
	}
}

// lawsJoin names the laws of the set if they make a and b the same.
func (r *recogniser) lawsJoin(set uint, a, b expr.Node) bool {
	p, q := a, b
	for range 2 { // one law may make room for another
		for i, l := range laws {
			if set&(1<<i) != 0 {
				p, q = l.apply(r, calculus.Tidy(p)), l.apply(r, calculus.Tidy(q))
			}
		}
	}
	if key(p) != key(q) {
		return false
	}
	for i, l := range laws {
		if set&(1<<i) != 0 {
			r.add(direction(l.rule, a, b)...)
		}
	}
	return true
}

// direction returns the name of a law by the way it was used.
func direction(rule Rule, a, b expr.Node) []Rule {
	before, after := brackets(a), brackets(b)
	_, wasSum := plain(a).(*expr.Add)
	_, nowSum := plain(b).(*expr.Add)
	switch {
	case rule == Cancel && cancelling(a) < cancelling(b):
		return []Rule{ExpandFraction}
	case rule != Expand:
		return []Rule{rule}
	case wasSum && !nowSum:
		return []Rule{Factor}
	case before > after && expr.Size(b) < expr.Size(calculus.Tidy(multiplied(a))):
		return []Rule{Expand, Collect}
	case before > after:
		return []Rule{Expand}
	case before < after:
		return []Rule{Factor}
	}
	return []Rule{Expand, Collect}
}

func multiplied(n expr.Node) expr.Node { return expr.Map(n, distribute) }

// brackets counts the sums that are factors, powers or have a minus in front.
func brackets(n expr.Node) int {
	count := 0
	expr.Walk(n, func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Mul:
			for _, f := range n.Factors {
				if isSum(plain(f)) {
					count++
				}
			}
		case *expr.Neg:
			if q, ok := n.X.(*expr.Div); isSum(n.X) || ok && isSum(q.Num) {
				count++
			}
		case *expr.Pow:
			if isSum(n.Base) {
				count++
			}
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Add, *expr.Div, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
		}
		return true
	})
	return count
}

func logOfExp(n expr.Node) expr.Node {
	if x, ok := lnOf(n); ok {
		if base, u, ok := powerOf(x); ok && isE(base) {
			return u
		}
	}
	return n
}

func logOfPower(n expr.Node) expr.Node {
	x, ok := lnOf(n)
	if !ok {
		return n
	}
	if base, u, ok := powerOf(x); ok {
		return expr.Product(u, ln(base))
	}
	if q, ok := x.(*expr.Div); ok && is(q.Num, 1) {
		return expr.Negative(ln(q.Den))
	}
	return n
}

func logOfProduct(n expr.Node) expr.Node {
	if x, ok := lnOf(n); ok {
		if p, ok := x.(*expr.Mul); ok {
			return expr.Sum(mapped(p.Factors, ln)...)
		}
	}
	return n
}

func logOfQuotient(n expr.Node) expr.Node {
	if x, ok := lnOf(n); ok {
		if q, ok := x.(*expr.Div); ok {
			return expr.Minus(ln(q.Num), ln(q.Den))
		}
	}
	return n
}

// linear splits a sum over its terms and moves what does not count along out in front.
func linear(n expr.Node) expr.Node {
	s, ok := n.(*expr.Series)
	if !ok {
		return n
	}
	return expr.Sum(mapped(terms(s.Body), func(t expr.Node) expr.Node {
		bare, negative := unsigned(t)
		var front, rest []expr.Node
		for _, f := range factors(bare) {
			if expr.Mentions(f, s.Index) || mentionsIndex(f, s.Index) {
				rest = append(rest, f)
			} else {
				front = append(front, f)
			}
		}
		sum := expr.Node(&expr.Series{Index: s.Index, Lo: s.Lo, Hi: s.Hi, Body: expr.Product(rest...)})
		product := expr.Product(append(front, sum)...)
		if negative {
			return expr.Negative(product)
		}
		return product
	})...)
}

// mentionsIndex reports whether some symbol of n has the index.
func mentionsIndex(n expr.Node, index *expr.Symbol) bool {
	return expr.Contains(n, func(n expr.Node) bool { return expr.Equal(n, index) })
}

// multiplyOut multiplies sums out and brings the like terms together.
func multiplyOut(n expr.Node) expr.Node { return oneBarTop(calculus.Tidy(expr.Sorted(distribute(n)))) }

// oneBar writes every product of fractions over one bar.
func oneBar(n expr.Node) expr.Node { return expr.Map(calculus.Tidy(n), oneBarTop) }

func oneBarTop(n expr.Node) expr.Node {
	if _, ok := n.(*expr.Mul); !ok || fractionsBeside(n) == 0 {
		return n
	}
	above, below := split(n)
	return calculus.Tidy(expr.Quotient(expr.Product(above...), expr.Product(below...)))
}

// strikeCommon takes the factors away that stand above and below.
func strikeCommon(n expr.Node) expr.Node {
	switch n.(type) {
	case *expr.Mul, *expr.Div:
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative,
		*expr.Series:
		return n
	}
	above, below := split(n)
	for i := 0; i < len(below); i++ {
		k := slices.IndexFunc(above, func(f expr.Node) bool { return expr.Alike(f, below[i]) })
		if k >= 0 {
			above, below = without(above, k), without(below, i)
			i--
		}
	}
	product := expr.Product(above...)
	if len(below) > 0 {
		return expr.Quotient(product, expr.Product(below...))
	}
	return product
}

// distribute multiplies out at the root: products and powers of sums, and a minus before a bar.
func distribute(n expr.Node) expr.Node {
	switch n := n.(type) {
	case *expr.Mul:
		return distributeProduct(n.Factors)
	case *expr.Neg:
		if q, ok := n.X.(*expr.Div); ok && isSum(q.Num) {
			return expr.Quotient(expr.Sum(mapped(terms(q.Num), opposite)...), q.Den)
		}
		if isSum(n.X) {
			return expr.Sum(mapped(terms(n.X), opposite)...)
		}
	case *expr.Pow:
		if is(n.Exp, 2) && isSum(n.Base) {
			return distributeProduct([]expr.Node{n.Base, n.Base})
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Add, *expr.Div, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return n
}

func distributeProduct(list []expr.Node) expr.Node {
	const most = 64
	sums := []expr.Node{expr.Int(1)}
	for _, f := range list {
		bare, negative := unsigned(f)
		var next []expr.Node
		for _, s := range sums {
			for _, t := range terms(bare) {
				if negative {
					t = opposite(t)
				}
				next = append(next, expr.Product(s, t))
			}
		}
		if len(next) > most {
			return expr.Product(list...)
		}
		sums = next
	}
	return expr.Sum(sums...)
}

// gatherExponents writes a product or quotient with each base once, under the sum of its exponents.
func gatherExponents(n expr.Node) expr.Node {
	switch n.(type) {
	case *expr.Mul, *expr.Div, *expr.Pow, *expr.Call:
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Apply, *expr.Derivative, *expr.Series:
		return n
	}
	var g gathered
	g.take(n, expr.Int(1))
	var powers []expr.Node
	for i, base := range g.bases {
		exponent := calculus.Tidy(expr.Map(g.exponents[i], distribute))
		if !is(exponent, 0) {
			powers = append(powers, expr.Power(base, exponent))
		}
	}
	return expr.Product(powers...)
}

type gathered struct{ bases, exponents []expr.Node }

func (g *gathered) take(n, exponent expr.Node) {
	switch n := n.(type) {
	case *expr.Mul:
		for _, f := range n.Factors {
			g.take(f, exponent)
		}
		return
	case *expr.Div:
		g.take(n.Num, exponent)
		g.take(n.Den, expr.Negative(exponent))
		return
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative,
		*expr.Series:
	}
	if base, inner, ok := powerOf(n); ok {
		if _, number := rational(inner); number || isE(base) {
			g.take(base, expr.Product(inner, exponent))
			return
		}
	}
	i := slices.IndexFunc(g.bases, func(b expr.Node) bool { return expr.Alike(b, n) })
	if i < 0 {
		g.bases, g.exponents = append(g.bases, n), append(g.exponents, exponent)
		return
	}
	g.exponents[i] = expr.Sum(g.exponents[i], exponent)
}

// putIn puts all definitions in, that of the sigmoid among them.
func (r *recogniser) putIn(n expr.Node) expr.Node {
	n, _ = r.sc.Unfold(n)
	return expr.Map(n, func(n expr.Node) expr.Node {
		if c, ok := n.(*expr.Call); ok && c.Func == expr.Sigmoid {
			down := expr.Power(&expr.Constant{Name: expr.E}, calculus.Tidy(expr.Negative(c.Args[0])))
			return expr.Quotient(expr.Int(1), expr.Sum(expr.Int(1), down))
		}
		return n
	})
}

// known uses what the course has proved of the sigmoid.
func (r *recogniser) known(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		if r.in.sigmoid(n) {
			if u, negative := unsigned(expr.Children(n)[0]); negative {
				return oneMinus(expr.WithChildren(n, []expr.Node{u}))
			}
		}
		q, ok := n.(*expr.Div)
		if !ok {
			return n
		}
		base, u, raised := powerOf(q.Num)
		if sum := expr.Sum(expr.Int(1), q.Num); raised && isE(base) && expr.Alike(sum, q.Den) {
			if v, negative := unsigned(u); negative {
				return oneMinus(expr.Of(expr.Sigmoid, v))
			}
			return expr.Of(expr.Sigmoid, u)
		}
		return n
	})
}
