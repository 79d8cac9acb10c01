package lesson

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/tui/kit"
)

// A jump is the number of a screen that is being typed, to go there.
type jump struct {
	open  bool
	typed string
}

// Jumping are the keys while the number of a screen is typed.
var Jumping = struct{ Go, Digit, Delete, Stay key.Binding }{
	Go:     kit.Bind("enter", "go there", "enter"),
	Digit:  kit.Bind("0–9", "number of the screen", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
	Delete: kit.Bind("backspace", "delete", "backspace"),
	Stay:   kit.Bind("esc", "stay here", "esc"),
}

// onJumpKey takes a key of the number. As soon as no longer number could be meant it goes there.
func (v *Screen) onJumpKey(msg tea.KeyMsg) tea.Cmd {
	j, n := &v.jump, len(v.lesson.Screens)
	switch {
	case key.Matches(msg, Jumping.Go) && v.target() > 0:
		return v.land()
	case key.Matches(msg, Jumping.Delete) && j.typed != "":
		j.typed = j.typed[:len(j.typed)-1]
	case len(msg.Runes) > 0 && strings.Trim(string(msg.Runes), "0123456789") == "": // two that are typed fast come as one key
		typed := j.typed + string(msg.Runes)
		number, err := strconv.Atoi(typed)
		if err != nil || number < 1 || number > n {
			return kit.Tell(fmt.Sprintf("The screens of this lesson are numbered 1 to %d.", n))
		}
		j.typed = typed
		if number*10 > n {
			return v.land()
		}
	default:
		*j = jump{}
	}
	return nil
}

// land goes to the screen whose number was typed.
func (v *Screen) land() tea.Cmd {
	at := v.target() - 1
	v.jump = jump{}
	return v.show(at)
}

// target is the number that was typed, 0 where none was.
func (v *Screen) target() int {
	number, err := strconv.Atoi(v.jump.typed)
	if err != nil {
		return 0
	}
	return number
}

// jumpLine stands in the place of the name of the screen while a number is typed.
func (v *Screen) jumpLine() string {
	s := v.styles
	line := s.Prompt.Render(s.Marks.Prompt) + " " + s.Strong.Render(fmt.Sprintf("Go to screen %d.%s", v.number(), v.jump.typed)) + s.Caret(" ")
	if at := v.target(); at > 0 {
		return line + s.Say(v.lesson.Screens[at-1].Title)
	}
	return line + s.Muted.Render(s.Say(fmt.Sprintf("1 to %d", len(v.lesson.Screens))))
}

// jumpKeys are the keys of this moment.
func (v *Screen) jumpKeys() []key.Binding {
	return []key.Binding{kit.If(v.target() > 0, Jumping.Go), Jumping.Digit, kit.If(v.jump.typed != "", Jumping.Delete), Jumping.Stay}
}
