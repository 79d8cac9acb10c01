package tui

import (
	"fmt"
	"io"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"chainrule/tui/kit"
)

// A logger writes what the root receives, for finding faults. The nil logger writes nothing.
type logger struct {
	to    io.Writer
	start time.Time
}

func newLogger(to io.Writer) *logger { return &logger{to, time.Now()} }

func (l *logger) message(msg tea.Msg, stack []kit.Screen) {
	if l == nil {
		return
	}
	names := make([]string, len(stack))
	for i, s := range stack {
		names[i] = fmt.Sprintf("%T", s)
	}
	l.printf("%T %.80v on %v", msg, brief(msg), names)
}

// brief shows the messages that are short; what was typed is in the journal, keys are needed to find faults.
func brief(msg tea.Msg) any {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return fmt.Sprintf("%q", msg.String())
	case tea.WindowSizeMsg, kit.Goto, kit.Notice, kit.Background:
		return msg
	}
	return ""
}

func (l *logger) failed(f kit.Failed) {
	if l != nil {
		l.printf("failed: %s: %v\n%s", f.Doing, f.Err, f.Stack)
	}
}

func (l *logger) printf(format string, args ...any) {
	if l != nil {
		fmt.Fprintf(l.to, "%8.3f "+format+"\n", append([]any{time.Since(l.start).Seconds()}, args...)...)
	}
}
