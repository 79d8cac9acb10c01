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
	"regexp"
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
	t      *testing.T
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
func boot(t *testing.T, cmd *exec.Cmd, mute bool, cols, rows uint16) *terminal {
	t.Helper()
	term := &terminal{t: t, cmd: cmd, emu: vt.NewEmulator(int(cols), int(rows)), gone: make(chan struct{})}
	p, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: cols, Rows: rows})
	if err != nil {
		t.Skipf("no pseudo-terminal here: %v", err)
	}
	fd, err := syscall.Dup(int(p.Fd()))
	if err == nil {
		err = syscall.SetNonblock(fd, true)
	}
	if err != nil {
		t.Fatal(err)
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
	t.Cleanup(func() {
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
	if raw := s.bytes(); !strings.Contains(raw, "\x1b[?1049l") || !strings.Contains(raw, "\x1b[?25h") {
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

// TestMuteTerminal starts the program on a terminal that answers nothing: it asks once and waits for nothing.
func TestMuteTerminal(t *testing.T) {
	s := boot(t, program(t, filepath.Join(t.TempDir(), "journal.jsonl"), ""), true, 80, 24)
	s.see("A small course")
	s.contains(question)
	for _, query := range []string{"\x1b]11;?", "\x1b]10;?", "\x1b[6n", "\x1b[c"} {
		if strings.Contains(strings.Replace(s.bytes(), question, "", 1), query) {
			t.Errorf("the terminal was asked %q, too", query)
		}
	}
	s.write("\x03")
	if err := s.wait(); err != nil {
		t.Error(err)
	}
	s.restored()
}

func TestResize(t *testing.T) {
	s := start(t, "slope", 80, 24)
	s.see("The picture")
	s.resize(120, 40)
	s.see("┤")
	s.resize(40, 10)
	s.see("40 columns and 10 lines")
	s.resize(100, 30)
	s.see("slope 0.2500")
	s.resize(80, 24)
	s.until("a narrow screen", func(screen string) bool { return strings.Contains(screen, "if the  ") }) // the text is narrower there
}

func TestSIGTERM(t *testing.T) {
	s := answered(t)
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := s.wait(); err != nil {
		t.Error(err)
	}
	s.restored()
	if events := s.kept(); !holds(events, journal.Answered) || !holds(events, journal.Finished) {
		t.Errorf("the record: %v", events)
	}
}

func TestSIGHUP(t *testing.T) {
	s := answered(t)
	if err := s.cmd.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	if err := s.wait(); err != nil {
		t.Error(err)
	}
	s.restored()
	if !holds(s.kept(), journal.Finished) {
		t.Errorf("the record: %v", s.kept())
	}
}

// TestDump ends the program by the signals that ask where it hangs: the terminal must be in order before the answer is
// printed, or nobody can read it.
func TestDump(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGQUIT, syscall.SIGABRT} {
		t.Run(signal.String(), func(t *testing.T) {
			s := answered(t)
			if err := s.cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			if err := s.wait(); err == nil {
				t.Error("it ends as if nothing had happened")
			}
			s.restored()
			if _, after, _ := strings.Cut(s.bytes(), "\x1b[?1049l"); !strings.Contains(after, "goroutine ") {
				t.Errorf("nothing is told after the screens are gone: %.300q", after)
			}
			if !holds(s.kept(), journal.Finished) {
				t.Errorf("the record: %v", s.kept())
			}
		})
	}
}

// TestTerminalCloses takes the terminal itself away.
func TestTerminalCloses(t *testing.T) {
	s := answered(t)
	if err := errors.Join(s.ctl.Close(), s.pty.Close()); err != nil {
		t.Fatal(err)
	}
	_ = s.wait()
	if !holds(s.kept(), journal.Finished) {
		t.Errorf("the record: %v", s.kept())
	}
}

// TestKill kills the program where it stands: what was answered is on the disk.
func TestKill(t *testing.T) {
	s := answered(t)
	for end := time.Now().Add(patience); time.Now().Before(end) && !holds(s.kept(), journal.Finished); {
		time.Sleep(5 * time.Millisecond)
	}
	if err := s.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = s.wait()
	if events := s.kept(); !holds(events, journal.Answered) || !holds(events, journal.Finished) {
		t.Errorf("the record: %v", events)
	}
	again := boot(t, program(t, s.record, "slope"), false, 90, 30)
	again.see("Right")
}

// TestProgramStartsMute builds the program itself and starts it on a terminal that answers nothing. Which package is
// initialised first depends on all that is linked in.
func TestProgramStartsMute(t *testing.T) {
	if testing.Short() {
		t.Skip("building takes a while")
	}
	binary := filepath.Join(t.TempDir(), "chainrule")
	if out, err := exec.Command("go", "build", "-o", binary, "chainrule").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	cmd := exec.Command(binary)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "XDG_DATA_HOME="+t.TempDir())
	s := boot(t, cmd, true, 80, 24)
	s.see("chainrule")
	if strings.Count(s.bytes(), "\x1b]11;?") > 1 || strings.Contains(s.bytes(), "\x1b[6n") {
		t.Errorf("the terminal was asked by others: %q", s.bytes())
	}
	s.write("q")
	if err := s.wait(); err != nil {
		t.Error(err)
	}
	s.restored()
}

// TestPanic breaks the drawing of a screen: the terminal is restored, the exit code tells, the record is whole.
func TestPanic(t *testing.T) {
	file := filepath.Join(t.TempDir(), "journal.jsonl")
	cmd := program(t, file, "slope")
	cmd.Env = append(cmd.Env, "CHAINRULE_TEST_PANIC=1")
	s := boot(t, cmd, false, 90, 30)
	s.record = file
	var exit *exec.ExitError
	if err := s.wait(); !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Errorf("it ends with %v", err)
	}
	s.restored()
	if !strings.Contains(s.bytes(), "a fault in the program") {
		t.Errorf("nothing is said: %q", s.bytes())
	}
	s.kept()
}

func TestLog(t *testing.T) {
	log := filepath.Join(t.TempDir(), "log")
	cmd := program(t, filepath.Join(t.TempDir(), "journal.jsonl"), "slope")
	cmd.Env = append(cmd.Env, "CHAINRULE_TEST_LOG="+log)
	s := boot(t, cmd, false, 90, 30)
	s.see("The picture")
	s.write("\r")
	s.see("The denominator")
	s.write("\x03")
	if err := s.wait(); err != nil {
		t.Error(err)
	}
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"tea.WindowSizeMsg", `tea.KeyMsg "enter"`, "lesson.Screen"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%q is not in the log:\n%s", want, text)
		}
	}
}

// TestNoColor makes sure that NO_COLOR keeps all colours away, those of plots too, and nothing but colours.
func TestNoColor(t *testing.T) {
	cmd := program(t, filepath.Join(t.TempDir(), "journal.jsonl"), "slope")
	cmd.Env = append(cmd.Env, "NO_COLOR=1")
	s := boot(t, cmd, false, 120, 40)
	s.see("slope 0.2500")
	if colour := regexp.MustCompile(`\x1b\[[0-9;]*(3[0-9]|4[0-7]|9[0-7])[0-9;]*m`).FindString(s.bytes()); colour != "" {
		t.Errorf("there is the colour %q", colour)
	}
	if bold := "\x1b[1m"; !strings.Contains(s.bytes(), bold) {
		t.Error("nothing is bold")
	}
	if strings.Contains(s.bytes(), question) {
		t.Error("the background is asked for, though nothing depends on it")
	}
	s.write("\x03")
	_ = s.wait()
}

// TestSuspend suspends the program in a shell and takes it up again, with what was typed still there.
func TestSuspend(t *testing.T) {
	shell, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash here")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "journal.jsonl")
	cmd := exec.Command(shell, "--norc", "--noprofile", "-i")
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "PS1=ready> ", "HISTFILE=", "CHAINRULE_TEST_START=slope/2")
	s := boot(t, cmd, false, 90, 30)
	s.see("ready>")
	s.write("CHAINRULE_TEST_RECORD=" + file + " " + self + "\r")
	s.see("Differentiate")
	s.write("1+e^x")
	s.see("1+e^x")
	s.write("\x1a")
	s.see("Stopped")
	s.write("stty -a | tr ' ' '\\n' | grep -x -e icanon -e echo | tr '\\n' ' '\r")
	s.see("icanon echo")
	s.write("fg\r")
	s.see("Differentiate")
	s.see("1+e^x")
	s.until("the mouse", func(string) bool { return strings.Count(s.bytes(), "\x1b[?1002h") > 1 })
	for range 2 { // stopped from outside, and once more
		before := strings.Count(s.bytes(), "Stopped")
		if err := syscall.Kill(child(t, cmd.Process.Pid), syscall.SIGTSTP); err != nil {
			t.Fatal(err)
		}
		s.until("the shell", func(string) bool { return strings.Count(s.bytes(), "Stopped") > before })
		if raw := s.bytes(); strings.LastIndex(raw, "\x1b[?1049l") < strings.LastIndex(raw, "\x1b[?1049h") {
			t.Error("it stops on the alternate screen")
		}
		s.write("fg\r")
		s.until("the screens", func(string) bool {
			raw := s.bytes()
			return strings.LastIndex(raw, "\x1b[?1049h") > strings.LastIndex(raw, "\x1b[?1049l")
		})
		s.see("1+e^x")
	}
	s.write("\x03")
	s.see("ready>")
}

// child returns the process that a shell has started.
func child(t *testing.T, shell int) int {
	t.Helper()
	text, err := exec.Command("ps", "-A", "-o", "pid=", "-o", "ppid=").Output()
	if err != nil {
		t.Skipf("no list of processes here: %v", err)
	}
	for line := range strings.Lines(string(text)) {
		var pid, parent int
		if _, err := fmt.Sscan(line, &pid, &parent); err == nil && parent == shell {
			return pid
		}
	}
	t.Fatalf("the shell has no child:\n%s", text)
	return 0
}
