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

	Sech // and the other reciprocals
	Csch
	Coth
	Asec
	Acsc
	Acot // atan(1/x)
	Asech
	Acsch
	Acoth

	Erf       // 2/√π times the integral of e^(-t²) from 0 to x
	Erfc      // 1 - erf(x)
	Log1p     // ln(1+x)
	Expm1     // e^x - 1
	Exp2      // 2^x
	Square    // x²
	Relu      // the larger of 0 and x
	LeakyRelu // x for x > 0, else a x
	Elu       // x for x > 0, else a(e^x - 1)
	Silu      // x σ(x), with two arguments x σ(b x)
	Gelu      // x times the share of the normal distribution below x
	Clip      // x moved between lo and hi
	Sinc      // sin(x)/x
	SincPi    // sin(πx)/(πx), as numpy has it
	Step      // 0 below 0 and 1 above; at 0 the second argument, or nothing

	ZerosLike // 0, whatever the argument
	OnesLike  // 1

	Greater // [a > b] is 1 where it holds, else 0
	AtLeast // [a ≥ b]
	Less    // [a < b]
	AtMost  // [a ≤ b]
	Where   // where(c, a, b) is a where the condition c is 1, and b where it is 0
	numFuncs
)

// Variadic is the arity of functions that take one argument or more.
const Variadic = -1

// String returns the name to type for f.
func (f Func) String() string { return table[f].name }

// Arity returns how many arguments f takes at least, or Variadic.
func (f Func) Arity() int { return table[f].arity }

// Takes reports whether f can be applied to that number of arguments.
func (f Func) Takes(n int) bool {
	r := table[f]
	return n > 0 && (r.arity == Variadic || n >= r.arity && n <= max(r.arity, r.most))
}

// Latex returns how LaTeX writes the name of f.
func (f Func) Latex() string {
	if r := table[f]; r.latex != "" {
		return r.latex
	}
	return `\` + table[f].name
}

// Spellings returns the other names that f may be typed by.
func (f Func) Spellings() []string { return table[f].spellings }

// Meaning returns what n stands for where others express it. It is false for all the rest, which have a meaning of their
// own.
func Meaning(n *Call) (Node, bool) {
	means := table[n.Func].means
	if means == nil {
		return nil, false
	}
	meaning := means(n.Args)
	return meaning, meaning != nil
}

// Expressed returns n with the meaning in place of every function that others express. Parts that a meaning repeats are
// shared: counted one by one there may be more of them than anybody could count.
func Expressed(n Node) Node {
	if !Contains(n, hasMeaning) {
		return n
	}
	return Map(n, func(n Node) Node {
		if c, ok := n.(*Call); ok {
			if meaning, ok := Meaning(c); ok {
				return meaning
			}
		}
		return n
	})
}

func hasMeaning(n Node) bool {
	c, ok := n.(*Call)
	return ok && table[c.Func].means != nil
}

// Funcs lists all functions in a fixed order.
func Funcs() []Func {
	all := make([]Func, numFuncs)
	for i := range all {
		all[i] = Func(i)
	}
	return all
}
