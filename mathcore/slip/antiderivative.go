package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// antiderivative integrates instead: (xⁿ)' = xⁿ⁺¹/(n+1).
//
// Example: d/dx(x^2) -> x^3/3
// Example: d/dx(e^(2x)) -> e^(2x)/2
// Example: d/dx(x+1/x) -> x^2/2+ln(x)
var antiderivative = mistake{
	id: "antiderivative", kind: derivative, family: differentiating, about: aDerivative,
	derive: func(s *calculus.Step, _ *setting) []expr.Node {
		if s.Rule == calculus.Constant {
			return nil // nobody integrates a constant among derivatives
		}
		if whole, ok := integral(s); ok {
			return []expr.Node{whole}
		}
		return nil
	},
}

// integral returns an antiderivative of what a step differentiates, of the few that a learner would write.
func integral(s *calculus.Step) (expr.Node, bool) {
	x := s.By
	switch s.Rule {
	case calculus.Constant:
		return expr.Product(s.Of, x), true
	case calculus.SumRule:
		if _, series := s.Of.(*expr.Series); series {
			return nil, false
		}
		parts := make([]expr.Node, len(s.Parts))
		for i, p := range s.Parts {
			whole, ok := integral(p)
			if !ok {
				return nil, false
			}
			parts[i] = whole
		}
		return expr.Sum(parts...), true
	case calculus.ConstantMultiple:
		whole, ok := integral(s.Parts[0])
		if !ok {
			return nil, false
		}
		return s.With([]expr.Node{whole}), true
	case calculus.ChainRule:
		whole, ok := integral(s.Parts[0])
		if !ok || expr.Mentions(s.Parts[1].Result, x) {
			return nil, false
		}
		return expr.Quotient(s.With([]expr.Node{whole, expr.Int(1)}), s.Parts[1].Result), true
	case calculus.Identity, calculus.PowerRule, calculus.ExpRule, calculus.LogRule, calculus.TrigRule, calculus.QuotientRule:
		return knownIntegral(s)
	case calculus.ProductRule, calculus.SigmoidRule, calculus.GeneralPower, calculus.RootRule, calculus.AbsRule, calculus.MaxRule,
		calculus.LogitRule, calculus.SoftplusRule, calculus.ArcRule, calculus.HyperbolicRule, calculus.AreaRule, calculus.ErfRule, calculus.CasesRule, calculus.IndexRule,
		calculus.UnknownFunction, calculus.Definition, calculus.Unresolved:
	}
	return nil, false
}

func knownIntegral(s *calculus.Step) (expr.Node, bool) {
	x := s.By
	switch of := s.Of.(type) {
	case *expr.Symbol:
		return expr.Quotient(square(x), expr.Int(2)), true
	case *expr.Div:
		if s.Parts[0].Rule == calculus.Constant && expr.Equal(of.Den, x) {
			return expr.Product(of.Num, expr.NaturalLog(x)), true
		}
	case *expr.Pow:
		if s.Rule == calculus.PowerRule {
			if expr.Is(of.Exp, -1) {
				return expr.NaturalLog(x), true
			}
			raised := expr.Sum(of.Exp, expr.Int(1))
			return expr.Quotient(expr.Power(x, raised), raised), true
		}
		return expr.Quotient(of, expr.NaturalLog(of.Base)), true
	case *expr.Call:
		return integralOfCall(of, x)
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return nil, false
}

func integralOfCall(of *expr.Call, x *expr.Symbol) (expr.Node, bool) {
	if of.Func == expr.Exp {
		return of, true
	}
	if expr.IsLn(of) {
		return expr.Minus(expr.Product(x, of), x), true
	}
	if of.Func == expr.Sin {
		return expr.Negative(expr.Of(expr.Cos, x)), true
	}
	return expr.Of(expr.Sin, x), of.Func == expr.Cos
}
