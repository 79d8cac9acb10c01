package expr_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
)

// TestChildren checks that taking a tree apart and putting it together again gives the same tree, and that Map and Size
// see all of it.
func TestChildren(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := exprtest.Everything.Tree().Draw(t, "n")
		if !expr.Equal(expr.WithChildren(n, expr.Children(n)), n) {
			t.Fatal("taken apart and put together it is another tree")
		}
		if expr.Map(n, func(m expr.Node) expr.Node { return m }) != n {
			t.Fatal("Map made a new tree where nothing changed")
		}
		size := 1
		for _, c := range expr.Children(n) {
			size += expr.Size(c)
		}
		if expr.Size(n) != size {
			t.Fatal("Size does not add up")
		}
	})
}

// TestMapKeepsBoundNames checks that Map does not put a number where a name is bound.
func TestMapKeepsBoundNames(t *testing.T) {
	n := expr.Map(tree(t, "sum(i=1..n, i) + d/dx x"), func(m expr.Node) expr.Node {
		if _, ok := m.(*expr.Symbol); ok {
			return expr.Int(7)
		}
		return m
	})
	if want := "sum(i=1..7, 7) + d/dx 7"; !expr.Equal(n, tree(t, want)) {
		t.Errorf("not %s", want)
	}
}

func TestWalkLeavesOut(t *testing.T) {
	var seen []string
	expr.Walk(tree(t, "a + sin(b) + c"), func(n expr.Node) bool {
		if s, ok := n.(*expr.Symbol); ok {
			seen = append(seen, s.Name)
		}
		_, call := n.(*expr.Call)
		return !call
	})
	if got := strings.Join(seen, " "); got != "a c" {
		t.Errorf("saw %s", got)
	}
}

func TestContains(t *testing.T) {
	isSine := func(n expr.Node) bool {
		c, ok := n.(*expr.Call)
		return ok && c.Func == expr.Sin
	}
	if !expr.Contains(tree(t, "1 + x sin x"), isSine) || expr.Contains(tree(t, "1 + x cos x"), isSine) {
		t.Error("Contains finds what is not there, or not what is")
	}
}

// TestMapChildren checks that only the parts that change are new, and that a bound name stays a name.
func TestMapChildren(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := exprtest.Everything.Tree().Draw(t, "n")
		parts := expr.Children(n)
		if len(parts) == 0 {
			return
		}
		at := rapid.IntRange(0, len(parts)-1).Draw(t, "at")
		one := expr.Int(1)
		changed := expr.MapChildren(n, func(i int, part expr.Node) expr.Node {
			if part != parts[i] {
				t.Fatal("the number is not that of the part")
			}
			if i == at {
				return one
			}
			return part
		})
		if expr.Binds(n, at) {
			if changed != n {
				t.Fatal("a bound name became a number")
			}
			return
		}
		for i, part := range expr.Children(changed) {
			if i == at && part != one || i != at && part != parts[i] {
				t.Fatalf("part %d is another than it should be", i)
			}
		}
	})
}
