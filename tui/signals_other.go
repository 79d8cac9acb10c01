//go:build !unix

package tui

import (
	"os"

	tea "github.com/charmbracelet/bubbletea"
)

// A signalWatcher does nothing where there are no signals that could leave the terminal in disorder.
type signalWatcher struct{}

func watchSignals(*tea.Program, *os.File) *signalWatcher { return &signalWatcher{} }

func (*signalWatcher) current(msg tea.WindowSizeMsg) tea.WindowSizeMsg { return msg }

func (*signalWatcher) suspend() tea.Msg { return tea.SuspendMsg{} }

func (*signalWatcher) stop() {}
