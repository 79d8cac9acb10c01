// Package play is the playground on a screen: a formula of one's own, its derivative with the rules, its curve with a tangent
// that moves, a table, and a verdict on two of them.
//
// What is found out is found by tui/notebook; here it is shown, moved and taken down.
package play

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons/journal"
	"chainrule/mathcore/parse"
	"chainrule/tui/kit"
	"chainrule/tui/notebook"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

// A view is what the playground shows above the place to type.
type view uint8

// The views.
const (
	sheet view = iota // what was typed, and what came of it
	plot
	rules
	table
)

// A Screen is the playground.
type Screen struct {
	session *session.Session
	styles  *kit.Styles
	book    *notebook.Notebook
	past    []journal.Tryout // of earlier sittings
	read    bool             // past was read
	first   string           // the formula to begin with

	field   *widget.Field
	head    string       // what stands before := in the field
	preview []parse.Line // how the text in the field can be read
	remark  []string     // said below the field until something is typed
	fault   *notebook.Spot
	sent    string        // the text that was worked on last
	stop    chan struct{} // closed to stop the work that goes on; nil while none does

	view   view
	study  *notebook.Study // what plot and rules are of
	plot   *widget.Plot    // nil where there is none
	rules  *notebook.Rules
	cursor int // in the rules

	pane          *widget.Pane
	follow        bool // the end of the sheet is seen, whatever is added
	width, height int
}

// New returns the playground.
func New(s *session.Session, styles *kit.Styles) *Screen {
	return &Screen{
		session: s, styles: styles, book: notebook.New(s.Course), field: widget.NewField(styles), pane: widget.NewPane(styles),
		follow: true,
	}
}

// Open looks at a formula, once the record was read; without one all stands as it was left.
func (p *Screen) Open(text string) tea.Cmd {
	p.first = text
	if !p.read {
		return nil
	}
	return p.begin()
}

// readMsg brings what was tried out in earlier sittings.
type readMsg struct {
	screen *Screen
	past   []journal.Tryout
}

// foundMsg brings what was found out about a line. Typed tells that it comes from the field, Silent that it is not for the
// sheet.
type foundMsg struct {
	screen        *Screen
	entry         notebook.Entry
	typed, silent bool
}

// Init reads the record, the first time.
func (p *Screen) Init() tea.Cmd {
	if p.read {
		return nil
	}
	return kit.Task("reading your record", func() tea.Msg { return readMsg{p, p.session.Tried()} })
}

// begin looks at the formula that the screen was opened with.
func (p *Screen) begin() tea.Cmd {
	text := p.first
	if p.first = ""; text == "" {
		return nil
	}
	p.field.SetValue(text)
	p.typed()
	return p.enter()
}

// Update takes keys, and what commands bring back.
func (p *Screen) Update(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyMsg:
		cmd = p.onKey(msg)
	case kit.Wheel:
		p.pane.Scroll(msg.Lines)
		p.follow = p.atEnd()
		return nil
	case kit.Restyled: // all is laid out below
	case readMsg:
		if msg.screen != p || p.read {
			return nil
		}
		p.read, p.past = true, msg.past
		for _, t := range msg.past {
			p.field.Remember(t.Text)
		}
		cmd = p.begin()
	case foundMsg:
		if msg.screen != p {
			return nil
		}
		cmd = p.found(msg)
	default:
		return nil
	}
	p.layout()
	return cmd
}

// enter works on what is typed.
func (p *Screen) enter() tea.Cmd {
	text := strings.TrimSpace(p.field.Value())
	if text == "" || p.stop != nil {
		return nil
	}
	p.sent = p.field.Value()
	return p.work(p.book.Type(text), true, false)
}

// work finds out about a line in a command that can be stopped.
func (p *Screen) work(line notebook.Line, typed, silent bool) tea.Cmd {
	done := make(chan struct{})
	p.stop = done
	p.remark, p.fault = nil, nil
	return kit.Task("working on your formula", func() tea.Msg {
		return foundMsg{p, line.Find(done), typed, silent}
	})
}

// found takes what was found out about a line.
func (p *Screen) found(msg foundMsg) tea.Cmd {
	p.stop = nil
	e := msg.entry
	if e.Kind == notebook.Unreadable || e.Kind == notebook.Stopped {
		p.remark, p.fault = e.Said, e.Fault
		return nil
	}
	if msg.silent {
		p.book.Replace(e)
	} else {
		p.book.Take(e)
	}
	if msg.typed {
		p.field.Remember(p.sent)
		p.field.SetValue("")
		p.typed()
	}
	p.taken()
	var cmd tea.Cmd
	switch e.Kind {
	case notebook.Setting:
		p.remark = e.Said
	case notebook.Formula, notebook.Comparison, notebook.Declared:
		if !msg.silent {
			cmd = kit.Keep(p.session.Try(e.Typed, strings.Join(e.Said, "\n")))
			if p.view != plot {
				p.view = sheet
			}
		}
	case notebook.Helped, notebook.Unreadable, notebook.Stopped:
	}
	p.follow = true
	return cmd
}

// atEnd reports whether the end of the text is seen.
func (p *Screen) atEnd() bool {
	if !p.pane.Scroll(1) {
		return true
	}
	p.pane.Scroll(-1)
	return false
}

// taken makes plot and rules anew where another formula is looked at.
func (p *Screen) taken() {
	study := p.book.Study()
	if x, ok := p.book.At(); ok && p.plot != nil && study == p.study {
		p.plot.MoveTo(x)
	}
	if study == p.study {
		return
	}
	before := p.plot
	p.study, p.plot, p.rules, p.cursor = study, nil, nil, 0
	if study == nil {
		p.view = sheet
		return
	}
	p.rules = study.RulesOf()
	if study.Picture != nil {
		p.plot = study.Picture.Plot(p.styles)
		if before != nil && before.Var == p.plot.Var && before.X > p.plot.From && before.X < p.plot.To {
			p.plot.MoveTo(before.X)
		}
		if x, ok := p.book.At(); ok {
			p.plot.MoveTo(x)
		}
	}
}

// typed reads what is in the field, for the preview.
func (p *Screen) typed() {
	p.head, p.preview = "", nil
	p.remark, p.fault = nil, nil
	if text := p.field.Value(); text != "" {
		p.head, p.preview = p.book.Read(text)
	}
}

// markdown writes what was tried out in this sitting.
func (p *Screen) markdown() string {
	return notebook.Markdown(p.book.Entries())
}

func (p *Screen) onKey(msg tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(msg, Keys.Back):
		p.halt()
		return kit.Go(kit.Home, "")
	case key.Matches(msg, Keys.Stop):
		p.halt()
	case key.Matches(msg, Keys.Plot):
		p.turn(plot, p.study != nil)
	case key.Matches(msg, Keys.Rules):
		p.turn(rules, p.rules != nil)
	case key.Matches(msg, Keys.Table):
		p.turn(table, p.plot != nil)
	case key.Matches(msg, Keys.Letter):
		return p.nextLetter()
	case key.Matches(msg, Keys.Copy):
		if len(p.book.Entries()) > 0 {
			text := p.markdown()
			return func() tea.Msg { return kit.Copy{Text: text, What: "This sheet, as Markdown,"} }
		}
	case p.field.Empty() && p.view == rules && p.inRules(msg):
	case key.Matches(msg, Keys.Look):
		return p.enter()
	case p.moves() && p.inPlot(msg):
	case p.moves() && key.Matches(msg, Keys.Closer):
		return p.zoom(1. / 2)
	case p.moves() && key.Matches(msg, Keys.Wider):
		return p.zoom(2)
	case p.pane.Update(msg):
		p.follow = p.atEnd()
	default:
		if before := p.field.Value(); p.field.Update(msg) && p.field.Value() != before {
			p.typed()
		}
	}
	return nil
}

// halt stops the work that goes on.
func (p *Screen) halt() {
	if p.stop != nil {
		close(p.stop)
		p.stop = nil
	}
}

// turn shows a view, and the sheet where it is shown already.
func (p *Screen) turn(to view, can bool) {
	switch {
	case p.view == to:
		p.view = sheet
	case can:
		p.view = to
	}
	p.follow = p.view == sheet
	p.pane.ShowTop()
}

// nextLetter differentiates and draws by the next letter of the formula.
func (p *Screen) nextLetter() tea.Cmd {
	next := p.study.Next()
	if next == nil || p.stop != nil {
		return nil
	}
	line, ok := p.book.Again(next)
	if !ok {
		return nil
	}
	return p.work(line, false, true)
}

// SetSize lays everything out anew if the size is another.
func (p *Screen) SetSize(width, height int) {
	if width != p.width || height != p.height {
		p.width, p.height = width, height
		p.layout()
	}
}

// declaredNames lists what the letters stand for, for the head.
func (p *Screen) declaredNames() string {
	names := p.book.Names()
	if len(names) == 0 {
		return ""
	}
	return "declared: " + strings.Join(slices.Compact(names), ", ")
}
