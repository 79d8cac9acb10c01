//go:build unix

package tui

import (
	"os"
	"os/signal"
	"syscall"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/term"

	"chainrule/tui/kit"
)

// A signalWatcher keeps the terminal in order when a signal ends or stops the program, and tells the program when the
// terminal has another size.
type signalWatcher struct {
	program *tea.Program
	out     *os.File
	signals chan os.Signal
	resized chan os.Signal // a channel of its own, so that no other signal is dropped for it
	done    chan struct{}
}

// watchSignals begins to watch a program that is about to run and draws on out.
func watchSignals(p *tea.Program, out *os.File) *signalWatcher {
	w := &signalWatcher{p, out, make(chan os.Signal, 1), make(chan os.Signal, 1), make(chan struct{})}
	signal.Notify(w.signals, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT, syscall.SIGTSTP)
	// Bubble Tea asks for the size before it listens: what changes in between is known here alone.
	signal.Notify(w.resized, syscall.SIGWINCH)
	go w.run()
	return w
}

// current returns the message with the size of now. Bubble Tea reads sizes in goroutines beside each other, so that a size
// of before may come last.
func (w *signalWatcher) current(msg tea.WindowSizeMsg) tea.WindowSizeMsg {
	if width, height, err := term.GetSize(w.out.Fd()); err == nil {
		return tea.WindowSizeMsg{Width: width, Height: height}
	}
	return msg
}

func (w *signalWatcher) run() {
	for {
		select {
		case <-w.done:
			return
		case <-w.resized:
			if size := w.current(tea.WindowSizeMsg{}); size.Width > 0 {
				w.program.Send(size)
			}
		case s := <-w.signals:
			switch s {
			case syscall.SIGHUP: // the terminal is gone: else the process would be killed where it stands
				w.program.Quit()
			case syscall.SIGTSTP:
				w.program.Send(tea.SuspendMsg{})
			default: // somebody wants to see where it hangs: the terminal first, then what the signal does by itself
				_ = w.program.ReleaseTerminal()
				signal.Reset(s)
				_ = syscall.Kill(os.Getpid(), s.(syscall.Signal))
			}
		}
	}
}

// suspend gives the terminal back and stops the process, and all that it was started with, as the key of the terminal
// would do. When it goes on it takes the terminal again and returns what tells the screens. Go cannot give SIGTSTP its
// usual effect back once it was caught, so it is the stop signal that nobody can catch.
func (w *signalWatcher) suspend() tea.Msg {
	if err := w.program.ReleaseTerminal(); err != nil {
		return kit.Notice{Text: "The terminal cannot be left now: " + err.Error() + "."}
	}
	resumed := make(chan os.Signal, 1)
	signal.Notify(resumed, syscall.SIGCONT)
	defer signal.Stop(resumed)
	_ = syscall.Kill(0, syscall.SIGSTOP)
	<-resumed
	if err := w.program.RestoreTerminal(); err != nil {
		return kit.Notice{Text: "The terminal cannot be taken again: " + err.Error() + "."}
	}
	return tea.ResumeMsg{}
}

// stop ends the watch.
func (w *signalWatcher) stop() {
	signal.Stop(w.signals)
	signal.Stop(w.resized)
	close(w.done)
}
