//go:build !unix

package tui

import tea "github.com/charmbracelet/bubbletea"

// A watch does nothing where there are no signals that could leave the terminal in disorder.
type watch struct{}

func newWatch(*tea.Program) *watch { return &watch{} }

func (*watch) suspend() tea.Msg { return tea.SuspendMsg{} }

func (*watch) stop() {}
