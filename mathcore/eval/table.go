package eval

import (
	"math"

	"chainrule/mathcore/expr"
)

// A meaning is a function of one argument in the three number systems: rounded, within bounds of float64, and within
// bounds as narrow as is asked for.
type meaning struct {
	float func(x float64) float64
	wide  func(r *report, x Interval) Interval
	sharp func(m *machine, x value) value
}

// A joining is the same for a function of two arguments, or for the joining of two by a function of many.
type joining struct {
	float func(x, y float64) float64
	wide  func(r *report, x, y Interval) Interval
	sharp func(m *machine, x, y value) value
}

// meanings holds the functions of one argument that no others express.
var meanings = [...]meaning{
	expr.Exp:      {math.Exp, sure(exp), (*machine).exp},
	expr.Ln:       {lnFloat, (*report).ln, (*machine).ln},
	expr.Log2:     {log2Float, (*report).log2, func(m *machine, x value) value { return m.log(exactInt(2), x) }},
	expr.Log10:    {log10Float, (*report).log10, func(m *machine, x value) value { return m.log(exactInt(10), x) }},
	expr.Sqrt:     {math.Sqrt, (*report).sqrt, (*machine).sqrt},
	expr.Cbrt:     {math.Cbrt, rising(math.Cbrt), (*machine).cbrt},
	expr.Abs:      {math.Abs, sure(abs), (*machine).abs},
	expr.Sign:     {signOf, sure(sign), (*machine).signum},
	expr.Sigmoid:  {sigmoidFloat, sure(sigmoid), (*machine).sigmoid},
	expr.Logit:    {logitFloat, (*report).logit, (*machine).logit},
	expr.Softplus: {softplusFloat, sure(softplus), (*machine).softplus},

	expr.Sin:  {math.Sin, sure(sin), (*machine).sin},
	expr.Cos:  {math.Cos, sure(cos), (*machine).cos},
	expr.Tan:  {math.Tan, (*report).tan, (*machine).tan},
	expr.Sec:  {secFloat, (*report).sec, (*machine).sec},
	expr.Csc:  {cscFloat, (*report).csc, (*machine).csc},
	expr.Cot:  {cotFloat, (*report).cot, (*machine).cot},
	expr.Asin: {math.Asin, (*report).asin, (*machine).asin},
	expr.Acos: {math.Acos, (*report).acos, (*machine).acos},
	expr.Atan: {math.Atan, sure(atan), (*machine).atan},

	expr.Sinh:  {math.Sinh, rising(math.Sinh), (*machine).sinh},
	expr.Cosh:  {math.Cosh, sure(cosh), (*machine).cosh},
	expr.Tanh:  {math.Tanh, sure(tanh), (*machine).tanh},
	expr.Asinh: {math.Asinh, rising(math.Asinh), (*machine).asinh},
	expr.Acosh: {math.Acosh, (*report).acosh, (*machine).acosh},
	expr.Atanh: {atanhFloat, (*report).atanh, (*machine).atanh},

	expr.Erf:       {math.Erf, sure(erf), (*machine).erf},
	expr.Factorial: {factorialFloat, (*report).factorial, (*machine).factorial},
}

// joinings holds those of two.
var joinings = [...]joining{
	expr.LogBase: {func(b, x float64) float64 { return quotient(lnFloat(x), lnFloat(b)) }, (*report).log, (*machine).log},
	expr.Max:     {func(x, y float64) float64 { return max(x, y) }, surely(largest), (*machine).greatest},
	expr.Min:     {func(x, y float64) float64 { return min(x, y) }, surely(smallest), (*machine).least},
	expr.Delta:   {kroneckerFloat, surely(kronecker), (*machine).kronecker},
}

// sure makes a meaning of a function that has a value everywhere.
func sure(f func(Interval) Interval) func(*report, Interval) Interval {
	return func(_ *report, x Interval) Interval { return f(x) }
}

// surely is sure for two arguments.
func surely(f func(x, y Interval) Interval) func(*report, Interval, Interval) Interval {
	return func(_ *report, x, y Interval) Interval { return f(x, y) }
}

// rising makes a meaning of an increasing function of package math; see direct.
func rising(f func(float64) float64) func(*report, Interval) Interval {
	return func(_ *report, x Interval) Interval { return direct(f, x) }
}
