// Package kit holds what all screens share: the Screen interface, the messages between screens and the root, key sets,
// styles, and how a picture is cut to size.
//
// It knows neither lessons nor mathematics, and it draws no widget.
package kit

import (
	"github.com/charmbracelet/bubbles/help"
	tea "github.com/charmbracelet/bubbletea"
)

// A Screen is what the learner looks at. Screens are pointers and change themselves; only the root is a tea.Model.
type Screen interface {
	// Init is called each time the screen comes to the top.
	Init() tea.Cmd
	Update(msg tea.Msg) tea.Cmd
	// View has exactly the lines and at most the columns of the last SetSize.
	View() string
	// SetSize is called by the root's layout only.
	SetSize(width, height int)
	// ShortHelp is what the footer shows, FullHelp what the page of keys shows.
	help.KeyMap
}

// A Typist is a screen with a place to type in. Typing reports whether something is typed there: a question mark belongs to it
// then, and else asks for the keys.
type Typist interface{ Typing() bool }

// An Unaided screen can be one on which the learner shows what they know: then nothing is opened that helps.
type Unaided interface{ Unaided() bool }

// A Preparing screen can be one that is still being made ready. Preparing reports whether it is: the root keeps what is typed
// meanwhile and hands it on when it is not, as nothing of it may be lost.
type Preparing interface{ Preparing() bool }

// A Kind is a kind of place; there is one maker of screens for each.
type Kind string

// The kinds of places.
const (
	Home   Kind = "home"
	Lesson Kind = "lesson"
	Record Kind = "record" // the ID is that of a screen whose finished derivation is shown; the whole record if empty
	Finish Kind = "finish" // the page at the end of a lesson, by its ID
	// Review asks ten tasks. Practice asks until there is nothing new: its ID is that of a skill, or stands for a slip; without
	// one there is a list to choose from.
	Review   Kind = "review"
	Practice Kind = "practice"
	Card     Kind = "card" // the card of the lesson of its ID, or of the one that the learner is in
	Find     Kind = "find"
	Play     Kind = "play"  // the playground, with the formula of its ID, if there is one
	Placing  Kind = "place" // questions that find out where to begin; the ID is that of a lesson which they may pass over
	Exam     Kind = "exam"
)

// An Opener is a screen that stands for several places: it is told each time by which of them somebody came.
type Opener interface {
	Open(id string) tea.Cmd
}

// An Inside is a screen that belongs to a lesson, whose ID it tells; it is empty while it belongs to none.
type Inside interface {
	Inside() (lesson string)
}

// A Place says where to go. ID means something to the maker of its Kind, a lesson's ID for instance.
type Place struct {
	Kind Kind
	ID   string
}

// Goto asks the root to put the screen of a place on top.
type Goto struct{ Place }

// Back asks the root to return to the screen below.
type Back struct{}

// Notice asks the root to say something in the footer until the next key.
type Notice struct{ Text string }

// Copy asks the root to put a text on the clipboard; What is what it is, for the word about it.
type Copy struct{ Text, What string }

// Saved tells that what was done is on the disk.
type Saved struct{}

// Failed tells the root that a command broke; what it was doing comes first.
type Failed struct {
	Doing string
	Err   error
	Stack string
}

// Wheel gives the turning of the wheel to the screen on top: how many lines its text moves, down if they are positive.
type Wheel struct{ Lines int }

// Restyled tells every screen that the styles are others, so that what it has laid out is out of date.
type Restyled struct{}

// Go returns the command that goes to a place.
func Go(kind Kind, id string) tea.Cmd {
	return func() tea.Msg { return Goto{Place{kind, id}} }
}

// Tell returns the command that says something in the footer.
func Tell(text string) tea.Cmd { return func() tea.Msg { return Notice{text} } }
