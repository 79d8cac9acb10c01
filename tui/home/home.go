// Package home is the course map: the lessons, how far each is, and where to go on.
//
// It opens lessons and nothing else; what is inside a lesson it does not know.
package home

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

// A Map is the screen of the course.
type Map struct {
	session       *session.Session
	styles        *kit.Styles
	rows          []session.Progress // of each lesson
	current       int                // the lesson to go on with
	offer         session.Offer      // of finding out where to begin
	texts         []text             // of the lessons, as far as they were looked at
	cursor        int
	seen          bool // the record was read once
	about         *widget.Pane
	textWidth     int      // columns of it
	picture       []string // of the lesson pointed at
	width, height int
}

// A text is a lesson that was read to tell about it, or why it could not be; neither before it was looked at.
type text struct {
	lesson *lessons.Lesson
	err    error
}

func (t *text) known() bool { return t.lesson != nil || t.err != nil }

func textOf(e *lessons.Entry) text {
	l, err := e.Lesson()
	return text{l, err}
}

// New returns the course map.
func New(s *session.Session, styles *kit.Styles) *Map {
	m := &Map{session: s, styles: styles, texts: make([]text, len(s.Course.Lessons)), about: widget.NewPane(styles)}
	for _, l := range s.Course.Lessons {
		m.rows = append(m.rows, session.NoProgress(l))
	}
	return m
}

// readMsg brings what the record says.
type readMsg struct {
	home    *Map
	rows    []session.Progress
	current int
	offer   session.Offer
	text    text // of the current lesson
	notices []string
}

// textMsg brings a lesson that was pointed at.
type textMsg struct {
	home *Map
	at   int
	text text
}

// Init reads the record, each time the map is shown.
func (m *Map) Init() tea.Cmd {
	return kit.Task("reading your record", func() tea.Msg {
		rows, current := m.session.Overview()
		msg := readMsg{home: m, rows: rows, current: current, offer: m.session.Offers(), notices: m.session.Notices()}
		if len(rows) > 0 {
			msg.text = textOf(m.session.Course.Lessons[current])
		}
		return msg
	})
}

// Update takes keys and what the record says.
func (m *Map) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return m.onKey(msg)
	case kit.Wheel:
		m.about.Scroll(msg.Lines)
	case kit.Restyled:
		m.layout()
	case readMsg:
		if msg.home != m {
			return nil
		}
		m.rows, m.current, m.offer, m.seen = msg.rows, msg.current, msg.offer, true
		if len(m.texts) > 0 {
			m.texts[msg.current] = msg.text
		}
		m.selectLesson(msg.current)
		if len(msg.notices) > 0 {
			return kit.Tell(strings.Join(msg.notices, " "))
		}
	case textMsg:
		if msg.home == m {
			m.texts[msg.at] = msg.text
			m.layout()
		}
	}
	return nil
}

// Preparing reports whether the record is being read.
func (m *Map) Preparing() bool { return !m.seen && len(m.session.Course.Lessons) > 0 }

func (m *Map) onKey(msg tea.KeyMsg) tea.Cmd {
	n := len(m.rows)
	switch {
	case n == 0:
		return nil
	case key.Matches(msg, Keys.Up):
		return m.selectLesson(max(m.cursor-1, 0))
	case key.Matches(msg, Keys.Down):
		return m.selectLesson(min(m.cursor+1, n-1))
	case key.Matches(msg, Keys.First):
		return m.selectLesson(0)
	case key.Matches(msg, Keys.Last):
		return m.selectLesson(n - 1)
	case key.Matches(msg, Keys.Open):
		return m.open(m.entry())
	case key.Matches(msg, Keys.Page) && m.rows[m.cursor].Finished():
		return kit.Go(kit.Finish, m.entry().ID)
	case key.Matches(msg, Keys.Review):
		return kit.Go(kit.Review, "")
	case key.Matches(msg, Keys.Practice):
		return kit.Go(kit.Practice, "")
	case key.Matches(msg, Keys.Record):
		return kit.Go(kit.Record, "")
	case key.Matches(msg, Keys.Play):
		return kit.Go(kit.Play, "")
	case key.Matches(msg, Keys.Find):
		return kit.Go(kit.Find, "")
	case key.Matches(msg, Keys.Place):
		return kit.Go(kit.Placing, "")
	case key.Matches(msg, Keys.Pass) && m.canPass():
		return kit.Go(kit.Placing, m.entry().ID)
	case key.Matches(msg, Keys.Exam):
		return kit.Go(kit.Exam, "")
	case key.Matches(msg, Keys.Decline) && m.offer == session.FirstOffer:
		m.offer = session.NoOffer
		return tea.Batch(kit.Keep(m.session.Decline()), kit.Tell("You can still find your place later, by the key "+Keys.Place.Help().Key+"."))
	case key.Matches(msg, Keys.Quit):
		return tea.Quit
	default:
		m.about.Update(msg)
	}
	return nil
}

// canPass reports whether the lesson pointed at may be passed over, if its questions are answered.
func (m *Map) canPass() bool {
	return len(m.rows) > 0 && session.CanPass(m.entry(), &m.rows[m.cursor])
}

// selectLesson goes to a lesson and tells about it from the beginning, once it has been read.
func (m *Map) selectLesson(at int) tea.Cmd {
	m.cursor = at
	m.about.ShowTop()
	m.layout()
	if len(m.texts) == 0 || m.texts[at].known() {
		return nil
	}
	e := m.entry()
	return kit.Task("reading the lesson", func() tea.Msg { return textMsg{m, at, textOf(e)} })
}

// open goes to a lesson that can be read, and says what is wrong with one that can't.
func (m *Map) open(e *lessons.Entry) tea.Cmd {
	return kit.Task("opening the lesson", func() tea.Msg {
		if _, err := e.Lesson(); err != nil {
			first, _, _ := strings.Cut(err.Error(), "\n")
			return kit.Notice{Text: "This lesson cannot be opened: " + first}
		}
		return kit.Goto{Place: kit.Place{Kind: kit.Lesson, ID: e.ID}}
	})
}

func (m *Map) entry() *lessons.Entry { return m.session.Course.Lessons[m.cursor] }

// SetSize sets the room there is.
func (m *Map) SetSize(width, height int) {
	m.width, m.height = width, height
	m.layout()
}

// aboutLines is how many lines the text about a lesson gets before the list of lessons gets any more.
const aboutLines = 4

// layout gives the list its room, the picture of the lesson pointed at what is free beside or below the text about it, and that
// the rest.
func (m *Map) layout() {
	width, room := m.width-2*kit.Margin(m.width), m.height-m.headLines()
	l := m.pictured()
	if m.width >= besideLeast {
		m.picture = m.emblem(l, listWidth, room-m.listRoom()-2)
		width = min(width-listWidth-4, prose.Measure)
		room -= 2
	} else {
		room -= m.listRoom() + 2
		text := min(width, prose.Measure)
		if least := emblemWidth + emblemGap; text > width-least {
			text = width - least
		}
		if m.picture = m.emblem(l, width-text-emblemGap, room); m.picture != nil {
			width = text
		}
		width = min(width, prose.Measure)
	}
	m.textWidth = width
	m.about.SetSize(width, room)
	m.about.SetLines(m.tell(width))
}

// listRoom is how many lessons are seen at a time.
func (m *Map) listRoom() int {
	room := m.height - m.headLines()
	if m.width < besideLeast {
		room = max(room-aboutLines-2, min(room, 3))
	}
	return max(min(room, len(m.rows)), 0)
}

const (
	listWidth   = 80
	besideLeast = 140 // columns from which the text stands beside the list
)

// View draws the map: the lessons, and what the one pointed at is about.
func (m *Map) View() string {
	if m.width == 0 {
		return ""
	}
	s := m.styles
	margin := kit.Margin(m.width)
	width := m.width - 2*margin
	head := []string{
		kit.Between(s.Title.Render("chainrule")+"  "+s.Say(m.session.Course.Title), m.total(), width), m.told(width), m.offered(width),
	}
	lines := append(head, make([]string, m.headLines()-len(head))...)
	lines = append(lines, m.body(width)...)
	for i, l := range lines {
		if l != "" && margin > 0 {
			lines[i] = strings.Repeat(" ", margin) + l
		}
	}
	return kit.Fit(lines, m.width, m.height)
}

// body sets the list, the picture and the text beside or below each other.
func (m *Map) body(width int) []string {
	const gap = 4
	if m.width >= besideLeast {
		left := slices.Concat(m.list(listWidth), []string{"", ""}, m.picture)
		right := append([]string{m.edge(m.textWidth), ""}, m.about.View()...)
		return kit.Beside(left, listWidth, gap, right)
	}
	list := append(m.list(width), "", m.edge(width))
	text := m.about.View()
	if m.picture != nil {
		text = kit.Beside(text, m.textWidth, emblemGap, m.picture)
	}
	return append(list, text...)
}
