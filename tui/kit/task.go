package kit

import (
	"fmt"
	"runtime/debug"

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
