package poly_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"chainrule/mathcore/budget"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
	"chainrule/mathcore/scope"
)

// letters are the variables of the tables, by their numbers.
const letters = "abcxyz"

func variable(name string) poly.Var { return poly.Var(strings.Index(letters, name)) }

// unlimited returns a ring that nothing ends but the limits of its results.
func unlimited() *poly.Ring { return poly.NewRing(nil, budget.New(1<<40, nil), nil) }

// read returns the polynomial that a line of a table spells.
func read(t *testing.T, text string) poly.Poly {
	t.Helper()
	n, c := parse.Expr(strings.TrimSpace(text), &scope.Scope{})
	if c != nil {
		t.Fatalf("%s: %s", text, c.Say())
	}
	return fromTree(t, n)
}

func fromTree(t *testing.T, n expr.Node) poly.Poly {
	t.Helper()
	r := unlimited()
	switch n := n.(type) {
	case *expr.Number:
		return poly.Constant(rat.Of(n.Value))
	case *expr.Symbol:
		return poly.Of(rat.Int(1), poly.Monomial{poly.VarTo(variable(n.Name), 1)})
	case *expr.Neg:
		return r.Scale(fromTree(t, n.X), rat.Int(-1), nil)
	case *expr.Add:
		var terms []poly.Term
		for _, x := range n.Terms {
			terms = append(terms, fromTree(t, x)...)
		}
		return poly.Collect(terms)
	case *expr.Mul:
		p := poly.One()
		for _, x := range n.Factors {
			p = r.Mul(p, fromTree(t, x))
		}
		return p
	case *expr.Div:
		below := fromTree(t, n.Den)
		return r.Scale(fromTree(t, n.Num), below[0].C.Inv(), r.InvMonomial(below[0].M))
	case *expr.Pow:
		base, e := fromTree(t, n.Base), fromTree(t, n.Exp)[0].C
		if k, whole := e.Int64(); whole && k >= 0 {
			return r.Pow(base, k)
		}
		return poly.Of(base[0].C, r.PowMonomial(base[0].M, e))
	case *expr.Constant, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	t.Fatalf("no polynomial: %T", n)
	return nil
}

// write spells a polynomial as the tables do.
func write(p poly.Poly) string {
	var b strings.Builder
	for i, u := range p {
		if i > 0 && u.C.Sign() > 0 {
			b.WriteByte('+')
		}
		c := u.C.String()
		switch {
		case len(u.M) == 0:
		case c == "1" || c == "-1":
			c = strings.TrimSuffix(c, "1")
		case !u.C.IsInt():
			c += "*"
		}
		b.WriteString(c + writeMonomial(u.M))
	}
	if len(p) == 0 {
		return "0"
	}
	return b.String()
}

func writeMonomial(m poly.Monomial) string {
	var powers []string
	for _, q := range m {
		s := letters[q.Var : q.Var+1]
		switch e := q.Exponent(); {
		case e.IsOne():
		case e.IsInt() && e.Sign() > 0:
			s += "^" + e.String()
		default:
			s += "^(" + e.String() + ")"
		}
		powers = append(powers, s)
	}
	return strings.Join(powers, "*")
}

// A row is a line of the table: what an operation is done on.
type row struct {
	t     *testing.T
	ring  *poly.Ring
	cells []string
}

func (x row) poly(i int) poly.Poly { return read(x.t, x.cells[i]) }

func (x row) variable() poly.Var { return variable(x.cells[1]) }

// number returns the number that the cell spells.
func (x row) number(i int) rat.Rat {
	if p := x.poly(i); len(p) > 0 {
		return p[0].C
	}
	return rat.Rat{}
}

// operations are those of the table.
var operations = map[string]func(x row) string{
	"sum": func(x row) string { return write(x.poly(0)) },
	"mul": func(x row) string { return write(x.ring.Mul(x.poly(0), x.poly(1))) },
	"pow": func(x row) string {
		n, _ := x.number(1).Int64()
		return write(x.ring.Pow(x.poly(0), n))
	},
	"div": func(x row) string {
		q, exact := x.ring.Divide(x.poly(0), x.poly(1))
		return orNone(exact, write(q))
	},
	"gcd": func(x row) string { return write(x.ring.GCD(x.poly(0), x.poly(1))) },
	"prim": func(x row) string {
		c, m, q := x.ring.Primitive(x.poly(0))
		return c.String() + " ; " + write(poly.Of(rat.Int(1), m)) + " ; " + write(q)
	},
	"square": func(x row) string {
		g, rest, ok := x.ring.SquarePart(x.poly(0))
		return orNone(ok, write(primitive(x.ring, g))+" ; "+write(primitive(x.ring, rest)))
	},
	"out": func(x row) string {
		whole, rest := x.ring.DivideOut(x.poly(0), x.poly(1), 0, poly.NoUnits)
		return write(whole) + " ; " + write(rest)
	},
	"outby": func(x row) string {
		lead, _ := x.number(2).Int64()
		whole, rest := x.ring.DivideOut(x.poly(0), x.poly(1), int(lead), func(v poly.Var) bool { return letters[v] == 'x' })
		return write(whole) + " ; " + write(rest)
	},
	"shift": func(x row) string {
		p, ok := x.ring.Shift(x.poly(0), x.variable(), x.number(2), x.number(3))
		return orNone(ok, write(p))
	},
	"sign":   func(x row) string { return strconv.Itoa(x.poly(0).CommonSign()) },
	"diff":   func(x row) string { return write(x.poly(0).Derivative(x.variable())) },
	"degree": func(x row) string { return strconv.FormatInt(x.poly(0).Degree(x.variable()), 10) },
	"vars": func(x row) string {
		var names []string
		for _, v := range x.poly(0).Vars() {
			names = append(names, letters[v:v+1])
		}
		return orNone(len(names) > 0, strings.Join(names, " "))
	},
	"common":   func(x row) string { return write(poly.Of(rat.Int(1), x.poly(0).CommonMonomial())) },
	"exponent": func(x row) string { return x.poly(0).CommonExponent(x.variable()).String() },
}

func orNone(ok bool, text string) string {
	if !ok {
		return "none"
	}
	return text
}

// primitive returns the primitive part, zero for zero.
func primitive(r *poly.Ring, p poly.Poly) poly.Poly {
	if len(p) == 0 {
		return nil
	}
	_, _, q := r.Primitive(p)
	return q
}

// TestOperations fails when a result of the table is another.
func TestOperations(t *testing.T) {
	done := map[string]bool{}
	for _, line := range exprtest.Rows(t, "testdata/operations.txt") {
		line.Demand(t, 3, "operation | polynomials | result")
		name, want := line.Cells[0], line.Cells[2]
		operation, known := operations[name]
		if !known {
			t.Fatalf("%s: no operation %s", line.Place, name)
		}
		done[name] = true
		if got := operation(row{t, unlimited(), strings.Split(line.Cells[1], " ; ")}); got != want {
			t.Errorf("%s: %s: got %s", line.Place, line.Text, got)
		}
	}
	for name := range operations {
		if !done[name] {
			t.Errorf("%s is in no row", name)
		}
	}
}

// TestOrder fails when the order of monomials is not that of the row, or does not stay when both are multiplied.
func TestOrder(t *testing.T) {
	r := unlimited()
	ascending := []string{"x^(-2)", "x^(-1)*y", "z^(-1)", "1", "z^(1/3)", "z^(1/2)", "z", "z^2", "y", "y*z", "y^2", "x^(1/2)", "x", "x*z", "x*y", "x^2", "a"}
	by := read(t, "x^(1/2)*y^(-3)")[0].M
	for i, low := range ascending {
		m := read(t, low)[0].M
		for k, high := range ascending {
			n := read(t, high)[0].M
			want := max(-1, min(1, i-k))
			if got := m.Compare(n); got != want {
				t.Errorf("%s and %s compare as %d, want %d", low, high, got, want)
			}
			if got := r.MulMonomial(m, by).Compare(r.MulMonomial(n, by)); got != want {
				t.Errorf("%s and %s, multiplied, compare as %d, want %d", low, high, got, want)
			}
			if (string(m.AppendKey(nil)) == string(n.AppendKey(nil))) != (i == k) || m.Equal(n) != (i == k) {
				t.Errorf("%s and %s: one spelling for two, or two for one", low, high)
			}
		}
	}
}

// TestLimits fails when something grows beyond a limit and the attempt goes on, or ends below it.
func TestLimits(t *testing.T) {
	long := rat.Int(2).Pow(16_000)
	for _, c := range []struct {
		name string
		ends bool
		work func(r *poly.Ring)
	}{
		{"exponent below the limit", false, func(r *poly.Ring) { r.PowMonomial(read(t, "x")[0].M, rat.Int(1<<30-1)) }},
		{"exponent at the limit", true, func(r *poly.Ring) { r.PowMonomial(read(t, "x")[0].M, rat.Int(1<<30)) }},
		{"sum of exponents", true, func(r *poly.Ring) {
			m := read(t, "x^1000000000")[0].M
			r.MulMonomial(m, m)
		}},
		{"long coefficient", false, func(r *poly.Ring) { r.Bounded(long) }},
		{"too long a coefficient", true, func(r *poly.Ring) { r.Bounded(long.Mul(long)) }},
		{"power of a number", true, func(r *poly.Ring) { r.PowRat(rat.Int(3), 1<<40) }},
		{"power of one", false, func(r *poly.Ring) { r.PowRat(rat.Int(-1), 1<<40) }},
		{"terms", false, func(r *poly.Ring) { r.Pow(read(t, "x+y"), 100) }},
		{"too many terms", true, func(r *poly.Ring) { r.Pow(read(t, "x+y+z"), 100) }},
		{"work", true, func(r *poly.Ring) { r.Mul(read(t, "(x+y)^400"), read(t, "(x+z)^400")) }},
	} {
		attempt := budget.New(100_000, nil)
		if ended := attempt.Within(100_000, func() { c.work(poly.NewRing(nil, attempt, nil)) }); ended == c.ends {
			t.Errorf("%s: came to its end: %t", c.name, ended)
		}
	}
}

// imaginary says that the square of x is -1.
type imaginary struct{}

func (imaginary) Holds(m poly.Monomial) bool { _, found := m.Of(variable("x")); return found }

func (imaginary) Append(terms []poly.Term, u poly.Term) []poly.Term {
	q, _ := u.M.Of(variable("x"))
	rest := u.M.Without(q.Var)
	if q.Num%2 != 0 {
		rest = slices.Concat(rest, poly.Monomial{poly.VarTo(q.Var, 1)})
		slices.SortFunc(rest, func(a, b poly.Power) int { return int(a.Var) - int(b.Var) })
	}
	if q.Num/2%2 != 0 {
		u.C = u.C.Neg()
	}
	return append(terms, poly.Term{C: u.C, M: rest})
}

// TestRelations fails when a product or a power does not obey what the variables are said to be worth.
func TestRelations(t *testing.T) {
	r := poly.NewRing(nil, budget.New(1<<40, nil), imaginary{})
	for text, got := range map[string]poly.Poly{
		"a^2+b^2": r.Mul(read(t, "a+b*x"), read(t, "a-b*x")),
		"-4":      r.Pow(read(t, "1+x"), 4),
		"-x":      r.Pow(read(t, "x"), 3),
	} {
		if write(got) != text {
			t.Errorf("got %s, want %s", write(got), text)
		}
	}
}
