package calculus

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// Limits beyond which Resolve gives up: the size of a result, and the work of one call in nodes differentiated.
const (
	sizeLimit = 40_000
	workLimit = 30_000
)

// workOfName is the work that putting in a definition counts for; definitions in definitions can double at each level.
const workOfName = 100

// Resolve returns n with every derivative operator carried out, inner ones first, and g'(u) of a defined g replaced by
// its meaning; f'(u) of an unknown f stays. It reports false, and returns n as it was, if some operator cannot be
// carried out or the result grows beyond all bounds.
func Resolve(n expr.Node, sc *scope.Scope) (expr.Node, bool) { return resolve(n, sc) }

func resolve(n expr.Node, sc *scope.Scope) (expr.Node, bool) {
	if sc == nil {
		sc = &scope.Scope{}
	}
	r := resolver{sc: sc, circles: circlesOf(sc), work: workLimit}
	resolved := r.node(n)
	if r.failed {
		return n, false
	}
	if resolved != n && !fits(resolved, sizeLimit) {
		return n, false
	}
	return resolved, true
}

type resolver struct {
	sc      *scope.Scope
	circles *circles
	work    int
	slots   int
	failed  bool
	bound   []*expr.Symbol // indices of the sums around
}

func (r *resolver) fail(n expr.Node) expr.Node {
	r.failed = true
	return n
}

func (r *resolver) node(n expr.Node) expr.Node {
	r.work--
	r.sc.Meter().Spend(1)
	if r.failed || r.work < 0 {
		return r.fail(n)
	}
	switch n := n.(type) {
	case *expr.Derivative:
		return r.times(r.node(n.Body), n.Var, n.Order)
	case *expr.Apply:
		if resolved, ok := r.apply(n); ok {
			return resolved
		}
	case *expr.Symbol:
		if meaning, ok := r.sc.Meaning(n); ok && !r.circles.hold(n) && expr.Contains(meaning, derives) {
			return r.inside(meaning)
		}
		return n
	case *expr.Number, *expr.Constant:
		return n
	case *expr.Series:
		r.bound = append(r.bound, n.Index)
		defer func() { r.bound = r.bound[:len(r.bound)-1] }()
	case *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call:
	}
	return r.parts(n)
}

func (r *resolver) parts(n expr.Node) expr.Node {
	return expr.MapChildren(n, func(i int, p expr.Node) expr.Node {
		if expr.Binds(n, i) {
			return p
		}
		return r.node(p)
	})
}

// times differentiates n that many times.
func (r *resolver) times(n expr.Node, by *expr.Symbol, order int) expr.Node {
	for range order {
		size := expr.SizeUpTo(n, sizeLimit)
		r.sc.Meter().Spend(size)
		r.work -= size
		if size >= sizeLimit || r.work < 0 {
			return r.fail(n)
		}
		d := newDeriver(n, by, r.sc)
		d.bound = slices.Clone(r.bound)
		n = d.step(n).Result
		if !fits(n, sizeLimit) || expr.Contains(n, isOperator) {
			return r.fail(n)
		}
		if isZero(n) {
			break
		}
	}
	return n
}

// apply replaces g'(u), and g(u) where the definition of g holds derivatives: the definition is differentiated with
// fresh names for its arguments, which are put in afterwards.
func (r *resolver) apply(n *expr.Apply) (expr.Node, bool) {
	bare := &expr.Apply{Name: n.Name, Index: n.Index, Args: make([]expr.Node, len(n.Args))}
	slots := make([]*expr.Symbol, len(n.Args))
	for i := range n.Args {
		r.slots++
		slots[i] = expr.SlotNumber(r.slots)
		bare.Args[i] = slots[i]
	}
	body, defined := r.sc.Meaning(bare)
	if !defined {
		body, defined = knownByName(bare)
	}
	if !defined || n.Primes == 0 && !expr.Contains(body, derives) {
		return nil, false
	}
	if n.Primes > 0 && len(n.Args) != 1 || r.circles.hold(n) {
		return r.fail(n), true
	}
	if isSigmoid(bare, r.sc) {
		body = bare
	} else {
		body = r.inside(body)
	}
	if n.Primes > 0 {
		body = r.times(body, slots[0], n.Primes)
	}
	for i, slot := range slots {
		body = expr.Substitute(body, slot, r.node(n.Args[i]))
	}
	return body, true
}

// knownByName returns the call of a known function that stands with a prime, as in σ'(z).
func knownByName(n *expr.Apply) (expr.Node, bool) {
	if len(n.Index) > 0 || len(n.Args) != 1 {
		return nil, false
	}
	for _, f := range expr.Funcs() {
		if f.String() == n.Name && f.Arity() == 1 {
			return expr.Of(f, n.Args[0]), true
		}
	}
	return nil, false
}

// inside resolves what a name stands for.
func (r *resolver) inside(meaning expr.Node) expr.Node {
	r.work -= workOfName
	if r.work < 0 {
		return r.fail(meaning)
	}
	return r.node(meaning)
}

// derives reports whether a node is a derivative, by operator or by prime.
func derives(n expr.Node) bool {
	a, ok := n.(*expr.Apply)
	return isOperator(n) || ok && a.Primes > 0
}

func isOperator(n expr.Node) bool {
	_, ok := n.(*expr.Derivative)
	return ok
}

// fits reports whether n has fewer nodes than limit. Shared parts count as often as they occur.
func fits(n expr.Node, limit int) bool { return expr.SizeUpTo(n, limit) < limit }
