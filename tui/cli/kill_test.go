package cli_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
)

// TestKilled kills the program in the midst of a review, again and again, at another place each time: every answer that was
// told what it is worth must be in the record, once, and the question must go on from there.
func TestKilled(t *testing.T) {
	kills := 100
	if testing.Short() {
		kills = 8
	}
	screen := typedQuestion(t)
	home := t.TempDir()
	record := filepath.Join(home, "chainrule", "journal.jsonl")
	j := journal.Open(record, func() time.Time { return time.Date(2026, 1, 5, 18, 0, 0, 0, time.UTC) }, nil)
	if err := j.Append(journal.Event{Kind: journal.Finished, Lesson: screen.Lesson, Screen: screen.ID, Skills: screen.Question.About().Skills}); err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	var confirmed []string
	for i := range kills {
		p := startReview(t, home)
		p.until("\n> ")
		for k := range i % 4 {
			text := fmt.Sprintf("x+%d.%d", i, k)
			p.say(text)
			p.until("\n> ")
			confirmed = append(confirmed, text)
		}
		p.say(fmt.Sprintf("x-%d", i)) // nobody was told of this one
		if i%3 > 0 {
			p.until([]string{"Read as: ", "Not right."}[i%2])
		}
		p.kill()
		kept := answersIn(record, screen.ID)
		for _, text := range confirmed {
			if n := strings.Count(kept, "\n"+text+"\n"); n != 1 {
				t.Fatalf("after kill %d the answer %s is in the record %d times:\n%s", i+1, text, n, kept)
			}
		}
	}
	if want := kills / 4 * 6; len(confirmed) != want {
		t.Errorf("%d answers were confirmed, want %d", len(confirmed), want)
	}
}

// typedQuestion returns a screen on which a formula is typed, and no step of a derivation, of a skill on which nothing is drawn: so
// a review asks it first.
func typedQuestion(t *testing.T) *lessons.Screen {
	t.Helper()
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	drawn := func(q lessons.Question) bool {
		return slices.ContainsFunc(c.Families(), func(f *lessons.Family) bool {
			return !slices.ContainsFunc(f.Skills, func(id string) bool { return !slices.Contains(q.About().Skills, id) })
		})
	}
	all, err := c.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range all {
		for _, s := range l.Screens {
			if q, ok := s.Question.(*lessons.Expression); ok && len(q.Skills) > 0 && !drawn(q) {
				return s
			}
		}
	}
	t.Fatal("no such formula is asked for")
	return nil
}

// answersIn returns the answers to a question of a review that are in a record, one a line.
func answersIn(record, screen string) string {
	var b strings.Builder
	b.WriteString("\n")
	for _, e := range journal.Read(record, nil).State().Events(journal.Place("review", screen)) {
		if e.Kind == journal.Answered {
			b.WriteString(e.Text + "\n\n")
		}
	}
	return b.String()
}

// A talk is a review in plain lines that another process holds.
type talk struct {
	t   *testing.T
	cmd *exec.Cmd
	in  io.Writer
	out *bufio.Reader
}

func startReview(t *testing.T, home string) *talk {
	t.Helper()
	cmd := exec.Command("chainrule", "review", "--plain")
	cmd.Env = append(os.Environ(), "XDG_DATA_HOME="+home)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	return &talk{t, cmd, in, bufio.NewReader(out)}
}

// until reads what is said up to some words.
func (p *talk) until(words string) {
	p.t.Helper()
	var said strings.Builder
	for !strings.HasSuffix(said.String(), words) {
		b, err := p.out.ReadByte()
		if err != nil {
			p.t.Fatalf("waited in vain for %q after %q: %v", words, said.String(), err)
		}
		said.WriteByte(b)
	}
}

func (p *talk) say(line string) {
	p.t.Helper()
	if _, err := io.WriteString(p.in, line+"\n"); err != nil {
		p.t.Fatal(err)
	}
}

// kill ends the process at once.
func (p *talk) kill() {
	p.t.Helper()
	if err := p.cmd.Process.Kill(); err != nil {
		p.t.Fatal(err)
	}
	_ = p.cmd.Wait() // it was killed, and says so
}
