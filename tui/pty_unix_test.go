//go:build unix

package tui_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"chainrule/lessons/journal"
)

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

// TestProgram builds the program itself. Which package is initialised first depends on all that is linked in, so it is started
// on a terminal that answers nothing; and what an author changes while a lesson is watched must be on the screen.
func TestProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("building takes a while")
	}
	binary := filepath.Join(t.TempDir(), "chainrule")
	if out, err := exec.Command("go", "build", "-o", binary, "chainrule").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Run("mute", func(t *testing.T) { startsMute(t, binary) })
	t.Run("watch", func(t *testing.T) { playsAgain(t, binary) })
}

func startsMute(t *testing.T, binary string) {
	t.Helper()
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

// playsAgain changes a lesson twice while it is played: the second time there is a fault in it, which must be told in place of
// the screens, and the lesson must come back where it was when that is mended.
func playsAgain(t *testing.T, binary string) {
	t.Helper()
	lesson := filepath.Join(t.TempDir(), "own.md")
	text := "+++\nid = \"own\"\ntitle = \"Own\"\n+++\n\n# Own\n\n## First {#first}\n\nHere it begins.\n\n## Second {#second}\n\nWords of old.\n"
	write := func(old, with string) {
		text = strings.Replace(text, old, with, 1)
		if err := os.WriteFile(lesson, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("", "")
	cmd := exec.Command(binary, "--watch", lesson)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "LANG=C.UTF-8", "XDG_DATA_HOME="+t.TempDir())
	s := boot(t, cmd, true, 80, 24)
	s.see("Here it begins")
	s.write("\r")
	s.see("Words of old")
	write("of old", "of today, and more")
	s.see("Words of today")
	write("title", "titel")
	s.see("waiting for a change")
	s.contains("unknown key")
	write("titel", "title")
	s.see("Words of today")
	s.write("\x03")
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

// TestCursor fails when the terminal's own cursor does not stand where something is typed, or is shown where nothing can be.
func TestCursor(t *testing.T) {
	s := start(t, "slope/2", 80, 24)
	s.see("Differentiate")
	s.write("abc")
	at := func(want string) {
		t.Helper()
		s.until("cursor behind "+want, func(string) bool {
			s.mu.Lock()
			defer s.mu.Unlock()
			p := s.emu.CursorPosition()
			line := ""
			for x := range p.X {
				if c := s.emu.CellAt(x, p.Y); c != nil {
					line += c.Content
				}
			}
			return strings.TrimSpace(line) == want
		})
	}
	at("› abc")
	s.write("\x1b[D")
	at("› ab")
	s.until("a cursor that is shown", func(string) bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		return !s.emu.CursorHidden()
	})
	s.write("\x1b") // to the map
	s.see("A small course")
	s.until("a hidden cursor", func(string) bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.emu.CursorHidden()
	})
	s.write("\x03")
	_ = s.wait()
	s.restored()
}
