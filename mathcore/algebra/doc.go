// Package algebra holds exact normal forms: the proof of equality.
//
// It writes an expression as a product of a rational number, powers of kernels (symbols, exponentials, logarithms,
// roots, moduli, unknown functions, sums) and sums of such products, and expands only to add. Every rewrite is sound
// wherever the expressions compared have a value; that the kernels are independent of each other is never needed. The
// package never concludes that two expressions differ, and decides nothing by numbers but the signs it has enclosed and
// whether an algebraic number, enclosed within its separation bound, is zero.
package algebra
