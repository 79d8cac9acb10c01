package eval

import (
	"math/big"
	"slices"

	"chainrule/mathcore/budget"
	"chainrule/mathcore/expr"
)

// Limits of a program. What exceeds them is not compiled.
const (
	codeLimit  = 1 << 17 // instructions
	depthLimit = 10_000  // depth of the tree
	foldLimit  = 1 << 11 // bits of a constant computed while compiling
	reuseReach = 40      // how far back an equal instruction or constant is looked for
)

// Compile makes n ready for evaluation with the variables in the given order. It reports false if n holds something
// without a value of its own: a derivative operator, a function that the program does not know, a symbol that is not
// among vars, a sum whose bounds are no constants; or if n is too large.
func Compile(n expr.Node, vars []*expr.Symbol) (*Program, bool) { return CompileUnder(nil, n, vars) }

// CompileUnder is Compile for one computation: compiling and every evaluation of the program draw on the meter, so that
// the program must not be used by several goroutines.
func CompileUnder(m *budget.Meter, n expr.Node, vars []*expr.Symbol) (*Program, bool) {
	c := compiler{meter: m, vars: vars, code: make([]ins, 0, 16), left: unrollLimit}
	root, ok := c.node(n)
	if !ok {
		return nil, false
	}
	return c.program(root), true
}

func (c *compiler) program(root int32) *Program {
	return &Program{code: prune(c.code[:root+1]), consts: c.consts, choices: c.choices, meter: c.meter}
}

type compiler struct {
	meter  *budget.Meter
	vars   []*expr.Symbol
	order  []int32 // the variables in the order of their names, made when there are many
	code   []ins
	consts []constant
	depth  int
	left   int // nodes that sums may still be unrolled to
	seen   map[expr.Node]int32
	// choices are those of where; their cases have that many instructions.
	choices []choice
	aside   int
}

// unitsOfNode is what it costs to compile a node.
const unitsOfNode = 2

// seenFrom is the length from which the compiler remembers nodes: what substitution made of a tree may hold the same
// node many times over, and then the same again above it.
const seenFrom = 64

// node appends the instructions for n and returns the register of its value. That register is not always the last:
// equal parts are computed once.
func (c *compiler) node(n expr.Node) (int32, bool) {
	if len(c.code) < seenFrom {
		return c.fresh(n)
	}
	if reg, ok := c.seen[n]; ok {
		return reg, true
	}
	reg, ok := c.fresh(n)
	if c.seen == nil {
		c.seen = map[expr.Node]int32{}
	}
	if ok {
		c.seen[n] = reg
	}
	return reg, ok
}

func (c *compiler) fresh(n expr.Node) (int32, bool) {
	c.meter.Spend(unitsOfNode)
	if c.depth++; c.depth > depthLimit {
		return 0, false
	}
	reg, ok := c.instructions(n)
	c.depth--
	return reg, ok
}

// instructions appends the instructions for n.
func (c *compiler) instructions(n expr.Node) (int32, bool) {
	switch n := n.(type) {
	case *expr.Number:
		return c.rational(n.Value)
	case *expr.Constant:
		if n.Name == expr.Pi {
			return c.emit(ins{op: opPi})
		}
		return c.emit(ins{op: opE})
	case *expr.Symbol:
		return c.symbol(n)
	case *expr.Neg:
		return c.neg(n.X)
	case *expr.Add:
		return c.sum(n.Terms)
	case *expr.Mul:
		return c.chain(n.Factors, c.times)
	case *expr.Div:
		return c.pair(n.Num, n.Den, c.over)
	case *expr.Pow:
		return c.pow(n)
	case *expr.Call:
		return c.call(n)
	case *expr.Series:
		terms, ok := terms(n, &c.left, c.meter)
		if !ok {
			return 0, false
		}
		switch {
		case !n.Product:
			return c.sum(terms)
		case len(terms) == 0:
			return c.node(expr.Int(1))
		}
		return c.chain(terms, c.times)
	case *expr.Apply, *expr.Derivative:
		return 0, false
	}
	panic("eval: unknown node")
}

// emit returns the register of an instruction, a new one unless an equal one stands near the end.
func (c *compiler) emit(i ins) (int32, bool) {
	for k := len(c.code) - 1; k >= 0 && k >= len(c.code)-reuseReach; k-- {
		if c.code[k] == i {
			return int32(k), true
		}
	}
	if len(c.code)+c.aside >= codeLimit {
		return 0, false
	}
	c.code = append(c.code, i)
	return int32(len(c.code) - 1), true
}

func (c *compiler) rational(r *big.Rat) (int32, bool) {
	near, in := around(r)
	for k := max(0, len(c.consts)-reuseReach); k < len(c.consts); k++ {
		if d := &c.consts[k]; d.near == near && d.in == in && (d.exact == r || same(d.exact, r)) {
			return c.emit(ins{op: opConst, a: int32(k)})
		}
	}
	if c.consts == nil {
		c.consts = make([]constant, 0, 4)
	}
	c.consts = append(c.consts, constant{r, near, in})
	return c.emit(ins{op: opConst, a: int32(len(c.consts) - 1)})
}

func (c *compiler) symbol(s *expr.Symbol) (int32, bool) {
	s = plainIndices(s, c.meter)
	if len(c.vars) > fewVars {
		return c.symbolAmongMany(s)
	}
	for k, v := range c.vars {
		if v.Name == s.Name && expr.Equal(v, s) {
			return c.emit(ins{op: opVar, a: int32(k)})
		}
	}
	return 0, false
}

// fewVars is how many variables are looked through one by one.
const fewVars = 12

// symbolAmongMany finds the variable by bisection.
func (c *compiler) symbolAmongMany(s *expr.Symbol) (int32, bool) {
	byName := func(a, b int32) int { return expr.Compare(c.vars[a], c.vars[b]) }
	if c.order == nil {
		for k := range c.vars {
			c.order = append(c.order, int32(k))
		}
		slices.SortStableFunc(c.order, byName)
	}
	i, found := slices.BinarySearchFunc(c.order, s, func(k int32, s *expr.Symbol) int { return expr.Compare(c.vars[k], s) })
	if !found {
		return 0, false
	}
	return c.emit(ins{op: opVar, a: c.order[i]})
}

// exact returns the rational that a register holds, or nil if it holds none.
func (c *compiler) exact(reg int32) *big.Rat {
	if i := c.code[reg]; i.op == opConst {
		return c.consts[i.a].exact
	}
	return nil
}

func (c *compiler) chain(parts []expr.Node, join func(a, b int32) (int32, bool)) (int32, bool) {
	a, ok := c.node(parts[0])
	for _, p := range parts[1:] {
		if !ok {
			return 0, false
		}
		var b int32
		if b, ok = c.node(p); ok {
			a, ok = join(a, b)
		}
	}
	return a, ok
}

func (c *compiler) pair(x, y expr.Node, join func(a, b int32) (int32, bool)) (int32, bool) {
	a, ok := c.node(x)
	if !ok {
		return 0, false
	}
	b, ok := c.node(y)
	if !ok {
		return 0, false
	}
	return join(a, b)
}

func (c *compiler) neg(x expr.Node) (int32, bool) {
	a, ok := c.node(x)
	if !ok {
		return 0, false
	}
	if r := c.exact(a); r != nil {
		return c.rational(new(big.Rat).Neg(r))
	}
	return c.emit(ins{op: opNeg, a: a})
}

// sum adds terms from the left; a negated term is subtracted.
func (c *compiler) sum(terms []expr.Node) (int32, bool) {
	if len(terms) == 0 {
		return c.rational(new(big.Rat))
	}
	a, ok := c.node(terms[0])
	for _, t := range terms[1:] {
		if !ok {
			return 0, false
		}
		join := c.plus
		if n, negative := t.(*expr.Neg); negative {
			t, join = n.X, c.minus
		}
		var b int32
		if b, ok = c.node(t); ok {
			a, ok = join(a, b)
		}
	}
	return a, ok
}

func (c *compiler) plus(a, b int32) (int32, bool) {
	if x, y := c.exact(a), c.exact(b); c.folds(x, y) {
		return c.rational(new(big.Rat).Add(x, y))
	}
	return c.emit(ins{op: opAdd, a: a, b: b})
}

func (c *compiler) minus(a, b int32) (int32, bool) {
	if x, y := c.exact(a), c.exact(b); c.folds(x, y) {
		return c.rational(new(big.Rat).Sub(x, y))
	}
	return c.emit(ins{op: opSub, a: a, b: b})
}

func (c *compiler) times(a, b int32) (int32, bool) {
	if x, y := c.exact(a), c.exact(b); c.folds(x, y) {
		return c.rational(new(big.Rat).Mul(x, y))
	}
	if a == b {
		return c.emit(ins{op: opWhole, a: a, b: 2})
	}
	return c.emit(ins{op: opMul, a: a, b: b})
}

func (c *compiler) over(a, b int32) (int32, bool) {
	if x, y := c.exact(a), c.exact(b); y != nil && y.Sign() != 0 && c.folds(x, y) {
		return c.rational(new(big.Rat).Quo(x, y))
	}
	return c.emit(ins{op: opDiv, a: a, b: b})
}

func (c *compiler) apply(f expr.Func, x expr.Node) (int32, bool) {
	a, ok := c.node(x)
	if !ok {
		return 0, false
	}
	return c.emit(ins{op: opCall, fn: f, a: a})
}

func (c *compiler) call(n *expr.Call) (int32, bool) {
	if n.Func == expr.Where {
		return c.where(n)
	}
	if meaning, ok := expr.Meaning(n); ok {
		return c.node(meaning)
	}
	join := func(a, b int32) (int32, bool) { return c.emit(ins{op: opCall2, fn: n.Func, a: a, b: b}) }
	switch arity := n.Func.Arity(); {
	case arity == expr.Variadic && len(n.Args) > 0:
		return c.chain(n.Args, join)
	case arity == 1 && len(n.Args) == 1:
		return c.apply(n.Func, n.Args[0])
	case arity == 2 && len(n.Args) == 2:
		return c.pair(n.Args[0], n.Args[1], join)
	}
	return 0, false
}
