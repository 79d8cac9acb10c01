// Package widget holds the parts that screens are made of: the answer field, formulas, plots, text that scrolls, lists
// of steps, progress.
//
// Widgets take method calls and report by return value. They know no lessons, ask no questions and go nowhere.
package widget

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

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
	Complete:     kit.Bind("tab", `name to letter: \sig, theta`, "tab"),
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
	recall  int            // index in history, len(history) when what is typed now is shown
	edited  map[int]string // what was typed at places in the history that were left since, by their index
	cut     bool           // the last text put in was longer than there was room for
	offered bool           // the text goes when something is typed
	cycle   cycle          // what Tab offers in turn, until another key is pressed
	behind  []string       // the lines that were pasted behind the one in the field
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
	f.value, f.pos, f.offered, f.cycle = nil, 0, false, cycle{}
	f.insert([]rune(text))
}

// Offer puts in a text that the next character typed replaces; any other key keeps it, to be mended.
func (f *Field) Offer(text string) {
	f.SetValue(text)
	f.offered = text != ""
}

// Offered reports whether typing would replace the text.
func (f *Field) Offered() bool { return f.offered }

// Update takes a key, and reports whether it meant anything to the field.
func (f *Field) Update(msg tea.KeyMsg) bool {
	if msg.Type == tea.KeyRunes && !msg.Alt || msg.Type == tea.KeySpace {
		if f.offered {
			f.SetValue("")
		}
		f.cycle = cycle{}
		if msg.Paste {
			f.paste(string(msg.Runes))
			return true
		}
		f.insert(msg.Runes)
		return true
	}
	taken := f.edit(msg)
	if taken {
		f.offered = false
	}
	if f.Empty() {
		f.behind = nil // who deletes the line does not want the others
	}
	return taken
}

// edit takes a key that types no character, and reports whether it meant anything to the field.
func (f *Field) edit(msg tea.KeyMsg) bool {
	if key.Matches(msg, Editing.Complete) {
		f.complete()
		return true
	}
	f.cycle = cycle{}
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
	case key.Matches(msg, Editing.Older):
		f.remembered(f.older())
	case key.Matches(msg, Editing.Newer):
		f.remembered(f.recall + 1)
	default:
		return false
	}
	return true
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

// Bindings lists the keys that change or move something now.
func (f *Field) Bindings() []key.Binding {
	before, after := f.pos > 0, f.pos < len(f.value)
	return []key.Binding{
		kit.If(f.completes(), Editing.Complete), kit.If(f.remembers(f.older()), Editing.Older), kit.If(f.remembers(f.recall+1), Editing.Newer),
		kit.If(before, Editing.Left), kit.If(after, Editing.Right), kit.If(before, Editing.WordLeft), kit.If(after, Editing.WordRight),
		kit.If(before, Editing.Home), kit.If(after, Editing.End),
		kit.If(before, Editing.Backspace), kit.If(after, Editing.Delete), kit.If(before, Editing.DeleteWord),
		kit.If(before, Editing.DeleteBefore), kit.If(after, Editing.DeleteTo),
	}
}
