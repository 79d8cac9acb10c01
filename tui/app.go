// Package tui is the application in the terminal: the root model, the stack of screens, and Run.
//
// The root answers sizes, navigation, notices and the keys that work everywhere; all else belongs to the screens. It
// knows nothing of questions and draws nothing but the frame: footer, page of keys, and a word when the window is small.
package tui

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/tui/kit"
)

// Smallest window in which the screens are drawn; below it there is a polite word only.
const (
	leastWidth  = 60
	leastHeight = 20
)

// Size assumed until the terminal has told its own, or when it tells none.
const (
	usualWidth  = 80
	usualHeight = 24
)

// A Maker builds the screen of a place.
type Maker func(id string) (kit.Screen, error)

// An App is the root model. Screens once made are kept, so that coming back finds everything as it was left.
type App struct {
	styles        *kit.Styles
	makers        map[kit.Kind]Maker
	log           *logger
	stack         []kit.Screen
	kept          map[kit.Place]kit.Screen
	width, height int
	notice        string
	early         []tea.KeyMsg // typed while the screen on top was being made ready
	broken        kit.Screen   // it was on top when something broke, so that it may never be ready
	keysOpen      bool
	keysTop       int
	first         kit.Place // where Init goes

	// Begin is done at the beginning, when the terminal is ready, and Resume when
	// it goes on.
	Begin, Resume tea.Cmd
	// Mouse tells that the terminal reports the mouse.
	Mouse bool

	// Cursor is told, when it is set, where each picture wants the terminal's own cursor, if anywhere.
	Cursor func(column, line int, shown bool)

	// Copy returns the command that puts a text on the clipboard. It is nil where the terminal cannot be asked to.
	Copy func(text string) tea.Cmd

	// Unsaved tells, when it is set, whether work is not being saved; then the footer says so on every screen.
	Unsaved func() bool
	// Saving tells, when it is set, whether something is still on its way to the disk.
	Saving func() bool
}

// NewApp returns an app that begins at a place.
func NewApp(s *kit.Styles, makers map[kit.Kind]Maker, first kit.Place) *App {
	return &App{
		styles: s, makers: makers, kept: map[kit.Place]kit.Screen{}, width: usualWidth, height: usualHeight, first: first,
	}
}

// Init opens the first screen.
func (a *App) Init() tea.Cmd {
	if a.Begin == nil {
		return a.open(a.first)
	}
	return tea.Batch(a.open(a.first), a.Begin)
}

// Update answers what concerns the whole and forwards the rest.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	a.log.message(msg, a.stack)
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		if msg.Width > 0 && msg.Height > 0 {
			a.width, a.height = msg.Width, msg.Height
		}
	case kit.Goto:
		cmd = a.open(msg.Place)
	case kit.Back:
		cmd = a.back()
	case kit.Notice:
		a.notice = msg.Text
	case kit.Copy:
		cmd = a.copy(msg)
	case kit.Saved: // the footer is drawn again without its mark
	case kit.Failed:
		a.log.failed(msg)
		a.notice = "Something broke while " + msg.Doing + ". Your work is kept; try again."
		a.early, a.broken = nil, a.atop()
	case kit.Background:
		cmd = a.restyle(msg)
	case tea.ResumeMsg:
		cmd = a.Resume
	case tea.MouseMsg:
		cmd = a.onMouse(msg)
	case tea.KeyMsg:
		a.notice = ""
		cmd = a.onKey(msg)
	default:
		cmd = a.forward(msg)
	}
	a.layout()
	return a, tea.Batch(cmd, a.handOn())
}

// onKey asks in order: the keys that work everywhere, the open page of keys, the screen on top.
func (a *App) onKey(msg tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(msg, kit.Global.Quit):
		return tea.Quit
	case key.Matches(msg, kit.Global.Suspend):
		return tea.Suspend
	case key.Matches(msg, kit.Global.Redraw):
		return tea.ClearScreen
	case a.asksForKeys(msg):
		a.keysOpen, a.keysTop = !a.keysOpen, 0
		return nil
	case a.keysOpen:
		a.onKeysKey(msg)
		return nil
	case len(a.stack) == 0:
		return nil
	case a.preparing() && msg.Type != tea.KeyEsc:
		if len(a.early) < mostEarly {
			a.early = append(a.early, msg)
		}
		return nil
	case key.Matches(msg, kit.Global.Card):
		return a.card()
	}
	a.early = nil
	return a.top().Update(msg)
}

// mostEarly is how many keys are kept while a screen is being made ready: more than anybody types in that time.
const mostEarly = 1000

// preparing reports whether the screen on top is being made ready.
func (a *App) preparing() bool {
	p, ok := a.atop().(kit.Preparing)
	return ok && a.atop() != a.broken && p.Preparing()
}

// handOn gives what was typed early to the screen that is ready now.
func (a *App) handOn() tea.Cmd {
	var cmds []tea.Cmd
	for len(a.early) > 0 && len(a.stack) > 0 && !a.preparing() {
		first, rest := a.early[0], a.early[1:]
		cmds = append(cmds, a.onKey(first))
		a.early = rest
		a.layout()
	}
	return tea.Batch(cmds...)
}

// copy asks the terminal to take a text. What became of it is not told.
func (a *App) copy(msg kit.Copy) tea.Cmd {
	if a.Copy == nil {
		a.notice = "This terminal has no clipboard to copy to."
		return nil
	}
	a.notice = msg.What + " is sent to the clipboard, if your terminal lets programs write to it."
	return a.Copy(msg.Text)
}

// wheelLines is how far one notch of the wheel goes.
const wheelLines = 3

// onMouse knows the wheel alone: it moves what is read, and never what is typed or chosen.
func (a *App) onMouse(msg tea.MouseMsg) tea.Cmd {
	lines := 0
	switch msg.Button {
	case tea.MouseButtonWheelUp:
		lines = -wheelLines
	case tea.MouseButtonWheelDown:
		lines = wheelLines
	}
	switch {
	case lines == 0 || len(a.stack) == 0:
		return nil
	case a.keysOpen:
		a.keysTop = max(a.keysTop+lines, 0)
		return nil
	}
	return a.top().Update(kit.Wheel{Lines: lines})
}

// restyle takes what the terminal answered about its background. All screens lay out again, those that are kept out of
// sight, too.
func (a *App) restyle(b kit.Background) tea.Cmd {
	if b == a.styles.Look.Background {
		return nil
	}
	a.styles.SetBackground(b)
	cmds := make([]tea.Cmd, 0, len(a.kept))
	for _, s := range a.kept {
		cmds = append(cmds, s.Update(kit.Restyled{}))
	}
	return tea.Batch(cmds...)
}

// forward gives a message to all screens on the stack: each knows its own answers.
func (a *App) forward(msg tea.Msg) tea.Cmd {
	cmds := make([]tea.Cmd, 0, len(a.stack))
	for _, s := range a.stack {
		cmds = append(cmds, s.Update(msg))
	}
	return tea.Batch(cmds...)
}

func (a *App) top() kit.Screen { return a.stack[len(a.stack)-1] }

// atop is the screen on top, nil where there is none.
func (a *App) atop() kit.Screen {
	if len(a.stack) == 0 {
		return nil
	}
	return a.top()
}

// open puts the screen of a place on top; a screen that is on the stack already is returned to.
func (a *App) open(p kit.Place) tea.Cmd {
	screen, ok := a.kept[p]
	if !ok {
		maker, known := a.makers[p.Kind]
		if !known {
			a.notice = "There is no place called " + string(p.Kind) + "."
			return nil
		}
		made, err := maker(p.ID)
		if err != nil {
			a.notice = err.Error()
			return nil
		}
		screen = made
		a.kept[p] = made
	}
	for i, s := range a.stack {
		if s == screen {
			a.stack = a.stack[:i]
			break
		}
	}
	a.stack = append(a.stack, screen)
	a.layout()
	cmd := screen.Init()
	if o, ok := screen.(kit.Opener); ok {
		cmd = tea.Batch(cmd, o.Open(p.ID))
	}
	return cmd
}

// onCard reports whether the card is on top.
func (a *App) onCard() bool {
	for p, s := range a.kept {
		if p.Kind == kit.Card && s == a.top() {
			return true
		}
	}
	return false
}

// card opens the card of the lesson on top, and leads back from it.
func (a *App) card() tea.Cmd {
	if a.onCard() {
		return a.back()
	}
	if a.unaided() {
		return kit.Tell("The card stays closed here, where you show what you know.")
	}
	lesson := ""
	if in, ok := a.top().(kit.Inside); ok {
		lesson = in.Inside()
	}
	return a.open(kit.Place{Kind: kit.Card, ID: lesson})
}

// unaided reports whether nothing may be opened that helps.
func (a *App) unaided() bool {
	u, ok := a.top().(kit.Unaided)
	return ok && u.Unaided()
}

// back returns to the screen below, and from the lowest one to the map.
func (a *App) back() tea.Cmd {
	if len(a.stack) < 2 {
		a.stack = nil
		return a.open(kit.Place{Kind: kit.Home})
	}
	a.stack = a.stack[:len(a.stack)-1]
	a.layout()
	return a.top().Init()
}

// layout is the only place where sizes come from: the footer takes one line, the screen on top the others.
func (a *App) layout() {
	if len(a.stack) > 0 {
		a.top().SetSize(max(a.width, leastWidth), max(a.height, leastHeight)-1)
	}
}

// View draws the screen on top and the footer, in exactly the lines of the window.
func (a *App) View() string {
	var view string
	switch {
	case len(a.stack) == 0:
		view = kit.Fit(nil, a.width, a.height)
	case a.width < leastWidth || a.height < leastHeight:
		view = kit.Fit(a.tooSmall(), a.width, a.height)
	case a.keysOpen:
		view = kit.Fit(a.keysPage(), a.width, a.height-1) + "\n" + a.keysFooter()
	default:
		view = a.footed(a.top().View())
	}
	if a.styles.Look.ASCII {
		view = strings.ReplaceAll(view, "…", "~")
	}
	if a.Cursor != nil {
		a.Cursor(kit.CursorIn(view))
	}
	return view
}
