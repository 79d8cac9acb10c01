//go:build unix

package tui_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

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
