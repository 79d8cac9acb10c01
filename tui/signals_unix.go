//go:build unix

package tui

import (
	"os"
	"os/signal"
	"syscall"

	tea "github.com/charmbracelet/bubbletea"

	"chainrule/tui/kit"
)

// A signalWatcher keeps the terminal in order when a signal ends or stops the program.
type signalWatcher struct {
	program *tea.Program
	signals chan os.Signal
	done    chan struct{}
}

// watchSignals begins to watch a program that is about to run.
func watchSignals(p *tea.Program) *signalWatcher {
	w := &signalWatcher{p, make(chan os.Signal, 1), make(chan struct{})}
	signal.Notify(w.signals, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT, syscall.SIGTSTP)
	go w.run()
	return w
}

func (w *signalWatcher) run() {
	for {
		select {
		case <-w.done:
			return
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
	close(w.done)
}
