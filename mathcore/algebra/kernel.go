package algebra

import (
	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// A kernelID numbers a kernel of the context: it is a variable of its polynomials.
type kernelID = poly.Var

// A kind tells what a kernel stands for.
type kind uint8

const (
	symbolKernel  kind = iota // a letter
	piKernel                  // the number π
	imagKernel                // i with i² = -1; arises from angles only
	integerKernel             // a whole number > 1 that is not split further; stands only under modulus and log
	expKernel                 // e to the argument, a product with coefficient 1
	unitKernel                // e to i times the argument, a product with coefficient 1, or with one that is no exponent
	logKernel                 // ln|target|
	modulusKernel             // |target|
	callKernel                // a function whose laws are not used, of canonical arguments
	applyKernel               // an unknown function of canonical arguments
	seriesKernel              // a sum with symbolic bounds: lo, hi, body
	productKernel             // a product with symbolic bounds: lo, hi, body
	powerKernel               // a power whose base has no known sign and whose exponent may be whole
	parityKernel              // the sign of the base, or -1, to the power of a product of whole letters
)

// A target is what a modulus or a logarithm is taken of: a kernel or a base.
type target struct {
	isBase bool
	id     int32
}

func kernelTarget(k kernelID) target { return target{id: int32(k)} }
func baseTarget(b baseID) target     { return target{isBase: true, id: int32(b)} }

// A kernel is an indivisible part of a monomial.
type kernel struct {
	kind   kind
	symbol *expr.Symbol // of symbolKernel
	call   expr.Func    // of callKernel
	apply  *expr.Apply  // of applyKernel: name, index and primes; its arguments do not count
	number rat.Rat      // of integerKernel
	target target       // of logKernel and modulusKernel
	args   []product
	// levels is the set of bound indices that the kernel depends on, one bit a nesting level.
	levels uint64
}

// algebraic reports whether powers of the kernel obey a relation that reduced applies.
func (k *kernel) algebraic() bool {
	switch k.kind {
	case imagKernel, modulusKernel, parityKernel:
		return true
	case unitKernel:
		return len(k.args[0].m) == 1 && len(k.args[0].f) == 0
	case callKernel:
		return k.call == expr.Delta
	case symbolKernel, piKernel, integerKernel, expKernel, logKernel, applyKernel, seriesKernel, productKernel, powerKernel:
		return false
	}
	panic("algebra: unknown kernel")
}

// intern returns the number of the kernel, a new one if it is not known yet.
func (ctx *context) intern(k kernel) kernelID {
	ctx.meter.Spend(2 + 2*len(k.args))
	key := append(ctx.key[:0], byte(k.kind), byte(k.call), b2i(k.target.isBase))
	key = poly.VarTo(kernelID(k.target.id), 1).AppendKey(key)
	switch k.kind {
	case symbolKernel:
		key = appendSymbolKey(key, k.symbol)
	case applyKernel:
		key = append(key, k.apply.Name...)
		key = append(key, 0, byte(k.apply.Primes))
		for _, n := range k.apply.Index {
			key = appendNodeKey(key, n)
		}
	case integerKernel:
		key = k.number.AppendKey(key)
	case piKernel, imagKernel, expKernel, unitKernel, logKernel, modulusKernel, callKernel, seriesKernel, productKernel, powerKernel,
		parityKernel:
	}
	for _, a := range k.args {
		key = a.appendKey(key)
	}
	ctx.key = key
	if id, ok := ctx.byKey[string(key)]; ok {
		return id
	}
	k.levels = ctx.kernelLevels(&k)
	id := kernelID(len(ctx.kernels))
	ctx.kernels = append(ctx.kernels, k)
	ctx.byKey[string(key)] = id
	return id
}

func b2i(b bool) byte {
	if b {
		return 1
	}
	return 0
}

func appendSymbolKey(key []byte, s *expr.Symbol) []byte {
	key = append(key, 's')
	key = append(key, s.Name...)
	for _, n := range s.Index {
		key = append(key, '_')
		key = appendNodeKey(key, n)
	}
	return append(key, 0)
}

// appendNodeKey spells an index: a symbol, a number, or any other tree.
func appendNodeKey(key []byte, n expr.Node) []byte {
	switch n := n.(type) {
	case *expr.Symbol:
		return appendSymbolKey(key, n)
	case *expr.Number:
		return append(append(key, 'n'), n.Value.RatString()...)
	case *expr.Add:
		key = append(key, '+')
	case *expr.Mul:
		key = append(key, '*')
	case *expr.Neg:
		key = append(key, '-')
	case *expr.Div:
		key = append(key, '/')
	case *expr.Pow:
		key = append(key, '^')
	case *expr.Constant:
		return append(key, 'c', byte(n.Name))
	case *expr.Call:
		key = append(key, 'f', byte(n.Func))
	case *expr.Apply:
		key = append(append(key, 'a'), n.Name...)
		key = append(key, byte(n.Primes))
	case *expr.Derivative:
		key = append(key, 'd', byte(n.Order))
	case *expr.Series:
		key = append(key, 'S', b2i(n.Product))
	}
	for _, c := range expr.Children(n) {
		key = appendNodeKey(key, c)
	}
	return append(key, 0)
}

// kernelLevels returns the set of bound indices that the kernel depends on, one bit a level.
func (ctx *context) kernelLevels(k *kernel) uint64 {
	var levels uint64
	for _, a := range k.args {
		levels |= ctx.productLevels(a)
	}
	switch k.kind {
	case symbolKernel:
		levels |= nodeLevels(k.symbol)
	case applyKernel:
		for _, n := range k.apply.Index {
			levels |= nodeLevels(n)
		}
	case logKernel, modulusKernel:
		levels |= ctx.targetLevels(k.target)
	case seriesKernel, productKernel:
		levels &^= 1 << uint(k.target.id)
	case piKernel, imagKernel, integerKernel, expKernel, unitKernel, callKernel, powerKernel, parityKernel:
	}
	return levels
}

func (ctx *context) targetLevels(t target) uint64 {
	if t.isBase {
		return ctx.baseLevels(baseID(t.id))
	}
	return ctx.kernels[t.id].levels
}

func (ctx *context) productLevels(p product) uint64 {
	levels := ctx.monomialLevels(p.m)
	for _, x := range p.f {
		levels |= ctx.baseLevels(x.base)
	}
	return levels
}

func (ctx *context) polyLevels(p poly.Poly) uint64 {
	var levels uint64
	for _, t := range p {
		levels |= ctx.monomialLevels(t.M)
	}
	return levels
}

func (ctx *context) monomialLevels(m poly.Monomial) uint64 {
	var levels uint64
	for _, q := range m {
		levels |= ctx.kernels[q.Var].levels
	}
	return levels
}

// boundPrefix begins the names of bound indices inside normal forms; no letter that can be typed looks like it.
const boundPrefix = "#"

func boundSymbol(level int) *expr.Symbol { return expr.Var(boundPrefix + string(rune('a'+level))) }

func nodeLevels(n expr.Node) uint64 {
	var levels uint64
	expr.Walk(n, func(n expr.Node) bool {
		if s, ok := n.(*expr.Symbol); ok && len(s.Name) == 2 && s.Name[0] == boundPrefix[0] {
			levels |= 1 << uint(s.Name[1]-'a')
		}
		return true
	})
	return levels
}
