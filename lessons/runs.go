package lessons

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"chainrule/lessons/lab"
)

// Figures are the names that stand in braces in the words about a run.
var Figures = []string{
	"J", "alpha", "steps", "first", "losses", "last", "between", "least", "leastat", "stop", "at", "fit", "goal", "slope",
	"factor", "agrees", "differs",
}

var inBraces = regexp.MustCompile(`\{([^{}]*)\}`)

// runs reads the words about runs.
func (l *loader) runs() error {
	var raw struct{ Ending, Match []RunWords }
	t, _, err := l.optional(runsFile, &raw)
	if err != nil || t == nil {
		return err
	}
	var endings, matches []string
	for _, e := range lab.Endings() {
		endings = append(endings, e.String())
	}
	for _, m := range lab.Matches() {
		matches = append(matches, m.String())
	}
	l.runWords(t, "ending", raw.Ending, endings)
	l.runWords(t, "match", raw.Match, matches)
	l.faults = append(l.faults, t.sorted()...)
	return nil
}

func (l *loader) runWords(t *table, kind string, all []RunWords, known []string) {
	seen := map[string]bool{}
	for i, w := range all {
		at := fmt.Sprintf("%s[%d]", kind, i)
		if seen[w.ID] || !slices.Contains(known, w.ID) {
			t.failAt(at, 0, fmt.Sprintf("the ID %q is unknown or taken", w.ID), "the IDs are "+strings.Join(known, ", "))
			continue
		}
		seen[w.ID] = true
		for path, words := range map[string]string{at + ".wrong": w.Wrong, at + ".right": w.Right} {
			for _, m := range inBraces.FindAllStringSubmatch(words, -1) {
				if !slices.Contains(Figures, m[1]) {
					t.failAt(path, 0, fmt.Sprintf("there is no figure {%s}", m[1]), "the figures are "+strings.Join(Figures, ", "))
				}
			}
		}
		l.course.Runs = put(l.course.Runs, w, func(old RunWords) bool { return old.ID == w.ID })
	}
}

// told demands that there are words for whatever may become of a run.
func (b *blockReader) told() {
	for _, e := range lab.Endings() {
		if w, ok := b.course.Run(e.String()); !ok || w.Wrong == "" || w.Right == "" {
			b.reader.fault(b.at, fmt.Sprintf("there are no words for a run that ended %q", e), "write them in "+runsFile)
			return
		}
	}
}

// Told returns words about a run with the figures put in. Points of the parameters stay in one piece.
func Told(words string, figures map[string]string) Text {
	var told Text
	from := 0
	for _, at := range inBraces.FindAllStringSubmatchIndex(words, -1) {
		name := words[at[2]:at[3]]
		told = append(told, Inline{Text: words[from:at[0]]}, Inline{Text: figures[name], Style: figureStyles[name]})
		from = at[1]
	}
	return append(told, Inline{Text: words[from:]})
}

var figureStyles = map[string]Style{"at": Verbatim, "fit": Verbatim}
