package parse_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// complaints are lines that cannot be read. The marks « and » stand around the place of the complaint.
var complaints = []struct {
	line string
	code parse.Code
}{
	{"«»", parse.Empty},
	{"«»  ", parse.Empty},
	{"«ln»*x", parse.FunctionAlone},
	{"2 + «sin»", parse.FunctionAlone},
	{"«sqrt» + 1", parse.FunctionAlone},
	{"«ln»)", parse.FunctionAlone},
	{"«=»", parse.Dangling},
	{"a «=» = b", parse.Dangling},
	{"a «=» ≈ b", parse.Dangling},
	{"x «+»", parse.Dangling},
	{"x «^»", parse.Dangling},
	{"(x «-»)", parse.Dangling},
	{"max(1«,»)", parse.Dangling},
	{"«*»x", parse.NothingBefore},
	{"2(«/»x)", parse.NothingBefore},
	{"«^»2", parse.NothingBefore},
	{"3x «+ *» 2", parse.DoubleOperator},
	{"x «++» 2", parse.DoubleOperator},
	{"x «*/» 2", parse.DoubleOperator},
	{"x«^^»2", parse.DoubleOperator},
	{"x+1«)»", parse.StrayClose},
	{"(1+x)«]»", parse.StrayClose},
	{"x²«⁾»", parse.StrayClose},
	{"2«(»x+1", parse.MissingClose},
	{"ln«(»(x+1)", parse.MissingClose},
	{"x^«{»2", parse.MissingClose},
	{"\\hat«{»y", parse.MissingClose},
	{"x«⁽»²", parse.MissingClose},
	{"e^«(»-x", parse.MissingClose},
	{"(x+1«]»", parse.MismatchedClose},
	{"x«()»", parse.EmptyBrackets},
	{"ln«()»", parse.EmptyBrackets},
	{"|«|»", parse.UnclosedBar},
	{"«|»x", parse.UnclosedBar},
	{"|2|x«|»", parse.UnclosedBar},
	{"«0,5»", parse.DecimalComma},
	{"1 + «2,75»x", parse.DecimalComma},
	{"ln(«0,5»)", parse.DecimalComma},
	{"x«,» y", parse.StrayComma},
	{"2 «x» 3", parse.TimesSign},
	{"10 «x» 10^2", parse.TimesSign},
	{"«x 2»", parse.NumberAfter},
	{"«2 3»", parse.TwoNumbers},
	{"«2½»", parse.TwoNumbers},
	{"«50% 3»", parse.TwoNumbers},
	{"1 + «1.2.3»", parse.BadNumber},
	{strings.Repeat("x = ", 29) + "x «=» x", parse.SeveralEquals},
	{"a ≈ b «=» c", parse.MisplacedEquals},
	{"2(a «≈» b)", parse.Inequality},
	{"2(x «=» 1)", parse.MisplacedEquals},
	{"x «<» 2", parse.Inequality},
	{"x «<=» 2", parse.Inequality},
	{"x «≥» 2", parse.Inequality},
	{"x «#» 2", parse.BadCharacter},
	{"a«:»b", parse.BadCharacter},
	{"x + «х»", parse.BadCharacter}, // a Cyrillic letter
	{"x«\u202e»y", parse.BadCharacter},
	{"x«\x00»y", parse.BadCharacter},
	{"x«\xff»y", parse.BadText},
	{"«∫» x", parse.Unsupported},
	{"x + «∞»", parse.Unsupported},
	{"«±»1", parse.Unsupported},
	{"«\\lim» x", parse.Unsupported},
	{"2«\\foo» x", parse.UnknownCommand},
	{"«\\hat»{2}", parse.BadMark},
	{"«sin(x, y)»", parse.ArgumentCount},
	{"1 + «pow(2)»", parse.ArgumentCount},
	{"«floor»(x)", parse.UnknownFunction},
	{"2«sigmod»(x)", parse.UnknownFunction},
	{"«gcd»(x)", parse.UnknownFunction},
	{"2«_»i", parse.BadIndex},
	{"x«_»+1", parse.BadIndex},
	{"x_«1.5»", parse.BadIndex},
	{"«d/dx»", parse.BadDerivative},
	{"x*«(d/dx)»", parse.BadDerivative},
	{"«d^2/dx» x", parse.BadDerivative},
	{"«∂»x", parse.BadDerivative},
	{"«sum»", parse.BadSum},
	{"«Σ» + x_i", parse.BadSum},
	{"«sum_i»", parse.BadSum},
	{"«sum_t x»", parse.BadSum},
	{"«Σ x_ij»", parse.BadSum},
	{"«prod»(x)", parse.BadProduct},
	{"«∏» x_i", parse.BadProduct},
	{"2 «\\prod_i» x_i", parse.BadProduct},
	{"«∏_{j≠i}^n» x_j", parse.BadProduct},
	{"«∏_{i=1}^n p_i» + q_i", parse.BadProduct},
	{"∏_{i=1}^m «x_i/2»", parse.BadProduct},
	{"np.«prod»(x)", parse.BadProduct},
	{"«softmax(z)»", parse.NoFamily},
	{"«softmax(z+1)_k»", parse.NoFamily},
	{"«softmax(z, k, 1)»", parse.NoFamily},
	{"2«softmax»", parse.NoFamily},
	{"np.«mean»", parse.NoFamily},
	{"«mean(x, y)»", parse.NoFamily},
	{"«mean(x_ij)»", parse.NoFamily},
	{"«dot(w)»", parse.NoFamily},
	{"«dot(w, x_i)»", parse.NoFamily},
	{"«logsumexp(a, b)»", parse.NoFamily},
	{"«\\frac{1}»", parse.BadFraction},
	{"(x y)«'»", parse.PrimeAlone},
	{"«y'»", parse.PrimeAlone},
	{"«max'»(x, y)", parse.PrimeAlone},
	{"«pow\"»(2)", parse.PrimeAlone},
	{"x«%»", parse.MisplacedPercent},
	{"x «..» 2", parse.Misplaced},
	{"«1e99999»", parse.TooManyDigits},
	{"x_1 + «...» + x_m", parse.Dots},
	{"x_1 + «…» + x_m", parse.Dots},
	{"x_1 + «\\dots» + x_m", parse.Dots},
	{"(x_1 + «\\cdots»)/m", parse.Dots},
	{"1 + x + «...»", parse.Dots},
	{"x_1 x_2 «...» x_m", parse.Dots},
	{"X«.T» @ (h-y)", parse.Vectors},
	{"w «@» x", parse.Vectors},
	{"«\\langle» w, x \\rangle", parse.Vectors},
	{"x «⊙» y", parse.Vectors},
	{"«X^T»(h-y)", parse.Vectors},
	{"1 + «\\|w_i\\|»^2", parse.Vectors},
	{"x «\\text{ if }» x > 0", parse.Words},
	{"s(1-s) «\\text{ where }» s = s x", parse.Words},
	{"2x «\\text{ and }» 3x", parse.Words},
	{"(x «\\text{ by the rule}»)^2", parse.Words},
	{"$x$« and »$y$", parse.Words},
	{"«|»|a|b|c||", parse.Bars},
	{"1+(«|»|a|x|b||)", parse.Bars},
	{"«|»|u|v|w|| + 1", parse.Bars},
	{"«\\|»w", parse.UnclosedBar},
	{"||x|||«|»", parse.UnclosedBar},
	{"{a «\\over»}", parse.Dangling},
	{"{«\\over» b}", parse.NothingBefore},
	{"{a \\over b «\\over» c}", parse.Misplaced},
	{"{a «\\atop» b}", parse.Unsupported},
	{"x «\\tag»", parse.Misplaced},
	{"\\color«{»red", parse.MissingClose},
	{"\\underbrace{x+1}_«{»a", parse.MissingClose},
	{"\\begin«{»aligned", parse.MissingClose},
	{"«\\begin{cases}»", parse.MissingClose},
	{"x+«\\begin{cases}» x", parse.MissingClose},
	{"«\\begin{cases}» x & x>0 \\\\ 2", parse.MissingClose},
	{"\\left\\{«\\begin{array}{ll}» x & x>0 \\\\ 2 & x<0", parse.MissingClose},
	{"\\begin{cases} «(»x & x>0 \\\\ 2 & x<0 \\end{cases}", parse.MissingClose},
	{"(\\begin{cases} x & x>0 \\\\ 2 & x<0 «)»", parse.MismatchedClose},
	{"«\\begin»{pmatrix} x \\end{pmatrix}", parse.Unsupported},
	{"x «&» y", parse.Misplaced},
	{"\\frac{«\\cancel»{x}y}{z}", parse.Misplaced},
	{"«\\tilde»{2}", parse.BadMark},
	{"«\\overline»{xy}", parse.BadMark},
	{"x + (y«.»)", parse.BadCharacter},
	{"self«.»w", parse.BadCharacter},
	{"«.» x", parse.BadCharacter},
	{"(a x)«'»", parse.PrimeAlone},
	{"«u'» v + u v'", parse.PrimeAlone},
	{"«x^2»'", parse.PrimeAlone},
	{"«e^x'»", parse.PrimeAlone},
	{"(x_1 x_2)«''»", parse.PrimeAlone},
	{"«D(x y)»", parse.BadDerivative},
	{"«∂_»2 x", parse.BadDerivative},
	{"«\\frac»{d e^u}{d(-x)}", parse.BadDerivative},
	{"«\\partial_x»", parse.BadDerivative},
	{"«{»d \\over dx", parse.MissingClose},
}

func TestComplaints(t *testing.T) {
	for _, test := range complaints {
		checkComplaint(t, test.line, test.code, nil)
	}
}

// strangers are complaints in a question that declares what it uses.
var strangers = []struct{ where, line, near string }{
	{"t:{0,1} ŷ:(0,1)", "t ln «ybar»", "ŷ"},
	{"t:{0,1} ŷ:(0,1)", "t ln «y»", "ŷ"},
	{"p:(0,1) t:{0,1}", "p + «q»", "p, t"},
	{"p:(0,1) t:{0,1}", "p«Q»", "p, t"},
	{"p:(0,1) t:{0,1}", "«P»", "p"},
	{"p:(0,1) t:{0,1}", "p + «foo»", "p, t"},
	{"x:real s:real", "-«E»^(-x)", "e"},
	{"x_i:real θ_0:real θ_1:real", "θ_0 «xi»", "x_i"},
	{"x_i:real θ_0:real θ_1:real", "«θ_2» x_i", "θ_0 or θ_1"},
	{"x_i:real θ_0:real θ_1:real", "«theta» x_i", "θ_0 or θ_1"},
	{"x_1:real", "«x_2»", "x_1"},
	{"σ:pos", "«s»", "σ"},
	{"alpha:pos", "«a»", "α"},
	{"rate:pos", "2«rat»", "rate"},
	{"ŷ:(0,1)", "d«y»/dŷ", "ŷ"},
	{"z_k: real", "sum(k=1..n, «z»)", "z_k"},
}

func TestUndeclared(t *testing.T) {
	for _, test := range strangers {
		sc := &scope.Scope{Strict: true}
		if err := parse.Declare(sc, test.where); err != nil {
			t.Fatal(err)
		}
		c := checkComplaint(t, test.line, parse.Undeclared, sc)
		if c != nil && c.Near != test.near {
			t.Errorf("%s: near %q, want %q", test.line, c.Near, test.near)
		}
	}
}

// shownExamples are complaints of a question with declarations, each with what its example must be: it can be typed there.
var shownExamples = []struct{ where, line, want string }{
	{"", "sum", "sum(i=1..n, ...)"},
	{"", "1+…+9", "sum(i=1..n, x_i)"},
	{"x_i:real, m:nat", "sum", "sum(i=1..m, ...)"},
	{"m:nat, x_i:real", "prod", "prod(i=1..m, ...)"},
	{"m:nat, x_i:real, y_i:real", "dot(x)", "sum(i=1..m, y_i x_i)"},
	{"m:nat, x_i:real", "mean", "1/m*sum(i=1..m, x_i)"},
	{"z_k:real", "sum", "sum(k=1..3, ...)"},
	{"n:nat, p_k:(0,1)", "1+…", "sum(k=1..n, p_k)"},
	{"z:real", "1+…+9", "sum(i=1..3, z^i)"},
	{"z:real", "∂", "d/dz(...)"},
	{"m:nat, θ_0:real", "∂", "d/dθ_0(...)"},
	{"ŷ:(0,1), t:{0,1}", "ln", "ŷ"},
}

func TestShownExamples(t *testing.T) {
	for _, test := range shownExamples {
		sc := &scope.Scope{Strict: test.where != ""}
		if err := parse.Declare(sc, test.where); err != nil {
			t.Fatal(err)
		}
		if _, c := parse.Read(test.line, sc); c == nil || c.Want != test.want || !strings.Contains(c.Say(), test.want) {
			t.Errorf("%q where %s: %+v, want %s", test.line, test.where, c, test.want)
		}
	}
}

func checkComplaint(t *testing.T, marked string, code parse.Code, sc *scope.Scope) *parse.Complaint {
	t.Helper()
	before, rest, _ := strings.Cut(marked, "«")
	inside, after, _ := strings.Cut(rest, "»")
	line := before + inside + after
	_, c := parse.Read(line, sc)
	if c == nil {
		t.Errorf("%q was read, want %s", line, code)
		return nil
	}
	if c.Code != code {
		t.Errorf("%q: %s, want %s", line, c.Code, code)
	}
	if c.Start != len(before) || c.End != len(before)+len(inside) {
		t.Errorf("%q: %s at %d..%d, want %d..%d", line, c.Code, c.Start, c.End, len(before), len(before)+len(inside))
	}
	checkWords(t, line, c.Say())
	return c
}

// checkWords checks that what is said are full sentences which name no number of bytes and hold nothing unprintable.
func checkWords(t *testing.T, line, say string) {
	t.Helper()
	if say == "" || !strings.ContainsAny(say[len(say)-1:], ".?") || strings.Contains(say, "  ") || strings.Contains(say, "%!") {
		t.Errorf("%.80q: bad words: %q", line, say)
	}
	for _, r := range say {
		if !strconv.IsPrint(r) {
			t.Errorf("%.80q: the words hold %U: %q", line, r, say)
		}
	}
}

// TestCodeExamples reads the comments of the codes and checks that each example gets its code.
func TestCodeExamples(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "code.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	code := parse.Code(0)
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || spec.Doc == nil || !spec.Names[0].IsExported() {
			return true
		}
		for comment := range strings.SplitSeq(spec.Doc.Text(), "\n") {
			if example, found := strings.CutPrefix(comment, "Example: "); found {
				line := strings.Trim(strings.TrimSuffix(example, "."), `"`)
				if _, c := parse.Read(line, nil); c == nil || c.Code != code {
					t.Errorf("%s: the example %q gets %v", code, line, c)
				}
			}
		}
		code++
		return true
	})
	if code != parse.Misplaced+1 {
		t.Errorf("read the comments of %d codes", code)
	}
}

func TestCodeNames(t *testing.T) {
	seen := map[string]bool{}
	for code := parse.Empty; code <= parse.Misplaced; code++ {
		if name := code.String(); name == "" || seen[name] {
			t.Errorf("code %d has the name %q", code, name)
		} else {
			seen[name] = true
		}
	}
}
