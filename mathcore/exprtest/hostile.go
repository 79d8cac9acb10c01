package exprtest

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Hostile writes an expression that nobody types to be taught: huge exponents and bounds, towers, factorials of all
// things, sums in sums, many letters, many cases, long decimals, derivatives of all these. The same numbers drawn give
// the same text. Most texts can be read, and most have no value anywhere.
func Hostile(r *rand.Rand) string {
	h := hostile{r: r, letters: 1 + r.IntN(4)}
	if r.IntN(8) == 0 {
		h.letters = 12
	}
	if r.IntN(3) == 0 {
		return h.long()
	}
	return h.expression(2 + r.IntN(4))
}

type hostile struct {
	r       *rand.Rand
	letters int
	inside  int // sums around the place
}

func (h *hostile) one(of ...string) string { return of[h.r.IntN(len(of))] }

func (h *hostile) letter() string {
	if h.inside > 0 && h.r.IntN(2) == 0 {
		return "ijkl"[h.r.IntN(h.inside):][:1]
	}
	if h.r.IntN(12) == 0 {
		return h.one("theta_1", "x_i", "y_(n+1)", "x_12", "n", "pi", "e")
	}
	return "xyzabcfghuvw"[h.r.IntN(h.letters):][:1]
}

func (h *hostile) number() string {
	switch h.r.IntN(10) {
	case 0:
		return h.one("1000000000", "1000000007", "999999999999", "5000", "300", "2147483648", "9223372036854775807", "65536")
	case 1:
		return h.one("0.1", "3.14159265358979323846264338327950288", "1e-300", "1e300", "0.000001", "123456789.987654321")
	case 2:
		return fmt.Sprintf("%d^%d", 2+h.r.IntN(12), 2+h.r.IntN(40))
	case 3:
		return fmt.Sprintf("%d!", h.r.IntN(30))
	case 4:
		return fmt.Sprintf("(%d/%d)", 1+h.r.IntN(50), 1+h.r.IntN(50))
	case 5:
		return h.one("9^9^9", "10^100", "(1/2)^99", "-1", "0", "17^17", "1"+strings.Repeat("7", 1+h.r.IntN(400)))
	}
	return fmt.Sprint(h.r.IntN(8))
}

func (h *hostile) leaf() string {
	if h.r.IntN(3) == 0 {
		return h.number()
	}
	return h.letter()
}

// long writes a sum or a product of many parts over something.
func (h *hostile) long() string {
	n := 3 + h.r.IntN(25)
	join := h.one("+", "-", "*", "+", " ")
	parts := make([]string, n)
	for i := range parts {
		switch h.r.IntN(4) {
		case 0:
			parts[i] = fmt.Sprintf("%d*%s^%d", i, h.letter(), i)
		case 1:
			parts[i] = "(" + h.expression(1) + ")"
		case 2:
			parts[i] = fmt.Sprintf("(%s%s%s)^%d", h.leaf(), h.one("+", "-"), h.leaf(), 1+h.r.IntN(6))
		default:
			parts[i] = h.one("abs", "sqrt", "ln", "sin", "max") + "(" + h.expression(1) + ")"
		}
	}
	text := strings.Join(parts, join)
	switch h.r.IntN(4) {
	case 0:
		return "(" + text + ")/(" + h.expression(3) + ")"
	case 1:
		return "(" + text + ")^" + h.number()
	case 2:
		return "sqrt(" + h.expression(2) + "+" + text + ")"
	}
	return text
}

func (h *hostile) expression(depth int) string {
	if depth <= 0 {
		return h.leaf()
	}
	sub := func() string { return h.expression(depth - 1 - h.r.IntN(2)) }
	switch h.r.IntN(18) {
	case 0, 1:
		return sub() + h.one("+", "-", "+") + sub()
	case 2:
		return "(" + sub() + ")*(" + sub() + ")"
	case 3:
		return "(" + sub() + ")/(" + sub() + ")"
	case 4:
		return "(" + sub() + ")^" + h.one("2", "3", "7", "30", "-2", "(1/2)", "(1/3)", h.number())
	case 5:
		return "(" + sub() + ")^(" + sub() + ")"
	case 6, 7:
		return h.one("sin", "cos", "tan", "ln", "exp", "sqrt", "abs", "sigma", "tanh", "atan", "asin", "cbrt", "sign", "log10",
			"softplus", "cosh", "acosh", "logit") + "(" + sub() + ")"
	case 8:
		return h.one("max", "min") + "(" + sub() + "," + sub() + "," + sub() + ")"
	case 9:
		return "(" + sub() + ")!"
	case 10, 11:
		return h.sum(depth)
	case 12:
		return "|" + sub() + "|"
	case 13:
		return "d/dx(" + sub() + ")"
	case 14:
		return "e^(" + sub() + ")"
	case 15:
		return h.one("f", "g", "f'", "g''") + "(" + sub() + ")"
	case 16:
		return "sqrt(sqrt(" + sub() + ")+" + sub() + ")"
	}
	return "ln(" + sub() + ")/ln(" + sub() + ")"
}

// sum writes a sum with bounds of all sizes.
func (h *hostile) sum(depth int) string {
	if h.inside == 4 {
		return h.leaf()
	}
	index := "ijkl"[h.inside:][:1]
	lo := h.one("1", "0", "-1000000000", h.leaf(), "1")
	hi := h.one("n", "m", "3", "100", "5000", "1000000000", "10^30", "n+1", h.leaf())
	h.inside++
	body := h.expression(depth - 1)
	h.inside--
	return fmt.Sprintf("sum(%s=%s..%s,%s)", index, lo, hi, body)
}
