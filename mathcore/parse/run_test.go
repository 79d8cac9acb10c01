package parse_test

import (
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
)

// FuzzNames changes the name of a known function a little: before a bracket it is a known function still, or a complaint,
// and never a product of letters.
func FuzzNames(f *testing.F) {
	for i := range expr.Funcs() {
		f.Add(uint8(i), uint8(0), byte('q'), uint8(0))
		f.Add(uint8(i), uint8(1), byte('n'), uint8(1))
		f.Add(uint8(i), uint8(2), byte('s'), uint8(2))
	}
	f.Fuzz(func(t *testing.T, which, at uint8, letter byte, how uint8) {
		all := expr.Funcs()
		name := all[int(which)%len(all)].String()
		letter = 'a' + letter%26
		k := int(at) % (len(name) + 1)
		switch how % 4 {
		case 0:
			name = name[:k] + string(rune(letter)) + name[k:]
		case 1:
			name = name[:k] + name[min(k+1, len(name)):]
		case 2:
			name = name[:k] + string(rune(letter)) + name[min(k+1, len(name)):]
		case 3:
			name = strings.ToUpper(name)
		}
		if len(name) < 3 || strings.ContainsAny(name, "._0123456789") {
			return
		}
		n, complaint := parse.Expr(name+"(Q)", nil)
		if _, letter := expr.Glyph(name); letter || complaint != nil {
			return
		}
		if call, ok := n.(*expr.Call); !ok || len(call.Args) > 2 {
			t.Errorf("%s(Q) is read as %T", name, n)
		}
	})
}

// TestBeside checks that the letters of the other line of a pair count.
func TestBeside(t *testing.T) {
	for _, row := range []struct {
		line, beside string
		product      bool
	}{
		{"abc", "a*b*c", true},
		{"abc", "ab+c", true},
		{"abc", "a b", false},
		{"target", "t+a", false},
		{"abc", `\a + \b + \c`, false},
	} {
		sc := scopes(t)[1].Clone()
		sc.Strict, sc.Beside = false, row.beside
		n, complaint := parse.Expr(row.line, sc)
		if complaint != nil {
			t.Fatalf("%s: %s", row.line, complaint.Say())
		}
		if _, product := n.(*expr.Mul); product != row.product {
			t.Errorf("%s beside %s is read as %T", row.line, row.beside, n)
		}
	}
}
