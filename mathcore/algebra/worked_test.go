package algebra

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/typeset"
)

// documentation returns the blocks of doc.go that are set as they stand.
func documentation(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var blocks strings.Builder
	for line := range strings.Lines(string(data)) {
		if text, ok := strings.CutPrefix(line, "//\t"); ok {
			blocks.WriteString(text)
		}
	}
	return blocks.String()
}

func tree(t *testing.T, text string) expr.Node {
	t.Helper()
	n, c := parse.Expr(text, nil)
	if c != nil {
		t.Fatalf("%s: %s", text, c.Say())
	}
	return expr.Expressed(n)
}

// TestTreeToZero fails when a line of the first worked page is not what is computed.
func TestTreeToZero(t *testing.T) {
	ctx := newContext(nil)
	var page strings.Builder
	for _, part := range []string{
		"e^-x", "1+e^-x", "(1+e^-x)^2", "e^-x/(1+e^-x)^2", "1/(1+e^-x)", "1-1/(1+e^-x)", "1/(1+e^-x)*(1-1/(1+e^-x))",
	} {
		fmt.Fprintf(&page, "%-26s = %s\n", part, typeset.Line(ctx.productTree(ctx.value(tree(t, part)))))
	}
	if !strings.Contains(documentation(t), page.String()) {
		t.Errorf("doc.go has not this page:\n%s", page.String())
	}
	difference := ctx.value(tree(t, "e^-x/(1+e^-x)^2 - 1/(1+e^-x)*(1-1/(1+e^-x))"))
	if !difference.isZero() || len(ctx.bases) != 1 {
		t.Errorf("the difference is %s, with %d bases; want 0 and one", typeset.Line(ctx.productTree(difference)), len(ctx.bases))
	}
}

// A walk writes down a proof by cases as it goes.
type walk struct {
	ctx         *context
	left, right expr.Node
	page        strings.Builder
	zero        int // cases that end with 0
}

// visit writes the case that the facts of the context are, and those inside it.
func (w *walk) visit(depth int, name string) {
	line := strings.Repeat("  ", depth) + name + ": "
	if !w.ctx.possible() {
		w.page.WriteString(line + "impossible\n")
		return
	}
	q := &question{left: w.left, right: w.right}
	answer := w.ctx.byForm(q)
	difference, _ := w.ctx.expand(w.ctx.value(expr.Minus(w.left, w.right)))
	w.page.WriteString(line + w.sum(difference) + "\n")
	if answer.holds() || len(q.unknown) == 0 {
		w.zero++
		return
	}
	known := w.ctx.facts
	inside := typeset.Line(w.ctx.targetTree(q.unknown[0]))
	w.ctx.facts = known.assuming(q.unknown[0], notNegative)
	w.visit(depth+1, inside+" >= 0")
	w.ctx.facts = known.assuming(q.unknown[0], notPositive)
	w.visit(depth+1, inside+" <= 0")
	w.ctx.facts = known
}

// sum writes a polynomial with its signs between the terms.
func (w *walk) sum(terms poly.Poly) string {
	var b strings.Builder
	for i, u := range terms {
		minus := u.C.Sign() < 0
		switch {
		case i > 0 && minus:
			b.WriteString(" - ")
		case i > 0:
			b.WriteString(" + ")
		case minus:
			b.WriteString("-")
		}
		b.WriteString(typeset.Line(w.ctx.productTree(product{c: u.C.Abs(), m: u.M})))
	}
	if len(terms) == 0 {
		return "0"
	}
	return b.String()
}

// TestProofByCases fails when a line of the second worked page is not what is computed, or when the proof has other cases.
func TestProofByCases(t *testing.T) {
	w := walk{ctx: newContext(nil), left: tree(t, "abs(x-1)+abs(x+1)"), right: tree(t, "max(2, 2abs(x))")}
	w.visit(0, "everywhere")
	if !strings.Contains(documentation(t), w.page.String()) {
		t.Errorf("doc.go has not this page:\n%s", w.page.String())
	}
	ctx := newContext(nil)
	q := &question{left: w.left, right: w.right}
	if answer := ctx.byForm(q); answer.holds() {
		t.Fatal("the sides have one normal form, so there are no cases")
	}
	if s := ctx.splitOver(q); s.answer != Proved || s.proved != w.zero {
		t.Errorf("the proof gives %d after %d cases, the page has %d", s.answer, s.proved, w.zero)
	}
}
