package tui_test

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/content"
)

// built returns the program and an empty program of Bubble Tea, built anew.
func built(b *testing.B) (whole, empty string) {
	b.Helper()
	dir := b.TempDir()
	build := func(name, from string) string {
		file := filepath.Join(dir, name)
		if out, err := exec.Command("go", "build", "-o", file, from).CombinedOutput(); err != nil {
			b.Fatalf("building %s: %v\n%s", from, err, out)
		}
		return file
	}
	return build("whole", "chainrule"), build("empty", "./testdata/empty")
}

// launched starts a program in a terminal of 108 by 31, where the level stands in the footer, with an empty record.
func launched(b *testing.B, program string, args ...string) *terminal {
	b.Helper()
	home := b.TempDir()
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "LANG=C.UTF-8", "XDG_DATA_HOME="+home, "XDG_CONFIG_HOME="+home)
	return boot(b, cmd, false, 108, 31)
}

// shows waits until the screen holds a text, and looks as often as anything comes from the program.
func (s *terminal) shows(want string) {
	s.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(100 * time.Microsecond) {
		if strings.Contains(s.text(), want) {
			return
		}
	}
	s.t.Fatalf("waited in vain for %q; the screen is:\n%s", want, s.text())
}

// free chooses the level on which lines are typed.
func (s *terminal) free() {
	s.t.Helper()
	is := func() bool { // a notice takes the place of the footer for a while
		screen := s.text()
		return strings.Contains(screen, "level: free") || strings.Contains(screen, "Free: ")
	}
	for range 3 {
		if is() {
			return
		}
		s.write("\x1bOS") // f4
		time.Sleep(300 * time.Millisecond)
	}
	if !is() {
		s.t.Fatalf("the level free cannot be chosen; the screen is:\n%s", s.text())
	}
}

// quantile returns the value below which the part q of all lies.
func quantile(all []time.Duration, q float64) float64 {
	slices.Sort(all)
	return float64(all[min(int(q*float64(len(all))), len(all)-1)]) / float64(time.Millisecond)
}

// BenchmarkTyping types lines of a derivation and tells how long it takes from a key until what was typed is on the screen, and
// from enter until the verdict is. Above the field the formula is set in two dimensions with each key. At most 16 ms are wanted
// for 99 keys of 100.
func BenchmarkTyping(b *testing.B) {
	whole, _ := built(b)
	lines := []string{"-e^-x/(1+e^-x)^2", "((1+e^(-x))*0-1*(-e^(-x)))/(1+e^(-x))", "1/(1+e^-x)*(1-1/(1+e^-x))+1", "e^-x/((1+e^-x)(1+e^(-x)))-x"}
	var keys, verdicts []time.Duration
	for b.Loop() {
		for _, line := range lines {
			s := launched(b, whole, "sigmoid-derivative/quotient-rule")
			s.shows("level: ")
			s.free()
			for i := range line {
				before := time.Now()
				s.write(line[i : i+1])
				s.shows("› " + line[:i+1])
				keys = append(keys, time.Since(before))
				time.Sleep(20 * time.Millisecond) // a fast typist takes five times as long
			}
			before := time.Now()
			s.write("\r")
			s.shows("Not right")
			verdicts = append(verdicts, time.Since(before))
			s.write("\x03")
			_ = s.wait()
		}
	}
	b.ReportMetric(0, "ns/op") // the time of a round tells nothing
	b.ReportMetric(quantile(keys, 0.5), "key-p50-ms")
	b.ReportMetric(quantile(keys, 0.99), "key-p99-ms")
	b.ReportMetric(quantile(verdicts, 0.5), "verdict-p50-ms")
	b.ReportMetric(quantile(verdicts, 0.99), "verdict-p99-ms")
}

// BenchmarkIdle lets the program and an empty program of Bubble Tea stand for a while, in turn, and tells what part of a
// core each takes, in points of a hundred. At most 0.2 points more than nothing are wanted.
func BenchmarkIdle(b *testing.B) {
	whole, empty := built(b)
	const stand = 10 * time.Second
	used := map[string]time.Duration{}
	rounds := 0
	for b.Loop() {
		rounds++
		for name, start := range map[string]func() *terminal{
			"whole": func() *terminal { return launched(b, whole, "sigmoid-derivative/quotient-rule") },
			"empty": func() *terminal { return launched(b, empty) },
		} {
			s := start()
			s.shows(map[string]string{"whole": "Its derivative", "empty": "chainrule"}[name])
			time.Sleep(2 * time.Second) // what follows the start is over
			before := processor(b, s.cmd.Process.Pid)
			time.Sleep(stand)
			used[name] += processor(b, s.cmd.Process.Pid) - before
			_ = s.cmd.Process.Kill()
		}
	}
	b.ReportMetric(0, "ns/op")
	for name, all := range used {
		b.ReportMetric(100*all.Seconds()/(stand.Seconds()*float64(rounds)), name+"-%core")
	}
}

// processor returns the processor's time that a process has used.
func processor(b *testing.B, pid int) time.Duration {
	b.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		b.Fatal(err)
	}
	fields := strings.Fields(string(text[bytes.LastIndexByte(text, ')')+1:]))
	var ticks int64
	for _, field := range fields[11:13] { // utime and stime, see proc(5)
		n, err := strconv.ParseInt(field, 10, 64)
		if err != nil {
			b.Fatal(err)
		}
		ticks += n
	}
	return time.Duration(ticks) * time.Second / 100
}

// BenchmarkMemory plays the derivations, formulas and choices of a lesson and tells how much memory the program then has that
// belongs to no file. At most 20 MB are wanted.
func BenchmarkMemory(b *testing.B) {
	whole, _ := built(b)
	course, err := content.Course()
	if err != nil {
		b.Fatal(err)
	}
	lesson, err := course.Lesson("sigmoid-derivative")
	if err != nil {
		b.Fatal(err)
	}
	most := 0
	for b.Loop() {
		s := launched(b, whole, lesson.ID)
		s.shows(lesson.Title)
		for i, screen := range lesson.Screens {
			if i > 0 {
				s.write("\x1bg") // alt+g and a number of two digits, or one that can't be the first of two: to that screen
				time.Sleep(100 * time.Millisecond)
				s.write(strconv.Itoa(i + 1))
			}
			s.shows(fmt.Sprintf("2.%d ", i+1))
			if _, ok := screen.Question.(*lessons.Derive); ok {
				s.free()
			}
			for _, line := range typed(screen.Question) {
				s.write(line + "\r")
				time.Sleep(300 * time.Millisecond)
			}
		}
		most = max(most, anonymous(b, s.cmd.Process.Pid))
		s.write("\x03")
		_ = s.wait()
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(most)/1024, "anonymous-MB")
}

// typed returns what a learner types who knows the answer as the author wrote it.
func typed(q lessons.Question) []string {
	switch q := q.(type) {
	case *lessons.Derive:
		var lines []string
		for _, line := range q.Lines {
			lines = append(lines, line.Source)
		}
		return lines
	case *lessons.Expression:
		return []string{q.Accept[0].Source}
	case *lessons.Choice:
		return []string{"1", "2", "3", "4"}
	case *lessons.Number, *lessons.Spot, *lessons.Lab:
	}
	return nil
}

// anonymous returns the anonymous memory of a process in kilobytes.
func anonymous(b *testing.B, pid int) int {
	b.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, "RssAnon:"); ok {
			n, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				b.Fatal(err)
			}
			return cmp.Or(n, 1)
		}
	}
	b.Fatal("the system tells no anonymous memory")
	return 0
}
