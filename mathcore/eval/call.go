package eval

import (
	"math"

	"chainrule/mathcore/expr"
)

// call encloses a function of one argument.
func (r *report) call(f expr.Func, x Interval) Interval {
	switch f {
	case expr.Exp:
		return exp(x)
	case expr.Ln:
		return r.ln(x)
	case expr.Log2:
		return r.logarithm(log2, x)
	case expr.Log10:
		return r.logarithm(log10, x)
	case expr.Sqrt:
		return r.sqrt(x)
	case expr.Cbrt:
		return direct(math.Cbrt, x)
	case expr.Abs:
		return abs(x)
	case expr.Sign:
		return sign(x)
	case expr.Sigmoid:
		return sigmoid(x)
	case expr.Logit:
		return r.logit(x)
	case expr.Softplus:
		return softplus(x)
	case expr.Sin:
		return sin(x)
	case expr.Cos:
		return cos(x)
	case expr.Tan:
		return r.tan(x)
	case expr.Sec:
		return r.sec(x)
	case expr.Csc:
		return r.csc(x)
	case expr.Cot:
		return r.cot(x)
	case expr.Asin:
		return r.asin(x)
	case expr.Acos:
		return r.acos(x)
	case expr.Atan:
		return atan(x)
	case expr.Sinh:
		return direct(math.Sinh, x)
	case expr.Cosh:
		return cosh(x)
	case expr.Tanh:
		return direct(math.Tanh, x).clip(-1, 1)
	case expr.Asinh:
		return direct(math.Asinh, x)
	case expr.Acosh:
		return r.acosh(x)
	case expr.Atanh:
		return r.atanh(x)
	case expr.Factorial:
		return r.factorial(x)
	case expr.LogBase, expr.Max, expr.Min, expr.Delta:
	}
	panic("eval: " + f.String() + " takes no single argument")
}

// call2 encloses a function of two arguments, or the joining of two by a function of many.
func (r *report) call2(f expr.Func, x, y Interval) Interval {
	switch f {
	case expr.LogBase:
		return r.log(x, y)
	case expr.Max:
		return largest(x, y)
	case expr.Min:
		return smallest(x, y)
	case expr.Delta:
		return kronecker(x, y)
	case expr.Exp, expr.Ln, expr.Log2, expr.Log10, expr.Sqrt, expr.Cbrt, expr.Abs, expr.Sign, expr.Sigmoid, expr.Logit,
		expr.Softplus, expr.Sin, expr.Cos, expr.Tan, expr.Sec, expr.Csc, expr.Cot, expr.Asin, expr.Acos, expr.Atan,
		expr.Sinh, expr.Cosh, expr.Tanh, expr.Asinh, expr.Acosh, expr.Atanh, expr.Factorial:
	}
	panic("eval: " + f.String() + " takes no two arguments")
}
