package lessons_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"chainrule/lessons"
)

const catalogue = `title = "A course"
lessons = ["demo"]
[[skill]]
id = "exp-algebra"
say = "rewrite fractions of exponentials"
`

const rules = `[[rule]]
id = "expand"
name = "multiply out"
formula = "a (b + c) = a b + a c"
say = "Multiply each term by $a$."
`

const slips = `[[slip]]
id = "sign"
what = "A sign was lost."
see = "Put in a number."
do = "Turn it."
`

// demo is a lesson without a fault. The tests plant faults in it.
const demo = `+++
id = "demo"
title = "A demo"
skills = ["exp-algebra"]
define = ["g(x) := 1/(1+e^(-x))"]

[[symbol]]
name = "x"
domain = "real"
means = "any number"
+++

# A demo

Some *story* with $0 < g(x) < 1$.

## See

**Look** at $g(x)$:

$$g(x) = 1/(1+e^(-x))$$

1. one
2. two

` + "```plot" + `
x = [-8, 8]
curves = ["g(x)"]
marks = [[0, 0.5]]
move = "x"
` + "```" + `

## Say

` + "```formula" + `
ask = "Differentiate $x^2$."
from = "d/dx(x^2)"
answer = "2x"
hints = ["one", "two", "three"]
[[wrong]]
answer = "-2x"
slip = "sign"
say = "Look at $x$."
` + "```" + `

Well done.

## Compute

` + "```number" + `
ask = "What is $g({x})$?"
answer = "g(x)"
places = 4
vary.x = ["0", "1"]
hints = ["one", "two", "three"]
` + "```" + `

## Choose

` + "```choice" + `
ask = "Which?"
right = "this"
why = "since"
hints = ["one", "two", "three"]
[[wrong]]
option = "that"
say = "no"
` + "```" + `

## Go

` + "```derive" + `
ask = "Expand."
from = "x(x+1)"
to = "x^2+x"
blank = [1]
[[line]]
is = "x^2+x"
rules = ["expand"]
note = "both"
` + "```" + `

## Find

` + "```spot" + `
ask = "Which line is false?"
from = "x(x+1)"
false = 1
slip = "sign"
see = "Put in $x = 1$."
[[line]]
is = "x^2-x"
rules = ["expand"]
[repair]
is = "x^2+x"
rules = ["expand"]
` + "```" + `

# Review

` + "```formula" + `
ask = "Expand $x(x+2)$."
skills = ["exp-algebra"]
answer = "x^2+2x"
hints = ["one", "two", "three"]
` + "```" + `
`

func files(lesson string) fstest.MapFS {
	return fstest.MapFS{
		"course.toml": {Data: []byte(catalogue)}, "rules.toml": {Data: []byte(rules)}, "slips.toml": {Data: []byte(slips)},
		"demo.md": {Data: []byte(lesson)},
	}
}

// TestTable reads a table: its cells, those that were left out, and which columns are numbers.
func TestTable(t *testing.T) {
	text := strings.Replace(demo, "1. one\n2. two", "| *x* | $x^2$ |\n|---|--:|\n| two | $4$ |\n| three |", 1)
	course, err := lessons.Load(files(text), nil)
	if err != nil {
		t.Fatal(err)
	}
	l, err := course.Lesson("demo")
	if err != nil {
		t.Fatal(err)
	}
	table, ok := l.Screens[0].Prose[2].(*lessons.Table)
	if !ok {
		t.Fatalf("the table is a %T", l.Screens[0].Prose[2])
	}
	var got []string
	for _, row := range append([][]lessons.Text{table.Head}, table.Rows...) {
		for _, cell := range row {
			got = append(got, cell.Plain())
		}
	}
	if said := strings.Join(got, "|"); said != "x|x^2|two|4|three|" || len(table.Numbers) != 2 || table.Numbers[0] || !table.Numbers[1] {
		t.Errorf("the table is %s, numbers: %v", said, table.Numbers)
	}
}

func TestLoad(t *testing.T) {
	course, err := lessons.Load(files(demo), nil)
	if err != nil {
		t.Fatal(err)
	}
	l, err := course.Lesson("demo")
	if err != nil || len(l.Screens) != 6 || len(l.Review) != 1 {
		t.Fatalf("lesson: %+v", l)
	}
	see := l.Screens[0]
	if see.ID != "demo/1" || see.Title != "See" || len(see.Prose) != 3 || see.Plot == nil || see.Question != nil {
		t.Errorf("first screen: %+v", see)
	}
	if _, isDisplay := see.Prose[1].(*lessons.Display); !isDisplay {
		t.Errorf("the formula on a line of its own is a %T", see.Prose[1])
	}
	if got := l.Intro[0].(*lessons.Paragraph).Text.Plain(); got != "Some story with 0 < g(x) < 1." {
		t.Errorf("intro: %q", got)
	}
	if say := l.Screens[1]; len(say.After) != 1 || say.Question.About().Ask.Plain() != "Differentiate x^2." {
		t.Errorf("second screen: %q, after it %v", say.Question.About().Ask.Plain(), say.After)
	}
	number := l.Screens[2].Question.(*lessons.Number)
	if len(number.Rows) != 2 || number.Rows[1].Ask.Plain() != "What is g(1)?" {
		t.Errorf("rows: %+v", number.Rows)
	}
	if variant, err := course.Screen("demo/review/1"); err != nil || variant.Question.About().Skills[0] != "exp-algebra" {
		t.Errorf("review: %+v", variant)
	}
}

func TestWindowsLineEnds(t *testing.T) {
	if _, err := lessons.Load(files("\ufeff"+strings.ReplaceAll(demo, "\n", "\r\n")), nil); err != nil {
		t.Error(err)
	}
}

// TestFaults plants one fault at a time: what to replace, by what, and what the loader says.
func TestFaults(t *testing.T) {
	for _, c := range []struct{ old, planted, want string }{
		{"+++\nid", "id", "demo.md:1:1: the lesson does not begin with +++; begin with a line +++, then id and title, then a line +++"},
		{"any number\"\n+++", "any number\"", "demo.md:1:1: the front matter is not closed; end it with a line +++"},
		{`id = "demo"`, `id = "Demo one"`, `demo.md:2:7: the ID "Demo one" is no plain name; use small letters, digits and hyphens` + "\n" +
			`demo.md:2:7: the lesson in demo.md calls itself "Demo one"; the ID is the name of the file without .md`},
		{`title = "A demo"`, `titel = "A demo"`, `demo.md:2:1: the lesson has no title; write title = "…"` + "\n" +
			`demo.md:3:1: unknown key "titel"; the keys here are id, title, needs, skills, objectives, define, given, symbol, skill`},
		{`skills = ["exp-algebra"]` + "\ndefine", `skills = ["exp"]` + "\ndefine", `demo.md:4:12: there is no skill "exp"; chainrule lint --list skills shows them; write a [[skill]] for one of your own`},
		{`define = `, "needs = [\"other\"]\ndefine = ", `demo.md:5:11: the lesson needs "other", which does not come before it; put that lesson first or take the need out`},
		{`domain = "real"`, `domain = "reel"`, `demo.md:9:11: declaring "x": unknown domain "reel"; *`},
		{`domain = "real"`, "domain = \"real\"\nrole = \"feature\"", `demo.md:10:9: there is no role "feature"; the roles are label, prediction, parameter, input`},
		{`means = "any number"`, ``, `demo.md:7:3: the symbol x is not explained; write means = "…"`},
		{`Some *story*`, `Some <b>story</b>`, `demo.md:15:6: HTML is not supported in a lesson; use plain words, emphasis, code and formulas` + "\n" +
			`demo.md:15:14: HTML is not supported in a lesson; use plain words, emphasis, code and formulas`},
		{`Some *story*`, `Some [story](x.md)`, `demo.md:15:7: a link is not supported in a lesson; use plain words, emphasis, code and formulas`},
		{`Some *story*`, `> Some`, `demo.md:15:3: a quotation is not supported in a lesson; use paragraphs, lists of one level, tables, code, formulas and headings ## for screens`},
		{`Some *story*`, "| a | b |\n", `demo.md:15:1: this is no table yet; write a row of dashes below the first row, | --- | --: |, with as many cells; --: is for numbers`},
		{`Some *story*`, "### Story\n", `demo.md:15:5: a heading of this level is not supported in a lesson; use paragraphs, lists of one level, tables, code, formulas and headings ## for screens`},
		{`1. one`, "1. one\n   - deep", `demo.md:23:4: an item of this list holds more than one line of text; a list has one level and one paragraph an item`},
		{`$0 < g(x) < 1$`, `$0 < g(x < 1$`, `demo.md:15:28: *`},
		{`$0 < g(x) < 1$`, `$0 < g(x)`, `demo.md:15:20: this formula has no closing dollar sign on its line; close it there; write \$ for a dollar`},
		{"```plot", "```polt", `demo.md:26:4: there is no block of kind "polt"; the kinds are plot, formula, number, choice, derive, spot, lab, claims, text`},
		{`x = [-8, 8]`, `x = [8, -8]`, `demo.md:27:1: the plot has no range; write x = [from, to], smaller number first`},
		{`curves = ["g(x)"]`, `curves = ["g(y)"]`, `demo.md:28:14: *`},
		{`marks = [[0, 0.5]]`, `marks = [[9, 0.5]]`, `demo.md:29:1: this mark is no point over the range; write [x, y] with x in the range`},
		{`marks = [[0, 0.5]]`, "y = [0, 1]\nmarks = [[0, 1.5]]", `demo.md:30:1: this mark lies above or below the plot; choose a wider range y = [low, high]`},
		{`marks = [[0, 0.5]]`, `points = [[0, 0.5], [-9, 1]]`, `demo.md:29:1: this point is no point over the range; write [x, y] with x in the range`},
		{`marks = [[0, 0.5]]`, `points = [[0, 0.5, 1]]`, `demo.md:29:1: this point is no point over the range; write [x, y] with x in the range`},
		{`marks = [[0, 0.5]]`, `residuals = true`, `demo.md:29:13: there are no points whose residuals could be drawn; write points = [[x, y], …]`},
		{`marks = [[0, 0.5]]`, `marked = "the middle"`, `demo.md:29:11: there are no marks to be named; write marks = [[x, y], …]`},
		{`marks = [[0, 0.5]]`, `var = "v"`, `demo.md:29:8: v, on the horizontal axis, is no letter of the lesson; name one that is with var = "…", or write scope = "v: real"`},
		{`marks = [[0, 0.5]]`, "var = \"v\"\nscope = \"v: reel\"", `demo.md:30:10: declaring "v": unknown domain "reel"; *`},
		{`move = "x"`, `move = "y"`, `demo.md:30:9: "y" cannot be moved; write "x" or "tangent"`},
		{`answer = "2x"`, `answer = 2`, `demo.md:38:10: answer is a bare integer; put it in quotes, as all formulas and texts`},
		{`answer = "2x"`, `answer = 2x`, `demo.md:38:11: strings must be quoted; put formulas and texts in quotes`},
		{`answer = "2x"`, `answer = "2x)"`, `demo.md:38:13: *`},
		{`answer = "2x"`, `answer = "2z"`, `demo.md:38:12: *`},
		{`answer = "2x"`, `answer = "y = 2x"`, `demo.md:38:11: *`},
		{`answer = "2x"`, `answer = "2/3x"`, `demo.md:38:11: *`},
		{
			`answer = "2x"`, `answer = "x+ln x/x"`,
			`demo.md:38:13: This can be read in two ways; here the function ends before /, as in sin(x)/x. Brackets make it sure; in a lesson no formula may be read in two ways`,
		},
		{`$0 < g(x) < 1$`, `$0 < ln x/x$`, `demo.md:15:24: this can be read in two ways; set brackets`},
		{
			`define = ["g(x) := 1/(1+e^(-x))"]`, `define = ["g(x) := ln x/x"]`,
			`demo.md:5:12: defining "g(x) := ln x/x": this can be read in two ways; set brackets` + "\n" +
				`demo.md:28:12: g has no meaning here. Did you mean x?` + "\n" + `demo.md:52:11: g has no meaning here. Did you mean x?`,
		},
		{`slip = "sign"` + "\nsay", `slip = "sing"` + "\nsay", `demo.md:42:9: there is no slip "sing"; the slips are listed in slips.toml; "own" fits always`},
		{`say = "Look at $x$."`, `say = ""`, `demo.md:40:3: this wrong answer has no words; write say = "…"`},
		{`say = "Look at $x$."`, `say = "# Look"`, `demo.md:43:8: this text is not one plain paragraph; write one paragraph that begins with a word or a formula, not with a list or heading mark`},
		{`say = "Look at $x$."`, `say = "Look at $x+$."`, `demo.md:43:18: *`},
		{
			`hints = ["one", "two", "three"]` + "\n[[wrong]]\nanswer", `hints = ["one"]` + "\n[[wrong]]\nanswer",
			`demo.md:39:1: the formula has 1 hints; write 3, from the first nudge to the last step`,
		},
		{`ask = "Differentiate $x^2$."`, ``, "demo.md:35:4: the formula does not say what to do; write ask = \"…\""},
		{`g({x})`, `g(x)`, `demo.md:51:8: the question does not tell the value of x; write {x} where it belongs`},
		{`vary.x = ["0", "1"]`, `vary.x = ["0", "one"]`, `demo.md:54:17: "one" is no value of x; write a number of real`},
		{`vary.x = ["0", "1"]`, `range.x = "0 up to 1"`, `demo.md:54:12: "0 up to 1" is no range; write "0.1 to 0.9 by 0.1"`},
		{`right = "this"`, ``, `demo.md:60:4: the choice has no right option; write right = "…"`},
		{`rules = ["expand"]` + "\nnote", `rules = ["expnd"]` + "\nnote", `demo.md:79:11: there is no rule "expnd"; the rules are listed in rules.toml`},
		{`blank = [1]`, `blank = [2]`, `demo.md:76:10: there is no line 2 to leave out; the lines are 1 to 1`},
		{`blank = [1]`, `level = "easy"`, `demo.md:76:10: there is no level "easy"; write "worked", "faded" or "free"`},
		{`to = "x^2+x"`, `to = "x^2+2x"`, `demo.md:78:7: the last line is not the goal; end with the expression that to names`},
		{`false = 1`, `false = 2`, `demo.md:88:9: there is no line 2 to be false; the lines are 1 to 1`},
		{`false = 1`, `false = "1"`, `demo.md:88:9: false is a string, not a whole number; write it without quotes`},
		{"## Find", "", "demo.md:85:4: this screen has a second question; begin a new screen with ##"},
		{"# Review\n", "# Reviews\n", "demo.md:99:3: the heading # Reviews is neither the lesson's title nor # Review; use ## for screens\n" +
			"demo.md:101:4: this screen has a second question; begin a new screen with ##"},
		{
			"ask = \"Expand $x(x+2)$.\"\nskills = [\"exp-algebra\"]", "ask = \"Expand $x(x+2)$.\"",
			`demo.md:101:4: a variant for practice names no skill; write skills = ["…"]`,
		},
	} {
		if strings.Count(demo, c.old) == 0 {
			t.Fatalf("nothing to replace: %q", c.old)
		}
		_, err := lessons.Load(files(strings.Replace(demo, c.old, c.planted, 1)), nil)
		switch {
		case err == nil:
			t.Errorf("%q: no fault found", c.planted)
		case strings.HasSuffix(c.want, "*") && strings.HasPrefix(err.Error(), strings.TrimSuffix(c.want, "*")) && !strings.Contains(err.Error(), "\n"):
			t.Logf("%s", err)
		case err.Error() != c.want:
			t.Errorf("%q:\n got %s\nwant %s", c.planted, err, c.want)
		}
	}
}

// TestCatalogues reads a course on top of another: entries of the same ID give way, and no ID stands twice in a file.
func TestCatalogues(t *testing.T) {
	base, err := lessons.Load(files(demo), nil)
	if err != nil {
		t.Fatal(err)
	}
	own := files(demo)
	own["slips.toml"].Data = []byte(strings.Replace(slips, "A sign was lost.", "A minus is gone.", 1))
	course, err := lessons.Load(own, base)
	if err != nil {
		t.Fatal(err)
	}
	if slip, _ := course.Slip("sign"); slip.What != "A minus is gone." || len(course.Slips) != 1 || len(course.Skills) != 1 {
		t.Errorf("catalogues: %+v %+v", course.Slips, course.Skills)
	}
	if slip, _ := base.Slip("sign"); slip.What != "A sign was lost." {
		t.Error("the course below was changed")
	}
	for name, text := range map[string]string{"course.toml": catalogue + "[[skill]]\nid = \"exp-algebra\"\n", "rules.toml": rules + rules, "slips.toml": slips + slips} {
		own := files(demo)
		own[name].Data = []byte(text)
		if _, err := lessons.Load(own, base); err == nil || !strings.Contains(err.Error(), "is empty or taken; give each") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
