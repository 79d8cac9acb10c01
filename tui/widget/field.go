// Package widget holds the parts that screens are made of: the answer field, formulas, plots, text that scrolls, lists
// of steps, progress.
//
// Widgets take method calls and report by return value. They know no lessons, ask no questions and go nowhere.
package widget

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"chainrule/tui/kit"
)

// FieldLimit is how many characters an answer may have.
const FieldLimit = 300

// FieldKeys edit an answer. None of them types a character.
type FieldKeys struct {
	Left, Right, WordLeft, WordRight, Home, End           key.Binding
	Backspace, Delete, DeleteWord, DeleteBefore, DeleteTo key.Binding
	Complete, Older, Newer                                key.Binding
}

// Editing is the set of keys of the answer field.
var Editing = FieldKeys{
	Left:         kit.Bind("←", "left", "left", "ctrl+b"),
	Right:        kit.Bind("→", "right", "right", "ctrl+f"),
	WordLeft:     kit.Bind("ctrl+←", "word left", "ctrl+left", "alt+left", "alt+b"),
	WordRight:    kit.Bind("ctrl+→", "word right", "ctrl+right", "alt+right", "alt+f"),
	Home:         kit.Bind("home", "to the start", "home", "ctrl+a"),
	End:          kit.Bind("end", "to the end", "end", "ctrl+e"),
	Backspace:    kit.Bind("backspace", "delete left", "backspace", "ctrl+h"),
	Delete:       kit.Bind("del", "delete right", "delete", "ctrl+d"),
	DeleteWord:   kit.Bind("ctrl+w", "delete the word left", "ctrl+w", "alt+backspace"),
	DeleteBefore: kit.Bind("ctrl+u", "delete all before", "ctrl+u"),
	DeleteTo:     kit.Bind("ctrl+k", "delete all after", "ctrl+k"),
	Complete:     kit.Bind("tab", `name to letter: \sigma, theta`, "tab"),
	Older:        kit.Bind("↑", "earlier answers", "up"),
	Newer:        kit.Bind("↓", "later answers", "down"),
}

// Bindings lists the keys of the field.
func (k FieldKeys) Bindings() []key.Binding {
	return []key.Binding{
		k.Complete, k.Older, k.Newer, k.Left, k.Right, k.WordLeft, k.WordRight, k.Home, k.End,
		k.Backspace, k.Delete, k.DeleteWord, k.DeleteBefore, k.DeleteTo,
	}
}

// A Field is one line of input: what is typed or pasted, cleaned, with a history and completion of names.
type Field struct {
	styles  *kit.Styles
	value   []rune
	pos     int
	width   int
	history []string
	recall  int    // index in history, len(history) when the draft is shown
	draft   string // what was typed before going back in history
	cut     bool   // the last text put in was longer than there was room for
	offered bool   // the text goes when something is typed
}

// NewField returns an empty field.
func NewField(s *kit.Styles) *Field { return &Field{styles: s, width: 40} }

// SetWidth sets the columns of the field, prompt included.
func (f *Field) SetWidth(width int) { f.width = width }

// Value returns the text of the field.
func (f *Field) Value() string { return string(f.value) }

// Cut reports whether the end of the last text that was typed or pasted found no room.
func (f *Field) Cut() bool { return f.cut }

// Empty reports whether nothing is typed.
func (f *Field) Empty() bool { return len(f.value) == 0 }

// SetValue replaces the text, and puts the cursor behind it.
func (f *Field) SetValue(text string) {
	f.value, f.pos, f.offered = nil, 0, false
	f.insert([]rune(text))
}

// Offer puts in a text that the next character typed replaces; any other key keeps it, to be mended.
func (f *Field) Offer(text string) {
	f.SetValue(text)
	f.offered = text != ""
}

// Offered reports whether typing would replace the text.
func (f *Field) Offered() bool { return f.offered }

// Recalled reports whether an earlier answer is shown as it was, in the place of what was being typed.
func (f *Field) Recalled() bool {
	return f.recall < len(f.history) && f.Value() == f.history[f.recall]
}

// Remember adds an answer to the history, unless it is the last one again, and leaves the history.
func (f *Field) Remember(text string) {
	if text != "" && (len(f.history) == 0 || f.history[len(f.history)-1] != text) {
		f.history = append(f.history, text)
	}
	f.recall = len(f.history)
}

// Update takes a key, and reports whether it meant anything to the field.
func (f *Field) Update(msg tea.KeyMsg) bool {
	if msg.Type == tea.KeyRunes && !msg.Alt || msg.Type == tea.KeySpace {
		if f.offered {
			f.SetValue("")
		}
		f.insert(msg.Runes)
		return true
	}
	f.offered = false
	switch {
	case key.Matches(msg, Editing.Left):
		f.pos = f.step(-1)
	case key.Matches(msg, Editing.Right):
		f.pos = f.step(+1)
	case key.Matches(msg, Editing.WordLeft):
		f.pos = f.word(-1)
	case key.Matches(msg, Editing.WordRight):
		f.pos = f.word(+1)
	case key.Matches(msg, Editing.Home):
		f.pos = 0
	case key.Matches(msg, Editing.End):
		f.pos = len(f.value)
	case key.Matches(msg, Editing.Backspace):
		f.delete(f.step(-1), f.pos)
	case key.Matches(msg, Editing.Delete):
		f.delete(f.pos, f.step(+1))
	case key.Matches(msg, Editing.DeleteWord):
		f.delete(f.word(-1), f.pos)
	case key.Matches(msg, Editing.DeleteBefore):
		f.delete(0, f.pos)
	case key.Matches(msg, Editing.DeleteTo):
		f.delete(f.pos, len(f.value))
	case key.Matches(msg, Editing.Complete):
		f.complete()
	case key.Matches(msg, Editing.Older):
		f.remembered(f.recall - 1)
	case key.Matches(msg, Editing.Newer):
		f.remembered(f.recall + 1)
	default:
		return false
	}
	return true
}

// View draws the field in one line, the cursor reversed, scrolled so that the cursor is seen.
func (f *Field) View() string {
	prompt := f.styles.Prompt.Render(f.styles.Marks.Prompt) + " "
	room := max(f.width-ansi.StringWidth(prompt)-1, 1)
	start := f.scroll(room)
	end := start
	for end < len(f.value) && ansi.StringWidth(string(f.value[start:end+1])) <= room {
		end++
	}
	text := func(from, to int) string { return f.styles.Say(string(f.value[from:to])) }
	line := prompt + text(start, min(f.pos, end)) + f.styles.Cursor.Render(" ")
	if f.pos < end {
		next := f.step(+1)
		line = prompt + text(start, f.pos) + f.styles.Cursor.Render(text(f.pos, next)) + text(next, max(next, end))
	}
	return kit.Cut(line, f.width)
}

// scroll returns the first character to show.
func (f *Field) scroll(room int) int {
	start := 0
	for start < f.pos && ansi.StringWidth(string(f.value[start:f.pos])) >= room {
		start++
	}
	return start
}

func (f *Field) insert(typed []rune) {
	clean := []rune(Clean(string(typed)))
	f.cut = len(clean) == FieldLimit && len(typed) > FieldLimit
	if room := FieldLimit - len(f.value); len(clean) > room {
		clean = clean[:max(room, 0)]
		f.cut = true
	}
	head := string(f.value[:f.pos]) + string(clean)
	// A combining mark joins the letter before it, so that ŷ is one character to the cursor too.
	head = compose(head)
	f.value = []rune(head + string(f.value[f.pos:]))
	f.pos = len([]rune(head))
}

func (f *Field) delete(from, to int) {
	f.value = append(f.value[:from:from], f.value[to:]...)
	f.pos = from
	f.cut = false
}

func (f *Field) remembered(i int) {
	if i < 0 || i > len(f.history) || len(f.history) == 0 {
		return
	}
	if f.recall == len(f.history) {
		f.draft = f.Value()
	}
	f.recall = i
	if i == len(f.history) {
		f.SetValue(f.draft)
		return
	}
	f.SetValue(f.history[i])
}

// step returns the position one character to the left or right; combining marks belong to their letter.
func (f *Field) step(by int) int {
	p := f.pos + by
	for p > 0 && p < len(f.value) && combining(f.value[p]) {
		p += by
	}
	return min(max(p, 0), len(f.value))
}

// word returns the position one word to the left or right.
func (f *Field) word(by int) int {
	p := f.pos
	at := func() rune {
		if by < 0 {
			return f.value[p-1]
		}
		return f.value[p]
	}
	more := func() bool { return by < 0 && p > 0 || by > 0 && p < len(f.value) }
	for more() && !wordRune(at()) {
		p += by
	}
	for more() && wordRune(at()) {
		p += by
	}
	return p
}

// Hint says what Tab would do now: the letter for the name before the cursor, or the names that begin so.
func (f *Field) Hint() string {
	name, _ := f.name()
	switch found := completions(name); {
	case len(found) == 0:
		return ""
	case len(found) == 1 || found[0].name == strings.TrimPrefix(name, `\`):
		return "tab: " + f.styles.Say(found[0].text)
	default:
		names := make([]string, len(found))
		for i, c := range found {
			names[i] = c.name
		}
		return strings.Join(names, " ")
	}
}
