//go:build unix

package tui_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"chainrule/lessons"
	"chainrule/lessons/journal"
	"chainrule/tui"
)

// TestMain makes the test binary the program itself where a test asks for it: with the small course, on the record
// that the environment names.
func TestMain(m *testing.M) {
	file := os.Getenv("CHAINRULE_TEST_RECORD")
	if file == "" {
		os.Exit(m.Run())
	}
	c, err := lessons.Load(os.DirFS("testdata/course"), nil)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	j := journal.Open(file, time.Now, nil)
	if os.Getenv("CHAINRULE_TEST_PANIC") != "" {
		tui.BreakScreens()
	}
	err = tui.Run(tui.Options{
		Course: c, Journal: j, Start: os.Getenv("CHAINRULE_TEST_START"), Log: os.Getenv("CHAINRULE_TEST_LOG"),
		Theme: os.Getenv("CHAINRULE_TEST_THEME"), NoMouse: os.Getenv("CHAINRULE_TEST_NO_MOUSE") != "",
	})
	err = errors.Join(err, j.Close())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// A terminal is a real program in a pseudo-terminal, with an emulator that shows what a person would see.
type terminal struct {
	t      testing.TB
	cmd    *exec.Cmd
	ctl    *os.File // the terminal, for its size
	pty    *os.File // the terminal, for reading and writing; closing it ends a read that waits
	record string

	mu   sync.Mutex // guards all below
	emu  *vt.Emulator
	raw  bytes.Buffer
	gone chan struct{}
}

// boot starts a command in a terminal of the size. A mute terminal never answers what it is asked.
func boot(tb testing.TB, cmd *exec.Cmd, mute bool, cols, rows uint16) *terminal {
	tb.Helper()
	term := &terminal{t: tb, cmd: cmd, emu: vt.NewEmulator(int(cols), int(rows)), gone: make(chan struct{})}
	p, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: cols, Rows: rows})
	if err != nil {
		tb.Skipf("no pseudo-terminal here: %v", err)
	}
	fd, err := syscall.Dup(int(p.Fd()))
	if err == nil {
		err = syscall.SetNonblock(fd, true)
	}
	if err != nil {
		tb.Fatal(err)
	}
	term.ctl, term.pty = p, os.NewFile(uintptr(fd), "terminal")
	p = term.pty
	go func() {
		defer close(term.gone)
		b := make([]byte, 4096)
		for {
			n, err := p.Read(b)
			term.mu.Lock()
			term.raw.Write(b[:n])
			_, _ = term.emu.Write(b[:n])
			term.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	go func() { // what the emulator answers; unread answers would block it
		b := make([]byte, 256)
		for {
			n, err := term.emu.Read(b)
			if err != nil {
				return
			}
			if !mute {
				_, _ = p.Write(b[:n])
			}
		}
	}()
	tb.Cleanup(func() {
		_ = cmd.Process.Kill()
		_, _ = cmd.Process.Wait()
		_, _ = p.Close(), term.ctl.Close()
		<-term.gone
		if answers, ok := term.emu.InputPipe().(io.Closer); ok {
			_ = answers.Close() // Emulator.Close would race with Read
		}
	})
	return term
}

// start starts the program on the small course.
func start(t *testing.T, lesson string, cols, rows uint16) *terminal {
	t.Helper()
	file := filepath.Join(t.TempDir(), "journal.jsonl")
	term := boot(t, program(t, file, lesson), false, cols, rows)
	term.record = file
	return term
}

func program(t *testing.T, record, lesson string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=", "COLORFGBG=", "NO_COLOR=", "CHAINRULE_TEST_RECORD="+record, "CHAINRULE_TEST_START="+lesson)
	return cmd
}

func (s *terminal) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var b strings.Builder
	for y := range s.emu.Height() {
		for x := 0; x < s.emu.Width(); {
			c := s.emu.CellAt(x, y)
			if c == nil || c.Content == "" {
				b.WriteByte(' ')
				x++
				continue
			}
			b.WriteString(c.Content)
			x += max(c.Width, 1)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func (s *terminal) bytes() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.raw.String()
}

// patience is how long a test waits for what must come; it is no measure of speed.
const patience = 20 * time.Second

// until waits for a condition on what is seen.
func (s *terminal) until(what string, seen func(screen string) bool) {
	s.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if seen(s.text()) {
			return
		}
	}
	s.t.Fatalf("waited in vain for %s; the screen is:\n%s", what, s.text())
}

func (s *terminal) see(want string) {
	s.t.Helper()
	s.until(fmt.Sprintf("%q", want), func(screen string) bool { return strings.Contains(screen, want) })
}

// contains waits for bytes that the program writes.
func (s *terminal) contains(want string) {
	s.t.Helper()
	s.until(fmt.Sprintf("the bytes %q", want), func(string) bool { return strings.Contains(s.bytes(), want) })
}

func (s *terminal) write(text string) {
	s.t.Helper()
	if _, err := s.pty.WriteString(text); err != nil {
		s.t.Fatal(err)
	}
}

func (s *terminal) resize(cols, rows uint16) {
	s.t.Helper()
	s.mu.Lock()
	s.emu.Resize(int(cols), int(rows))
	s.mu.Unlock()
	if err := pty.Setsize(s.ctl, &pty.Winsize{Cols: cols, Rows: rows}); err != nil {
		s.t.Fatal(err)
	}
}

// wait waits for the program to end.
func (s *terminal) wait() error {
	s.t.Helper()
	done := make(chan error, 1)
	go func() { done <- s.cmd.Wait() }()
	select {
	case err := <-done:
		return err
	case <-time.After(patience):
		s.t.Fatalf("the program does not end; the screen is:\n%s", s.text())
		return nil
	}
}

// restored makes sure that the screen of before and the cursor are back.
func (s *terminal) restored() {
	s.t.Helper()
	<-s.gone
	if raw := s.bytes(); !strings.Contains(raw, "\x1b[?1049l") || strings.LastIndex(raw, "\x1b[?25h") < strings.LastIndex(raw, "\x1b[?25l") {
		s.t.Errorf("the terminal is not restored; the last bytes are %q", raw[max(len(raw)-200, 0):])
	}
}

// kept returns the events of the record; every line must be whole.
func (s *terminal) kept() []journal.Event {
	s.t.Helper()
	text, err := os.ReadFile(s.record)
	if err != nil {
		s.t.Fatal(err)
	}
	var events []journal.Event
	for line := range strings.Lines(string(text)) {
		var e journal.Event
		if err := json.Unmarshal([]byte(line), &e); err != nil || !strings.HasSuffix(line, "\n") {
			s.t.Fatalf("a line of the record is broken: %q", line)
		}
		events = append(events, e)
	}
	return events
}

// answered starts the program on the first question and answers it rightly.
func answered(t *testing.T) *terminal {
	t.Helper()
	s := start(t, "slope/2", 90, 30)
	s.see("Differentiate")
	s.write("-e^-x")
	s.see("-e^-x")
	s.write("\r")
	s.see("Right")
	return s
}

func holds(events []journal.Event, kind journal.Kind) bool {
	for _, e := range events {
		if e.Kind == kind {
			return true
		}
	}
	return false
}

// question is what the terminal is asked.
const question = "\x1b]11;?\a\x1b[c"
