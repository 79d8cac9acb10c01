//go:build unix

package tui

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/creack/pty"
)

// A sizes ends with the first size that it is told.
type sizes struct{ told *tea.WindowSizeMsg }

func (s sizes) Init() tea.Cmd { return nil }

func (s sizes) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		*s.told = size
		return s, tea.Quit
	}
	return s, nil
}

func (s sizes) View() string { return "" }

// openTerminal returns a terminal with a size.
func openTerminal(t *testing.T, cols, rows uint16) *os.File {
	t.Helper()
	ctl, tty, err := pty.Open()
	if err != nil {
		t.Skipf("no pseudo-terminal here: %v", err)
	}
	t.Cleanup(func() { _, _ = ctl.Close(), tty.Close() })
	if err := pty.Setsize(ctl, &pty.Winsize{Cols: cols, Rows: rows}); err != nil {
		t.Fatal(err)
	}
	return tty
}

// TestResizedBeforeStart tells of another size before the program listens itself, which would be lost.
func TestResizedBeforeStart(t *testing.T) {
	tty := openTerminal(t, 100, 30)
	const patience = 20 * time.Second
	enough, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var told tea.WindowSizeMsg
	// Its output is no terminal: so it asks for no size, and what it is told comes from the watcher alone.
	program := tea.NewProgram(sizes{&told}, tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutSignalHandler(), tea.WithContext(enough))
	w := watchSignals(program, tty)
	defer w.stop()
	arrived := make(chan os.Signal, 1)
	signal.Notify(arrived, syscall.SIGWINCH)
	defer signal.Stop(arrived)
	if err := syscall.Kill(os.Getpid(), syscall.SIGWINCH); err != nil {
		t.Fatal(err)
	}
	<-arrived // from now on nobody is told of it who did not listen before
	if _, err := program.Run(); err != nil {
		t.Errorf("no size came: %v", err)
	}
	if told != (tea.WindowSizeMsg{Width: 100, Height: 30}) {
		t.Errorf("the program was told %v", told)
	}
}

// TestStaleSize hands on a size of before: what comes out must be the size of now.
func TestStaleSize(t *testing.T) {
	w := &signalWatcher{out: openTerminal(t, 100, 30)}
	if got := w.current(tea.WindowSizeMsg{Width: 80, Height: 24}); got != (tea.WindowSizeMsg{Width: 100, Height: 30}) {
		t.Errorf("the size is %v", got)
	}
	w.out = os.NewFile(^uintptr(0), "no file")
	stale := tea.WindowSizeMsg{Width: 80, Height: 24}
	if got := w.current(stale); got != stale {
		t.Errorf("without a terminal the size is %v", got)
	}
}
