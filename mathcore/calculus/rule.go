package calculus

// A Rule names a rule of differentiation. Its String is an ID that lessons and journals keep, so it never changes.
type Rule uint8

// The rules. The text after Example: is what a test differentiates and finds this rule used in.
const (
	// Constant is c' = 0.
	//
	// Example: d/dx(c) = 0.
	Constant Rule = iota

	// Identity is d/dx x = 1.
	//
	// Example: d/dx(x) = 1.
	Identity

	// PowerRule is (x^n)' = n x^(n-1).
	//
	// Example: d/dx(x^3) = 3x^2.
	PowerRule

	// ExpRule is (e^x)' = e^x, and (b^x)' = b^x ln(b).
	//
	// Example: d/dx(e^x) = e^x.
	ExpRule

	// LogRule is (ln x)' = 1/x, and for another base b 1/(x ln(b)).
	//
	// Example: d/dx(ln(x)) = 1/x.
	LogRule

	// ConstantMultiple is (c u)' = c u', and (u/c)' = u'/c, and (-u)' = -u'.
	//
	// Example: d/dx(c*sin(x)) = c cos(x).
	ConstantMultiple

	// SumRule is (u + v)' = u' + v', also under a sum sign.
	//
	// Example: d/dx(x^2 + x) = 2x + 1.
	SumRule

	// ProductRule is (u v)' = u' v + u v'.
	//
	// Example: d/dx(x*ln(x)) = ln(x) + 1.
	ProductRule

	// QuotientRule is (u/v)' = (v u' - u v')/v^2.
	//
	// Example: d/dx(ln(x)/x) = (1 - ln(x))/x^2.
	QuotientRule

	// ChainRule is f(u)' = f'(u) u'.
	//
	// Example: d/dx(ln(1 - x)) = -1/(1 - x).
	ChainRule

	// SigmoidRule is σ' = σ (1 - σ), for a defined function that is the sigmoid too.
	//
	// Example: d/dx(σ(x)) = σ(x)*(1 - σ(x)).
	SigmoidRule

	// GeneralPower is (u^v)' = u^v (v' ln(u) + v u'/u).
	//
	// Example: d/dx(x^x) = x^x*(ln(x) + 1).
	GeneralPower

	// RootRule is (√x)' = 1/(2√x), and for the cube root 1/(3 ∛x²).
	//
	// Example: d/dx(sqrt(x)) = 1/(2 sqrt(x)).
	RootRule

	// AbsRule is |x|' = sign(x), and sign(x)' = 0.
	//
	// Example: d/dx(|x|) = sign(x).
	AbsRule

	// MaxRule takes the derivative of whichever argument is the largest, or for min the smallest:
	// max(u, v)' = (u' + v' + sign(u - v) (u' - v'))/2.
	//
	// Example: d/dx(max(0, x)) = (1 + sign(x))/2.
	MaxRule

	// LogitRule is logit(x)' = 1/(x (1 - x)).
	//
	// Example: d/dx(logit(x)) = 1/(x*(1 - x)).
	LogitRule

	// SoftplusRule is softplus(x)' = σ(x).
	//
	// Example: d/dx(softplus(x)) = σ(x).
	SoftplusRule

	// TrigRule holds the derivatives of the trigonometric functions: sin' = cos, cos' = -sin, tan' = 1/cos².
	//
	// Example: d/dx(cos(x)) = -sin(x).
	TrigRule

	// ArcRule holds those of their inverses: asin' = 1/√(1-x²), acos' = -1/√(1-x²), atan' = 1/(1+x²).
	//
	// Example: d/dx(atan(x)) = 1/(1 + x^2).
	ArcRule

	// HyperbolicRule holds those of the hyperbolic functions: sinh' = cosh, cosh' = sinh, tanh' = 1 - tanh².
	//
	// Example: d/dx(tanh(x)) = 1 - tanh(x)^2.
	HyperbolicRule

	// AreaRule holds those of their inverses: asinh' = 1/√(x²+1), acosh' = 1/√(x²-1), atanh' = 1/(1-x²).
	//
	// Example: d/dx(atanh(x)) = 1/(1 - x^2).
	AreaRule

	// ErfRule is erf(x)' = 2 e^(-x²)/√π.
	//
	// Example: d/dx(erf(x)) = 2e^(-x^2)/sqrt(π).
	ErfRule

	// CasesRule takes the derivative of each case by itself; beside its jump a step has the derivative 0.
	//
	// Example: d/dx(where(x > 0, x^2, -x)) = where(x > 0, 2x, -1).
	CasesRule

	// IndexRule is dθ_k/dθ_j = 1 where k = j, else 0.
	//
	// Example: d/dθ_j(θ_k) = δ_kj.
	IndexRule

	// UnknownFunction writes the derivative of a function without definition with a prime.
	//
	// Example: d/dx(f(x)) = f'(x).
	UnknownFunction

	// Definition puts in what a name stands for and differentiates that.
	//
	// Example: d/dx(log_x(2)) = -(ln(2)/x)/ln(x)^2.
	Definition

	// Unresolved marks what has no derivative that can be written down: it stays behind its operator.
	//
	// Example: d/dx(x!) = d/dx(x!).
	Unresolved
	numRules
)

var ruleIDs = [numRules]string{
	Constant: "constant", Identity: "identity", PowerRule: "power-rule", ExpRule: "exp-rule", LogRule: "log-rule",
	ConstantMultiple: "constant-multiple", SumRule: "sum-rule", ProductRule: "product-rule",
	QuotientRule: "quotient-rule", ChainRule: "chain-rule", SigmoidRule: "sigmoid-rule",
	GeneralPower: "general-power-rule", RootRule: "root-rule", AbsRule: "abs-rule", MaxRule: "max-rule",
	LogitRule: "logit-rule", SoftplusRule: "softplus-rule", TrigRule: "trig-rule", ArcRule: "arc-rule",
	HyperbolicRule: "hyperbolic-rule", AreaRule: "area-rule", ErfRule: "erf-rule", CasesRule: "cases-rule", IndexRule: "index-rule",
	UnknownFunction: "unknown-function", Definition: "substitute-definition", Unresolved: "unresolved",
}

// String returns the ID of the rule.
func (r Rule) String() string { return ruleIDs[r] }

// Rules lists all rules in a fixed order.
func Rules() []Rule {
	all := make([]Rule, numRules)
	for i := range all {
		all[i] = Rule(i)
	}
	return all
}
