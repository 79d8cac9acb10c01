// Package algebra holds exact normal forms: the proof of equality.
//
// It writes an expression as a product of a rational number, powers of kernels (symbols, exponentials, logarithms,
// roots, moduli, unknown functions, sums) and sums of such products, and expands only to add. Every rewrite is sound
// wherever the expressions compared have a value; that the kernels are independent of each other is never needed. The
// package never concludes that two expressions differ, and decides nothing by numbers but the signs it has enclosed and
// whether an algebraic number, enclosed within its separation bound, is zero.
//
// # From the tree to zero
//
// The derivative of the sigmoid is σ(1-σ). One side is what the chain rule gives, the other that product, and both are
// written with one kernel, exp(x), and one base, the sum exp(x) + 1. Each line is a part of the two trees with its
// normal form:
//
//	e^-x                       = exp(x)^(-1)
//	1+e^-x                     = exp(x)^(-1)*(exp(x) + 1)
//	(1+e^-x)^2                 = exp(x)^(-2)*(exp(x) + 1)^2
//	e^-x/(1+e^-x)^2            = exp(x)*(exp(x) + 1)^(-2)
//	1/(1+e^-x)                 = exp(x)*(exp(x) + 1)^(-1)
//	1-1/(1+e^-x)               = (exp(x) + 1)^(-1)
//	1/(1+e^-x)*(1-1/(1+e^-x))  = exp(x)*(exp(x) + 1)^(-2)
//
// In the first line an exponential is a power: e^-x is the kernel exp(x) to the power -1. In the second two terms are
// added. They are a polynomial in the kernel, 1 + exp(x)^(-1); what all its terms share goes outside, and the rest, with
// coprime whole coefficients, is a base. For products, quotients and powers, as in the next three lines and the last,
// exponents are added or multiplied by a number, and nothing else is done. In the sixth line the terms 1 and
// -exp(x)*(exp(x) + 1)^(-1) share the base to the power -1, which stays outside; inside are the base itself and -exp(x),
// and they add up to 1. So both sides have the same form, and their difference is that form times 1 - 1: it is 0.
//
// # A proof by cases
//
// Bars stay where the sign of what they hold is not known. So |x-1| + |x+1| and max(2, 2|x|), which is
// 1 + |x| + ||x|-1|, have different forms: there are bars around x - 1, x + 1, x and |x| - 1. What they hold is taken to
// be not negative, then not positive, one after the other. Each line is such a case, inside those above it that stand
// further left, and behind the colon is the normal form of the difference there:
//
//	everywhere: |x - 1| + |x + 1| - |x| - abs(|x| - 1) - 1
//	  x - 1 >= 0: x + |x + 1| - |x| - abs(|x| - 1) - 2
//	    x + 1 >= 0: 2x - |x| - abs(|x| - 1) - 1
//	      x >= 0: 0
//	      x <= 0: impossible
//	    x + 1 <= 0: impossible
//	  x - 1 <= 0: -x + |x + 1| - |x| - abs(|x| - 1)
//	    x + 1 >= 0: -|x| - abs(|x| - 1) + 1
//	      x >= 0: 0
//	      x <= 0: 0
//	    x + 1 <= 0: -2x - |x| - abs(|x| - 1) - 1
//	      x >= 0: impossible
//	      x <= 0: 0
//
// A case is impossible where the inequalities have no solution (see package linear): x >= 1 and x <= -1 have none. The
// last bars are not split any more: what they hold is x - 1 where x is not negative and -(x + 1) where x is not positive,
// and the case says of both which sign they have. Every case that is possible ends with 0, so the sides are equal. Were
// there one that does not, its inequalities would name a point to look at; see Suspects.
//
// # The order of proofs
//
// Prove tries one way after the other, and Proofs lists them. Sides that choose between cases, by where(c, a, b), are
// taken region by region. Otherwise the normal form comes first, cases come second, then what leads back to those two,
// such as squares, exponentials and induction. All of them draw on one budget. Where a sum or a number would grow too
// large the attempt ends, and nothing is proved.
package algebra
