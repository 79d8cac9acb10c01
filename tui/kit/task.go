package kit

import (
	"fmt"
	"runtime/debug"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// Task returns the command that does work off the screen's way and sends what it returns. A panic inside does not
// disturb the terminal: it becomes a Failed that says what was being done.
func Task(doing string, work func() tea.Msg) tea.Cmd {
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = Failed{Doing: doing, Err: fmt.Errorf("panic: %v", r), Stack: string(debug.Stack())}
			}
		}()
		return work()
	}
}

// Keep returns the command that saves what was done, and tells by a Saved when that is over or by a Notice what save had to
// say. Without a save there is no command.
func Keep(save func() (notice string)) tea.Cmd {
	if save == nil {
		return nil
	}
	return Task("saving your answer", func() tea.Msg {
		if notice := save(); notice != "" {
			return Notice{Text: notice}
		}
		return Saved{}
	})
}

// Within returns the command that does work like Task, and sends late when it has not ended after the limit or broke.
// The work is told to end then by the channel that it gets, and what it still returns is forgotten: it must not change
// what others use.
func Within(limit time.Duration, doing string, work func(done <-chan struct{}) tea.Msg, late tea.Msg) tea.Cmd {
	return func() tea.Msg {
		enough := make(chan struct{})
		defer close(enough)
		task := Task(doing, func() tea.Msg { return work(enough) })
		done := make(chan tea.Msg, 1)
		go func() { done <- task() }()
		timer := time.NewTimer(limit)
		defer timer.Stop()
		select {
		case msg := <-done:
			if failed, ok := msg.(Failed); ok {
				return tea.BatchMsg{func() tea.Msg { return failed }, func() tea.Msg { return late }}
			}
			return msg
		case <-timer.C:
			return late
		}
	}
}
