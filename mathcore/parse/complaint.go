package parse

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"chainrule/mathcore/expr"
)

// A Complaint says why a line cannot be read, and where. It is a value to be shown, not an error of the program.
type Complaint struct {
	expr.Span
	Code Code
	// Text is what stands at the place, shortened and safe to print.
	Text string
	// Near is the name that was perhaps meant, or the names there are; empty if nothing is near.
	Near string
	// Want is what was expected, where that is more than the code says: how many arguments, which bracket, or an example.
	Want string
}

// Say tells in one or two sentences what happened and what to do.
func (c *Complaint) Say() string {
	switch c.Code {
	case Undeclared:
		return c.sayUndeclared()
	case UnknownFunction:
		return fmt.Sprintf("%s is no function that is known here.%s", c.Text, c.meant(" "+cmp.Or(c.Want, "For a product write *.")))
	case BadCharacter:
		return c.sayCharacter()
	case FunctionAlone:
		return fmt.Sprintf("%s needs something to apply to. Write it in brackets: %s(%s).", c.Text, c.Text, c.Want)
	case ArgumentCount:
		return fmt.Sprintf("%s takes %s. Check the commas.", c.Text, c.Want)
	case RunTogether:
		if c.Want != "" {
			return fmt.Sprintf("%s can be read in several ways. %s", c.Text, c.Want)
		}
		return fmt.Sprintf("%s can be read in several ways. Write blanks or * between its parts, or brackets.", c.Text)
	case UnknownCommand:
		return fmt.Sprintf("The command %s is not known here.%s", c.Text, c.meant(" Write the formula without it."))
	case Unsupported:
		return fmt.Sprintf("%s cannot be read here. Write the formula without it.", c.Text)
	case DoubleOperator:
		return fmt.Sprintf("Two operators stand side by side: %s. Take one out, or write what belongs between them.", c.Text)
	case Dangling:
		return fmt.Sprintf("Nothing stands after %s. Write what belongs there, or take it out.", c.Text)
	case NothingBefore:
		return fmt.Sprintf("Nothing stands before %s. Write what belongs there, or take it out.", c.Text)
	case StrayClose:
		return fmt.Sprintf("This %s closes nothing. Take it out, or open the bracket further left.", c.Text)
	case MissingClose:
		return fmt.Sprintf("This %s is never closed. Write %s where it ends.", c.Text, c.Want)
	case MismatchedClose:
		if strings.HasPrefix(c.Want, `\begin`) {
			return fmt.Sprintf("This %s closes nothing while %s is open. Take it out, or end that first.", c.Text, c.Want)
		}
		return fmt.Sprintf("%s closes here what %s opened. Use brackets of one shape.", c.Text, c.Want)
	case Misplaced:
		return fmt.Sprintf("%s says nothing in this place. Take it out.", c.Text)
	case DecimalComma:
		return fmt.Sprintf("A decimal number has a point, not a comma. Write %s.", strings.Replace(c.Text, ",", ".", 1))
	case TimesSign:
		return fmt.Sprintf("Here %s is a letter, not a times sign. Write * for times.", c.Text)
	case NoFamily:
		if c.Want == "" {
			return fmt.Sprintf("%s works on numbers with an index, and there are none here.", c.Text)
		}
		return fmt.Sprintf("%s works on numbers with an index. Write it like this: %s.", c.Text, c.Want)
	case NumberAfter:
		return fmt.Sprintf("%s: a number directly behind a letter can mean several things. %s", c.Text, c.Want)
	case Words:
		return fmt.Sprintf("Words stand beside the formula here: %s. Write the formula alone, with what is defined put in.", c.Text)
	case Empty, TooLong, TooDeep, TooManyDigits, BadText, BadMark, Inequality, EmptyBrackets, StrayComma, TwoNumbers,
		BadNumber, SeveralEquals, MisplacedEquals, BadIndex, BadFraction,
		MisplacedPercent, UnclosedBar, BadCases, Bars:
		return plainWords[c.Code]
	case BadDerivative, BadSum, BadProduct, PrimeAlone, BadCondition, Vectors, Dots:
		return fmt.Sprintf(plainWords[c.Code], c.Want)
	case numCodes:
	}
	panic("parse: complaint without words")
}

// plainWords are the sentences that do not depend on what was typed; %s is an example.
var plainWords = [numCodes]string{
	Empty:            "There is nothing to read yet. Type a formula.",
	TooLong:          "This is too long for one line. Shorten it.",
	TooDeep:          "Too many things stand inside each other here. Write it flatter.",
	TooManyDigits:    "Written out, this number is too long to compute with. Write a shorter one.",
	BadText:          "Some of this is no readable text (bytes that are not UTF-8). Type it again.",
	BadMark:          "A hat or a bar needs one letter to stand on. Write \\hat{y} or yhat.",
	Inequality:       "This sign compares; here a value is wanted. Write one formula, or two with = between them.",
	EmptyBrackets:    "There is nothing between these brackets. Fill them, or take them out.",
	StrayComma:       "This comma separates nothing. For a decimal number write a point; for a product write *.",
	TwoNumbers:       "Two numbers stand side by side. Write * between them, or make them one number.",
	BadNumber:        "This number has more than one point. Keep one.",
	SeveralEquals:    "There are too many equals signs in this line. Begin a new line.",
	MisplacedEquals:  "An equals sign has no place here. Write the value alone.",
	BadIndex:         "This index cannot be read. Write x_1, x_i or x_ij.",
	BadDerivative:    "This derivative cannot be read. Write %s, with what is differentiated in the brackets.",
	BadSum:           "This sum cannot be read. Write %s, with the bounds and what is added.",
	BadProduct:       "This product cannot be read. Write %s, with the bounds and what is multiplied.",
	BadFraction:      "\\frac needs two parts. Write \\frac{a}{b}.",
	PrimeAlone:       "A prime needs a function and its argument. Write %s.",
	MisplacedPercent: "A percent sign belongs behind a number, as in 50%. Write the number before it, or take it out.",
	Vectors:          "This is a form of vectors or matrices, which cannot be read here. Write the sum: %s.",
	Dots:             "Dots leave open what stands there. Write out all of it, or a sum: %s.",
	Bars:             "These bars can be closed in several ways. Write abs(...) for each absolute value.",
	BadCondition:     "A condition is wanted here. Write a comparison, such as %s > 0.",
	BadCases:         "These cases cannot be read. Write two to eight rows, each with a value, & and its condition, and \\\\ between them.",
	UnclosedBar:      "This bar opens an absolute value that is never closed. Write abs(...) or close it.",
}

func (c *Complaint) sayUndeclared() string {
	switch {
	case c.Near == "":
		return fmt.Sprintf("%s has no meaning here. Use only the letters of the question.", c.Text)
	case strings.Contains(c.Near, ", "):
		return fmt.Sprintf("%s has no meaning here. The letters are %s.", c.Text, c.Near)
	}
	return fmt.Sprintf("%s has no meaning here. Did you mean %s?", c.Text, c.Near)
}

func (c *Complaint) sayCharacter() string {
	switch c.Text {
	case ".":
		return "This point belongs to no number. Write 0.5 for a decimal number and * for times."
	case ":":
		return "A colon has no meaning here. Write / for a quotient."
	}
	return fmt.Sprintf("%s has no meaning here. Take it out.", c.Text)
}

func (c *Complaint) meant(otherwise string) string {
	if c.Near == "" {
		return otherwise
	}
	return " Did you mean " + c.Near + "?"
}

// printable returns text safe for a screen, shortened: what cannot be seen is written as its code point.
func printable(text string) string {
	const longest = 24
	var b strings.Builder
	n := 0
	for _, r := range strings.Join(strings.Fields(text), " ") {
		if n++; n > longest {
			b.WriteRune('…')
			break
		}
		if r == unicode.ReplacementChar || !unicode.IsPrint(r) {
			b.WriteString("U+" + strings.ToUpper(fmt.Sprintf("%04x", r)))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// arguments says how many arguments are wanted.
func arguments(n int) string {
	switch n {
	case expr.Variadic:
		return "one argument or more"
	case 1:
		return "one argument"
	}
	return strconv.Itoa(n) + " arguments"
}
