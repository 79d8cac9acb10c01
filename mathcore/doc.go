// Package mathcore is the map of the packages below it, which prove what a typed line of mathematics is worth. It holds no
// code.
//
// A line goes this way:
//
//	what was typed -> parse.Readings -> check.Step -> judge.Compare -> calculus, algebra -> Equal, on a proof
//	                                                                -> eval              -> Different, on a witness
//	a true line    -> rule.Between: the rules it follows by; rule.Path: how far it is on its way, and the next step
//	a wrong line   -> slip.Explain: the mistake that leads to it
//
// From the lowest to the highest; each imports none but those that stand above it in this list:
//
//	budget    counts the work of one computation and ends it when there is nothing left to spend
//	decimal   writes numbers as people read them
//	rat       exact rational numbers
//	linear    whether linear inequalities can hold together
//	poly      polynomials in numbered variables
//	expr      the trees, and nothing that judges them
//	typeset   a tree as text: on one line, as LaTeX, in two dimensions, in words
//	eval      values of a tree: float64, and enclosures at any precision
//	scope     what a question declares: domains, definitions, side conditions
//	parse     a typed line as a tree, or a complaint that points at the spot
//	form      whether an answer is written as it was asked for
//	algebra   normal forms: the proofs of equality
//	calculus  derivatives, as trees of rule uses
//	sample    values at a few points, and the parts in which two lines differ
//	rule      why a true line is true, and what comes next
//	joint     where an expression may jump or break, and what it is worth there
//	judge     whether two trees mean the same: a proof, a witness, or neither
//	slip      which mistakes lead to a wrong line
//	check     what a typed line is worth, in all its readings, with all sides of a chain
//	exprtest  random trees and tables of lines, for tests
//	exprtest/fixed  one seed for what these tests draw
//
// There are several ways of being the same, from narrow to wide. Each has its use; none stands in for another.
//
//	expr.Equal     the same tree: what was typed but for spans and spellings of numbers
//	expr.Alike     the same but for the order of terms and factors and for notation: a repetition, the goal
//	form.Form.Met  written as was asked for; the value is known to be right before
//	sample.Same    the same float64 values at a few points: rules out most candidates quickly, and proves nothing
//	algebra.Equal  the same value wherever both have one: a proof
//	judge.Compare  the same value wherever both have one, with its proof; or a point at which they differ
package mathcore
