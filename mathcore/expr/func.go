package expr

// A Func names a function that the program knows.
type Func uint8

// The functions. Angles are in radians, logarithms natural unless their name says otherwise.
const (
	Exp      Func = iota // e to the argument
	Ln                   // natural logarithm; log is the same
	Log2                 // binary logarithm
	Log10                // decimal logarithm
	LogBase              // log_b(x): first argument the base b, second x
	Sqrt                 // square root
	Cbrt                 // real cube root, defined for negative arguments too
	Abs                  // absolute value
	Sign                 // -1, 0 or 1
	Max                  // largest of its arguments
	Min                  // smallest of its arguments
	Sigmoid              // 1/(1+e^-x)
	Logit                // ln(p/(1-p))
	Softplus             // ln(1+e^x)
	Sin
	Cos
	Tan
	Sec
	Csc
	Cot
	Asin
	Acos
	Atan
	Sinh
	Cosh
	Tanh
	Asinh
	Acosh
	Atanh
	Factorial // n! for whole n
	Delta     // Kronecker delta: 1 when both arguments are equal, else 0; arises from derivatives of sums
	numFuncs
)

// Variadic is the arity of functions that take one argument or more.
const Variadic = -1

// A row says all that there is to say of a function beside its mathematics: how it is typed and written. What it means
// stands in the tables of the packages that compute with it, or in means, where other functions express it.
type row struct {
	name      string
	arity     int    // how many arguments it takes
	latex     string // the command, where it is not the name behind a backslash
	spellings []string
	means     func(args []Node) Node
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
	Sigmoid:  {name: "sigmoid", arity: 1, latex: `\sigma`, spellings: []string{"expit"}},
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
}

// named returns how LaTeX writes a function for which it has no command.
func named(name string) string { return `\operatorname{` + name + "}" }

// String returns the name to type for f.
func (f Func) String() string { return table[f].name }

// Arity returns how many arguments f takes, or Variadic.
func (f Func) Arity() int { return table[f].arity }

// Latex returns how LaTeX writes the name of f.
func (f Func) Latex() string {
	if r := table[f]; r.latex != "" {
		return r.latex
	}
	return `\` + table[f].name
}

// Spellings returns the other names that f may be typed by.
func (f Func) Spellings() []string { return table[f].spellings }

// Meaning returns what n stands for where its function is expressed by others. It is false for all the rest, which have
// a meaning of their own.
func Meaning(n *Call) (Node, bool) {
	means := table[n.Func].means
	if means == nil {
		return nil, false
	}
	return means(n.Args), true
}

// Expressed returns n with the meaning in place of every function that others express. Parts that a meaning repeats are
// shared: counted one by one there may be more of them than anybody could count.
func Expressed(n Node) Node {
	return Map(n, func(n Node) Node {
		if c, ok := n.(*Call); ok {
			if meaning, ok := Meaning(c); ok {
				return meaning
			}
		}
		return n
	})
}

// Funcs lists all functions in a fixed order.
func Funcs() []Func {
	all := make([]Func, numFuncs)
	for i := range all {
		all[i] = Func(i)
	}
	return all
}
