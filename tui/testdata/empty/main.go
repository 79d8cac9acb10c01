// Command empty is a program of Bubble Tea that shows one word: what a start cannot cost less than.
package main

import (
	"os"

	tea "github.com/charmbracelet/bubbletea"

	_ "chainrule/tui/background" // else it would wait for the terminal to tell its colour
)

type model struct{}

func (model) Init() tea.Cmd                       { return nil }
func (model) Update(tea.Msg) (tea.Model, tea.Cmd) { return model{}, nil }
func (model) View() string                        { return "chainrule" }

func main() {
	if _, err := tea.NewProgram(model{}, tea.WithAltScreen(), tea.WithFPS(120)).Run(); err != nil {
		os.Exit(1)
	}
}
