package main_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// packages says who imports whom: a line a package, the packages it imports behind it, each of which has a line above.
// It holds the imports that exist and no others. It is the plan of the program: change it when the plan changes, not to
// make a test pass.
const packages = `
mathcore/budget:
mathcore/decimal:
mathcore/rat:
mathcore/linear: mathcore/budget mathcore/rat
mathcore/poly: mathcore/budget mathcore/rat
mathcore/expr:
mathcore/typeset: mathcore/expr
mathcore/eval: mathcore/budget mathcore/expr
mathcore/scope: mathcore/budget mathcore/rat mathcore/expr
mathcore/parse: mathcore/expr mathcore/scope
mathcore/exprtest: mathcore/expr mathcore/scope mathcore/parse
mathcore/exprtest/fixed:
mathcore/form: mathcore/expr mathcore/scope mathcore/parse
mathcore/algebra: mathcore/budget mathcore/rat mathcore/linear mathcore/poly mathcore/expr mathcore/eval mathcore/scope
mathcore/calculus: mathcore/rat mathcore/expr mathcore/scope mathcore/algebra
mathcore/sample: mathcore/expr mathcore/eval mathcore/scope mathcore/calculus
mathcore/rule: mathcore/expr mathcore/typeset mathcore/scope mathcore/calculus mathcore/sample
mathcore/joint: mathcore/expr mathcore/eval mathcore/scope mathcore/algebra mathcore/calculus
mathcore/judge: mathcore/budget mathcore/decimal mathcore/rat mathcore/expr mathcore/eval mathcore/scope mathcore/algebra
	mathcore/calculus mathcore/joint
mathcore/slip: mathcore/expr mathcore/scope mathcore/parse mathcore/calculus mathcore/sample mathcore/judge
mathcore/check: mathcore/expr mathcore/eval mathcore/scope mathcore/parse mathcore/judge mathcore/slip
mathcore:

lessons/journal:
lessons/printable:
lessons/lab: mathcore/expr mathcore/eval mathcore/scope mathcore/judge
lessons: mathcore/expr mathcore/typeset mathcore/eval mathcore/scope mathcore/parse mathcore/form mathcore/rule
	mathcore/judge mathcore/slip lessons/printable lessons/lab
lessons/content: lessons
lessons/review: lessons/journal lessons
lessons/place: lessons
lessons/grade: mathcore/budget mathcore/decimal mathcore/expr mathcore/typeset mathcore/eval mathcore/scope mathcore/parse
	mathcore/form mathcore/calculus mathcore/sample mathcore/rule mathcore/judge mathcore/slip mathcore/check lessons/lab
	lessons
lessons/check: mathcore/expr mathcore/typeset mathcore/eval mathcore/scope mathcore/parse mathcore/form
	mathcore/rule mathcore/judge lessons/lab lessons lessons/place lessons/grade
lessons/generate: mathcore/expr mathcore/typeset mathcore/scope mathcore/parse mathcore/calculus mathcore/rule mathcore/judge
	mathcore/slip lessons lessons/check

tui/background:
tui/kit: mathcore/expr lessons/printable
tui/terminal: tui/kit
tui/session: mathcore/rule mathcore/typeset lessons/journal lessons lessons/review lessons/place lessons/grade lessons/generate
tui/widget: mathcore/decimal mathcore/expr mathcore/typeset tui/kit
tui/account: lessons/journal lessons lessons/review tui/session
tui/prose: lessons tui/kit tui/widget
tui/verdict: mathcore/decimal mathcore/expr mathcore/typeset mathcore/eval mathcore/scope mathcore/parse mathcore/form
	mathcore/judge mathcore/slip mathcore/check lessons/printable lessons tui/kit
tui/notebook: mathcore/budget mathcore/decimal mathcore/expr mathcore/typeset mathcore/eval mathcore/scope mathcore/parse
	mathcore/calculus mathcore/rule mathcore/judge lessons tui/kit tui/widget tui/verdict
tui/find: mathcore/expr mathcore/parse mathcore/rule mathcore/typeset lessons tui/kit
tui/formulary: mathcore/expr mathcore/typeset mathcore/scope mathcore/rule lessons lessons/review tui/session tui/account tui/find
tui/card: tui/kit tui/session tui/widget tui/prose tui/formulary
tui/search: mathcore/typeset tui/kit tui/session tui/widget tui/find
tui/play: mathcore/expr mathcore/typeset mathcore/parse mathcore/judge lessons/journal tui/kit tui/session tui/widget tui/prose
	tui/notebook
tui/figure: mathcore/decimal mathcore/expr mathcore/typeset mathcore/eval mathcore/judge
	lessons/lab lessons lessons/grade tui/kit tui/widget
tui/home: lessons tui/figure tui/kit tui/session tui/widget tui/prose
tui/descent: lessons/lab lessons lessons/grade tui/kit tui/widget tui/prose tui/figure
tui/ask: mathcore/expr mathcore/typeset mathcore/parse lessons lessons/review lessons/grade tui/kit tui/session tui/widget
	tui/prose tui/figure tui/descent
tui/finish: mathcore/expr mathcore/decimal mathcore/typeset lessons/review lessons tui/kit tui/session tui/account tui/widget tui/figure tui/prose tui/ask
tui/page: lessons tui/kit tui/widget tui/prose tui/ask
tui/page/pagetest: lessons tui/page
tui/lesson: lessons/review lessons tui/kit tui/session tui/widget tui/prose tui/figure tui/ask tui/page
tui/settings:
tui/transcript: lessons/journal lessons/printable mathcore/expr mathcore/typeset lessons lessons/grade tui/session tui/account
tui/round: lessons/journal lessons lessons/review tui/session tui/account
tui/record: lessons/review tui/kit tui/session tui/round tui/account tui/widget tui/ask tui/transcript
tui/practice: lessons lessons/review tui/kit tui/session tui/widget tui/prose tui/figure tui/ask tui/page tui/round
tui/place: lessons lessons/grade tui/kit tui/session tui/widget tui/prose tui/ask tui/page
tui/exam: lessons tui/kit tui/session tui/account tui/widget tui/prose tui/ask tui/page tui/transcript
tui/plain: mathcore/expr mathcore/typeset mathcore/parse lessons/journal lessons/lab lessons lessons/review lessons/grade tui/kit
	tui/session tui/account tui/widget tui/prose tui/figure tui/round tui/transcript tui/notebook tui/find tui/formulary
tui: lessons/journal lessons/printable lessons tui/background tui/kit tui/terminal tui/session tui/widget tui/home tui/finish
	tui/lesson tui/practice tui/record tui/play tui/card tui/search tui/place tui/exam tui/plain
tui/cli: mathcore/expr mathcore/typeset mathcore/eval mathcore/scope mathcore/parse mathcore/form
	mathcore/calculus mathcore/joint mathcore/rule mathcore/judge mathcore/check lessons/journal lessons/printable lessons
	lessons/content lessons/review lessons/grade lessons/check lessons/generate tui/kit tui/terminal tui/session tui/account tui/widget tui/verdict tui/find tui/formulary tui/round tui/plain tui
	tui/transcript tui/settings
tui/cli/man: tui/background tui/cli

chainrule: tui/background tui/cli
`

// outside says who imports what is not the program's own: the modules of others, and those packages of the standard library
// that reach out of the program or may answer differently the next time. What has no line here is imported by nobody.
const outside = `
crypto/rand: lessons/journal
math/rand/v2: lessons/grade lessons/generate lessons/place mathcore/exprtest
os: chainrule lessons/journal mathcore/exprtest mathcore/exprtest/fixed tui tui/background tui/cli tui/cli/man tui/plain tui/settings tui/terminal
os/signal: tui
os/user: lessons/journal
sync: lessons mathcore/eval mathcore/parse tui tui/cli tui/round tui/session
sync/atomic: tui/session tui/terminal
syscall: lessons/journal tui
time: lessons/check lessons/journal lessons/review tui tui/account tui/ask tui/cli tui/descent tui/kit tui/record tui/round tui/session
	tui/terminal tui/transcript

github.com/adrg/xdg: lessons/journal tui/settings
github.com/charmbracelet/bubbles: tui tui/ask tui/card tui/descent tui/exam tui/finish tui/home tui/kit tui/lesson tui/page tui/place tui/play tui/practice tui/record
	tui/search tui/widget
github.com/charmbracelet/bubbletea: tui tui/ask tui/card tui/descent tui/exam tui/finish tui/home tui/kit tui/lesson tui/page tui/place tui/play tui/practice tui/record
	tui/search tui/widget
github.com/charmbracelet/lipgloss: tui/ask tui/background tui/figure tui/kit tui/plain tui/play tui/prose tui/record
	tui/terminal tui/widget
github.com/charmbracelet/x/ansi: tui tui/card tui/exam tui/finish tui/search tui/home tui/kit tui/lesson tui/page/pagetest tui/play tui/practice tui/record tui/widget
github.com/charmbracelet/x/term: tui tui/cli tui/plain tui/terminal
github.com/guptarohit/asciigraph: tui/widget
github.com/muesli/termenv: tui/kit tui/plain tui/terminal
github.com/open-spaced-repetition/go-fsrs/v3: lessons/review
github.com/pelletier/go-toml/v2: lessons lessons/generate tui/settings
github.com/spf13/cobra: tui/cli tui/cli/man
github.com/spf13/pflag: tui/cli
github.com/yuin/goldmark: lessons
golang.org/x/sys: tui/terminal
golang.org/x/text: tui/cli tui/kit tui/transcript tui/widget
pgregory.net/rapid: mathcore/exprtest mathcore/exprtest/fixed
`

// outsideOfTests says the same of tests, by top folder. A test may also import what the packages of its folder may.
const outsideOfTests = `
github.com/charmbracelet/ultraviolet: tui
github.com/charmbracelet/x/vt: tui
github.com/creack/pty: tui
github.com/rogpeppe/go-internal: tui
pgregory.net/rapid: mathcore lessons tui
`

// reaching are the packages of the standard library that outside tells of; a path that ends with / is all below it.
var reaching = []string{"C", "crypto/rand", "math/rand", "math/rand/", "net", "net/", "os", "os/", "plugin", "sync", "sync/", "syscall", "time", "unsafe"}

// TestImports holds the imports of all files, whatever system they are for, against the tables.
func TestImports(t *testing.T) {
	wanted := edges(t, packages)
	for pkg, users := range edges(t, outside) {
		for user := range users {
			if wanted[user] == nil {
				t.Fatalf("the line of %s names %s, which is no package of the table", pkg, user)
			}
			wanted[user][pkg] = true
		}
	}
	found := imports(t, isSource)
	for _, pkg := range slices.Sorted(maps.Keys(found)) {
		if wanted[pkg] == nil {
			t.Errorf("%s has no line in the table packages of deps_test.go; give it one where it belongs", pkg)
			continue
		}
		for _, imported := range slices.Sorted(maps.Keys(found[pkg])) {
			if !wanted[pkg][imported] {
				t.Errorf("%s: %s imports %s, which the tables of deps_test.go do not allow", found[pkg][imported], pkg, imported)
			}
		}
	}
	for _, pkg := range slices.Sorted(maps.Keys(wanted)) {
		if found[pkg] == nil {
			t.Errorf("there is no package %s; take its line out of deps_test.go", pkg)
			continue
		}
		for _, imported := range slices.Sorted(maps.Keys(wanted[pkg])) {
			if found[pkg][imported] == "" {
				t.Errorf("%s does not import %s; take that out of deps_test.go", pkg, imported)
			}
		}
	}
}

// TestImportsOfTests checks that the tests of a top folder import no folder above it, and no module but those that are
// for its tests or its packages.
func TestImportsOfTests(t *testing.T) {
	layers := []string{"mathcore", "lessons", "tui", "chainrule"}
	mayUse := map[string]map[string]bool{"chainrule": {}}
	for _, table := range []string{outside, outsideOfTests} {
		for pkg, users := range edges(t, table) {
			for user := range users {
				layer := topOf(user)
				if mayUse[layer] == nil {
					mayUse[layer] = map[string]bool{}
				}
				mayUse[layer][pkg] = true
			}
		}
	}
	checked := 0
	found := imports(t, isTest)
	for _, pkg := range slices.Sorted(maps.Keys(found)) {
		imported := found[pkg]
		layer := slices.Index(layers, topOf(pkg))
		if drawn := imported["pgregory.net/rapid"]; drawn != "" && imported["mathcore/exprtest/fixed"] == "" {
			t.Errorf("%s: the tests of %s draw other values each time; let them import mathcore/exprtest/fixed", drawn, pkg)
		}
		for _, other := range slices.Sorted(maps.Keys(imported)) {
			own := slices.Index(layers, topOf(other))
			checked++
			switch {
			case own > layer:
				t.Errorf("%s: a test of %s imports %s, which is above it", imported[other], pkg, other)
			case own < 0 && strings.Contains(other, ".") && !mayUse[layers[layer]][other]:
				t.Errorf("%s: a test of %s imports %s, which deps_test.go does not allow", imported[other], pkg, other)
			}
		}
	}
	if checked == 0 {
		t.Error("no test imports anything")
	}
}

// edges reads a table: what stands before each colon, with the set of what stands behind it. In the table packages, what
// is imported has its line above.
func edges(t *testing.T, table string) map[string]map[string]bool {
	t.Helper()
	all := map[string]map[string]bool{}
	head := ""
	for word := range strings.FieldsSeq(table) {
		if name, isHead := strings.CutSuffix(word, ":"); isHead {
			if all[name] != nil {
				t.Fatalf("%s has two lines in deps_test.go", name)
			}
			head, all[name] = name, map[string]bool{}
			continue
		}
		if head == "" || all[head][word] {
			t.Fatalf("%q stands twice in the line of %q in deps_test.go, or before the first colon", word, head)
		}
		if table == packages && (all[word] == nil || word == head) {
			t.Fatalf("%s is to import %s, which has no line above it in deps_test.go", head, word)
		}
		all[head][word] = true
	}
	return all
}

// imports returns, for each package that has files of the kind wanted, what they import and the place of one such import.
// Own packages are named without the module's path, others by their module, and those of the standard library only
// where they reach out.
func imports(t *testing.T, wanted func(name string) bool) map[string]map[string]string {
	t.Helper()
	modules := slices.Concat(slices.Collect(maps.Keys(edges(t, outside))), slices.Collect(maps.Keys(edges(t, outsideOfTests))))
	all := map[string]map[string]string{}
	files := token.NewFileSet()
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if base := path.Base(name); entry.IsDir() && name != "." && (base == "testdata" || strings.ContainsAny(base[:1], "._")) {
			return fs.SkipDir
		}
		if entry.IsDir() || !wanted(name) {
			return nil
		}
		file, err := parser.ParseFile(files, name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := packageOf(path.Dir(name))
		if all[pkg] == nil {
			all[pkg] = map[string]string{}
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if imported = known(imported, modules); imported != "" {
				all[pkg][imported] = files.Position(spec.Pos()).String()
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func isSource(name string) bool { return strings.HasSuffix(name, ".go") && !isTest(name) }

func isTest(name string) bool { return strings.HasSuffix(name, "_test.go") }

func packageOf(folder string) string {
	if folder == "." {
		return "chainrule"
	}
	return folder
}

// topOf returns the top folder of a package of the program.
func topOf(pkg string) string {
	top, _, _ := strings.Cut(pkg, "/")
	return top
}

// known returns the name by which the tables speak of an imported package, and none if they do not speak of it.
func known(imported string, modules []string) string {
	if own, isOwn := strings.CutPrefix(imported, "chainrule/"); isOwn {
		return own
	}
	if strings.Contains(topOf(imported), ".") {
		if i := slices.IndexFunc(modules, func(m string) bool { return imported == m || strings.HasPrefix(imported, m+"/") }); i >= 0 {
			return modules[i]
		}
		return imported
	}
	for _, p := range reaching {
		if imported == p || strings.HasSuffix(p, "/") && strings.HasPrefix(imported, p) {
			return imported
		}
	}
	return ""
}
