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

type funcInfo struct {
	name  string
	arity int
}

var funcs = [numFuncs]funcInfo{
	Exp: {"exp", 1}, Ln: {"ln", 1}, Log2: {"log2", 1}, Log10: {"log10", 1}, LogBase: {"log_b", 2},
	Sqrt: {"sqrt", 1}, Cbrt: {"cbrt", 1}, Abs: {"abs", 1}, Sign: {"sign", 1}, Max: {"max", Variadic}, Min: {"min", Variadic},
	Sigmoid: {"sigmoid", 1}, Logit: {"logit", 1}, Softplus: {"softplus", 1},
	Sin: {"sin", 1}, Cos: {"cos", 1}, Tan: {"tan", 1}, Sec: {"sec", 1}, Csc: {"csc", 1}, Cot: {"cot", 1},
	Asin: {"asin", 1}, Acos: {"acos", 1}, Atan: {"atan", 1},
	Sinh: {"sinh", 1}, Cosh: {"cosh", 1}, Tanh: {"tanh", 1}, Asinh: {"asinh", 1}, Acosh: {"acosh", 1}, Atanh: {"atanh", 1},
	Factorial: {"factorial", 1}, Delta: {"kronecker", 2},
}

// String returns the name to type for f.
func (f Func) String() string { return funcs[f].name }

// Arity returns how many arguments f takes, or Variadic.
func (f Func) Arity() int { return funcs[f].arity }

// Funcs lists all functions in a fixed order.
func Funcs() []Func {
	all := make([]Func, numFuncs)
	for i := range all {
		all[i] = Func(i)
	}
	return all
}
