package grade_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/generate"
	"chainrule/lessons/grade"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/typeset"
)

// TestConversations plays the conversations in testdata: "@ screen level seed" begins an attempt, "@ ~family/2/17" one at a draw, "> text" is typed,
// what follows on lines with a tab is the feedback. "> ?hint", "> ?reveal", "> ?undo", "> ?level free" and "> ?state"
// do what they say; "> ?rule" begins or ends to ask for rules, "> ?tell" has one told. UPDATE_GOLDEN=1 writes the files anew.
func TestConversations(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no conversations", err)
	}
	for _, file := range files {
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got := converse(t, course, string(want))
		if os.Getenv("UPDATE_GOLDEN") == "1" {
			if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
			continue
		}
		compare(t, file, got, string(want))
	}
}

func compare(t *testing.T, file, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		a, b := "", ""
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			t.Errorf("%s:%d:\n got %s\nwant %s", file, i+1, a, b)
			return
		}
	}
}

func converse(t *testing.T, course *lessons.Course, script string) string {
	t.Helper()
	var out strings.Builder
	var a *grade.Attempt
	for line := range strings.Lines(script) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "\t"):
		case strings.HasPrefix(line, "@ "):
			a = begin(t, course, strings.Fields(line)[1:])
			fmt.Fprintln(&out, line)
		case strings.HasPrefix(line, "> "):
			fmt.Fprintln(&out, line)
			for _, said := range do(t, a, strings.TrimPrefix(line, "> ")) {
				fmt.Fprintln(&out, strings.TrimRight("\t"+said, " "))
			}
		default:
			fmt.Fprintln(&out, line)
		}
	}
	return out.String()
}

func begin(t *testing.T, course *lessons.Course, words []string) *grade.Attempt {
	t.Helper()
	s, err := course.Screen(words[0])
	if draw, ok := lessons.ParseDraw(words[0]); ok {
		s, err = generate.Screen(course, draw)
	}
	if err != nil || s.Question == nil {
		t.Fatalf("no question %s", words[0])
	}
	o := grade.Options{Level: lessons.Free}
	for _, w := range words[1:] {
		if level, ok := lessons.ParseLevel(w); ok {
			o.Level = level
		} else if seed, err := strconv.ParseUint(w, 10, 64); err == nil {
			o.Seed = seed
		}
	}
	return grade.New(course, s.Question, o)
}

func do(t *testing.T, a *grade.Attempt, text string) []string {
	t.Helper()
	command, argument, _ := strings.Cut(text, " ")
	switch command {
	case "?hint":
		h, ok := a.Hint()
		if !ok {
			return []string{"no hint"}
		}
		return []string{fmt.Sprintf("%d. %s", h.Rung, h.Say.Plain())}
	case "?reveal":
		return words(a.Reveal())
	case "?rule":
		return []string{fmt.Sprint(a.AskRules())}
	case "?tell":
		said, _ := a.TellRule()
		return []string{said.Plain()}
	case "?undo":
		return []string{fmt.Sprint(a.Undo())}
	case "?level":
		level, _ := lessons.ParseLevel(argument)
		a.SetLevel(level)
		return nil
	case "?state":
		return state(a.State())
	}
	return words(a.Answer(text))
}

func words(f grade.Feedback) []string {
	head := f.Kind.String()
	if f.Slip != "" {
		head += " (" + string(f.Slip) + ")"
	}
	if f.Finished {
		head += ", finished"
	}
	all := []string{head}
	for _, s := range f.Say {
		all = append(all, s.Plain())
	}
	if len(f.Remark) > 0 {
		all = append(all, "Remark: "+f.Remark.Plain())
	}
	for _, n := range f.Notes {
		all = append(all, "Note: "+n)
	}
	return all
}

func state(s grade.State) []string {
	next := map[grade.Next]string{
		grade.Nothing: "nothing", grade.TypeFormula: "formula", grade.TypeNumber: "number", grade.PickOption: "option",
		grade.PickRule: "rule", grade.PickLine: "line",
	}
	marks := map[grade.LineStatus]string{
		grade.Start: "start", grade.Own: "own", grade.Model: "model", grade.Blank: "blank", grade.False: "false",
		grade.Repaired: "repaired",
	}
	all := []string{"prompt: " + s.Prompt.Plain(), fmt.Sprintf("next: %s; tries %d, wrong %d, hints %d", next[s.Next], s.Tries, s.Wrongs, s.HintsTaken)}
	for i, o := range s.Options {
		all = append(all, fmt.Sprintf("%d) %s", i+1, o.Plain()))
	}
	for _, l := range s.Lines {
		shown := marks[l.Status] + ":"
		if l.Current {
			shown = "-> " + shown
		}
		if l.Tree != nil {
			shown += " " + typeset.Line(l.Tree)
		}
		if l.Several {
			shown += "   several"
		}
		if len(l.Rules) > 0 {
			shown += fmt.Sprintf("   [%s] ", join(l.Rules)) + l.Note.Plain()
		}
		all = append(all, shown)
	}
	if s.Goal != nil {
		all = append(all, "goal: "+typeset.Line(s.Goal.Tree))
	}
	return all
}

func join(rules []rule.ID) string {
	var all []string
	for _, id := range rules {
		all = append(all, string(id))
	}
	return strings.Join(all, ", ")
}
