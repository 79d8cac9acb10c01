package expr

// A row says all that there is to say of a function beside its mathematics: how it is typed and written. What it means
// stands in the tables of the packages that compute with it, or in means, where other functions express it.
type row struct {
	name      string
	arity     int    // how many arguments it takes
	most      int    // how many it may take, where it may be more
	latex     string // the command, where it is not the name behind a backslash
	spellings []string
	// means returns what the function stands for with these arguments, or nil where no others express it.
	means func(args []Node) Node
}

var table = [numFuncs]row{
	Exp:      {name: "exp", arity: 1},
	Ln:       {name: "ln", arity: 1, spellings: []string{"log"}},
	Log2:     {name: "log2", arity: 1, latex: `\log_2`, spellings: []string{"lb", "ld"}},
	Log10:    {name: "log10", arity: 1, latex: `\log_{10}`, spellings: []string{"lg"}},
	LogBase:  {name: "log_b", arity: 2, latex: `\log`},
	Sqrt:     {name: "sqrt", arity: 1, spellings: []string{"root"}},
	Cbrt:     {name: "cbrt", arity: 1, latex: `\sqrt[3]`},
	Abs:      {name: "abs", arity: 1, latex: named("abs"), spellings: []string{"absolute", "fabs"}},
	Sign:     {name: "sign", arity: 1, latex: named("sign"), spellings: []string{"sgn"}},
	Max:      {name: "max", arity: Variadic, spellings: []string{"maximum"}},
	Min:      {name: "min", arity: Variadic, spellings: []string{"minimum"}},
	Sigmoid:  {name: "sigmoid", arity: 1, latex: `\sigma`, spellings: []string{"expit", "sigm", "logistic", "invlogit", "inv_logit"}},
	Logit:    {name: "logit", arity: 1, latex: named("logit")},
	Softplus: {name: "softplus", arity: 1, latex: named("softplus")},

	Sin:  {name: "sin", arity: 1},
	Cos:  {name: "cos", arity: 1},
	Tan:  {name: "tan", arity: 1, spellings: []string{"tg"}},
	Sec:  {name: "sec", arity: 1},
	Csc:  {name: "csc", arity: 1, spellings: []string{"cosec"}},
	Cot:  {name: "cot", arity: 1, spellings: []string{"ctg", "cotg"}},
	Asin: {name: "asin", arity: 1, latex: `\arcsin`, spellings: []string{"arcsin"}},
	Acos: {name: "acos", arity: 1, latex: `\arccos`, spellings: []string{"arccos"}},
	Atan: {name: "atan", arity: 1, latex: `\arctan`, spellings: []string{"arctan", "arctg"}},

	Sinh:  {name: "sinh", arity: 1},
	Cosh:  {name: "cosh", arity: 1},
	Tanh:  {name: "tanh", arity: 1},
	Asinh: {name: "asinh", arity: 1, latex: named("asinh"), spellings: []string{"arcsinh", "arsinh"}},
	Acosh: {name: "acosh", arity: 1, latex: named("acosh"), spellings: []string{"arccosh", "arcosh"}},
	Atanh: {name: "atanh", arity: 1, latex: named("atanh"), spellings: []string{"arctanh", "artanh"}},

	Factorial: {name: "factorial", arity: 1, latex: "!"},
	Delta:     {name: "kronecker", arity: 2, latex: `\delta`},

	Sech:  {name: "sech", arity: 1, means: of1(func(u Node) Node { return Quotient(Int(1), Of(Cosh, u)) })},
	Csch:  {name: "csch", arity: 1, spellings: []string{"cosech"}, means: of1(func(u Node) Node { return Quotient(Int(1), Of(Sinh, u)) })},
	Coth:  {name: "coth", arity: 1, spellings: []string{"cth", "cotanh"}, means: of1(func(u Node) Node { return Quotient(Of(Cosh, u), Of(Sinh, u)) })},
	Asec:  {name: "asec", arity: 1, latex: named("arcsec"), spellings: []string{"arcsec"}, means: of1(ofReciprocal(Acos))},
	Acsc:  {name: "acsc", arity: 1, latex: named("arccsc"), spellings: []string{"arccsc", "arccosec", "acosec"}, means: of1(ofReciprocal(Asin))},
	Acot:  {name: "acot", arity: 1, latex: named("arccot"), spellings: []string{"arccot", "arcctg", "actg", "arccotan"}, means: of1(ofReciprocal(Atan))},
	Asech: {name: "asech", arity: 1, latex: named("arsech"), spellings: []string{"arcsech", "arsech"}, means: of1(ofReciprocal(Acosh))},
	Acsch: {name: "acsch", arity: 1, latex: named("arcsch"), spellings: []string{"arccsch", "arcsch", "acosech"}, means: of1(ofReciprocal(Asinh))},
	Acoth: {name: "acoth", arity: 1, latex: named("arcoth"), spellings: []string{"arccoth", "arcoth"}, means: of1(ofReciprocal(Atanh))},

	Erf:    {name: "erf", arity: 1, latex: named("erf")},
	Erfc:   {name: "erfc", arity: 1, latex: named("erfc"), means: of1(func(u Node) Node { return Minus(Int(1), Of(Erf, u)) })},
	Log1p:  {name: "log1p", arity: 1, latex: named("log1p"), spellings: []string{"ln1p"}, means: of1(func(u Node) Node { return Of(Ln, Sum(Int(1), u)) })},
	Expm1:  {name: "expm1", arity: 1, latex: named("expm1"), means: of1(func(u Node) Node { return Minus(Of(Exp, u), Int(1)) })},
	Exp2:   {name: "exp2", arity: 1, latex: named("exp2"), means: of1(func(u Node) Node { return Power(Int(2), u) })},
	Square: {name: "square", arity: 1, latex: named("square"), means: of1(func(u Node) Node { return Power(u, Int(2)) })},

	Relu: {name: "relu", arity: 1, latex: named("ReLU"), spellings: []string{"ReLU"}, means: of1(func(u Node) Node { return Of(Max, Int(0), u) })},
	LeakyRelu: {name: "leaky_relu", arity: 2, latex: named(`leaky\_relu`), spellings: []string{"LeakyReLU", "leakyrelu", "lrelu", "leakyReLU"}, means: func(args []Node) Node {
		return Sum(Of(Max, Int(0), args[0]), Product(args[1], Of(Min, Int(0), args[0])))
	}},
	Elu: {name: "elu", arity: 2, latex: named("ELU"), spellings: []string{"ELU"}, means: func(args []Node) Node {
		return Sum(Of(Max, Int(0), args[0]), Product(args[1], Minus(Of(Exp, Of(Min, Int(0), args[0])), Int(1))))
	}},
	Silu: {name: "silu", arity: 1, most: 2, latex: named("SiLU"), spellings: []string{"SiLU", "swish"}, means: func(args []Node) Node {
		inner := args[0]
		if len(args) > 1 {
			inner = Product(args[1], inner)
		}
		return Product(args[0], Of(Sigmoid, inner))
	}},
	Gelu: {name: "gelu", arity: 1, latex: named("GELU"), spellings: []string{"GELU"}, means: of1(func(u Node) Node {
		return Quotient(Product(u, Sum(Int(1), Of(Erf, Quotient(u, Of(Sqrt, Int(2)))))), Int(2))
	})},
	Clip: {name: "clip", arity: 3, latex: named("clip"), spellings: []string{"clamp"}, means: func(args []Node) Node {
		return Of(Min, Of(Max, args[0], args[1]), args[2])
	}},
	Sinc: {name: "sinc", arity: 1, latex: named("sinc"), means: of1(func(u Node) Node { return Quotient(Of(Sin, u), u) })},
	SincPi: {name: "np.sinc", arity: 1, latex: named("np.sinc"), means: of1(func(u Node) Node {
		angle := Product(&Constant{Name: Pi}, u)
		return Quotient(Of(Sin, angle), angle)
	})},
	Step: {name: "step", arity: 1, most: 2, latex: named("step"), spellings: []string{"heaviside", "Heaviside"}, means: step},

	ZerosLike: {name: "zeros_like", arity: 1, latex: named(`zeros\_like`), means: of1(func(Node) Node { return Int(0) })},
	OnesLike:  {name: "ones_like", arity: 1, latex: named(`ones\_like`), means: of1(func(Node) Node { return Int(1) })},

	Greater: {name: "greater", arity: 2, means: func(args []Node) Node { return positive(Minus(args[0], args[1])) }},
	AtLeast: {name: "at_least", arity: 2, means: func(args []Node) Node { return Minus(Int(1), positive(Minus(args[1], args[0]))) }},
	Less:    {name: "less", arity: 2, means: func(args []Node) Node { return positive(Minus(args[1], args[0])) }},
	AtMost:  {name: "at_most", arity: 2, means: func(args []Node) Node { return Minus(Int(1), positive(Minus(args[0], args[1]))) }},
	Where:   {name: "where", arity: 3, spellings: []string{"IF"}, means: weighed},
}

// of1 makes a meaning of a function of the only argument.
func of1(means func(u Node) Node) func([]Node) Node {
	return func(args []Node) Node { return means(args[0]) }
}

func ofReciprocal(f Func) func(Node) Node {
	return func(u Node) Node { return Of(f, Quotient(Int(1), u)) }
}

// positive returns 1 for a positive u, else 0.
func positive(u Node) Node { return Of(Max, Int(0), Of(Sign, u)) }

// step has no value at 0 if none is given: some say 0 there, some 1/2, some 1.
func step(args []Node) Node {
	u := args[0]
	if len(args) == 1 {
		return Quotient(Sum(Int(1), Quotient(u, Of(Abs, u))), Int(2))
	}
	side := Of(Sign, u)
	at0 := Product(Minus(args[1], Quotient(Int(1), Int(2))), Minus(Int(1), Power(side, Int(2))))
	return Sum(Quotient(Sum(Int(1), side), Int(2)), at0)
}

// weighed writes where(c, a, b) as c a + (1-c) b, which says the same if both a and b have a value everywhere.
func weighed(args []Node) Node {
	c, a, b := args[0], args[1], args[2]
	if !Total(a) || !Total(b) || comparesWithNumber(c) {
		return nil
	}
	return Sum(Product(c, a), Product(Minus(Int(1), c), b))
}

// comparesWithNumber reports whether c asks if something is a certain number, as x = 0 does: that has no normal form, and
// is settled by putting the number in.
func comparesWithNumber(c Node) bool {
	call, ok := c.(*Call)
	if !ok || call.Func != Delta {
		return false
	}
	_, first := call.Args[0].(*Number)
	_, second := call.Args[1].(*Number)
	return first || second
}

// Total reports whether n surely has a value wherever its letters have one: what is multiplied by 0 may then be left out.
func Total(n Node) bool {
	switch n := n.(type) {
	case *Number, *Constant, *Symbol:
		return true
	case *Neg, *Add, *Mul, *Series:
	case *Pow:
		if c, ok := n.Base.(*Constant); ok && c.Name == E {
			return Total(n.Exp)
		}
		exponent, ok := n.Exp.(*Number)
		return ok && exponent.Value.IsInt() && exponent.Value.Sign() > 0 && Total(n.Base)
	case *Call:
		switch n.Func { //nolint:exhaustive // the others lack a value somewhere
		case Exp, Cbrt, Abs, Sign, Max, Min, Sigmoid, Softplus, Sin, Cos, Atan, Sinh, Cosh, Tanh, Asinh, Erf, Delta,
			Greater, AtLeast, Less, AtMost:
		default:
			return false
		}
	case *Div:
		divisor, ok := n.Den.(*Number)
		return ok && divisor.Value.Sign() != 0 && Total(n.Num)
	case *Apply, *Derivative:
		return false
	}
	for _, c := range Children(n) {
		if !Total(c) {
			return false
		}
	}
	return true
}

// named returns how LaTeX writes a function for which it has no command.
func named(name string) string { return `\operatorname{` + name + "}" }
