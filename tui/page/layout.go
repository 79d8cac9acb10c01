package page

import (
	"slices"

	"chainrule/tui/ask"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
	"chainrule/tui/widget"
)

// Layout. Rows go first to the place to answer, then to what is to be done, to what was said, to the figure, to the text,
// which scrolls. In a wide window the figure stands at the right of all; in others above the task, or beside the text.
const (
	gap         = 3
	textWidth   = 84
	figureWidth = 112
	listWidth   = 34
	roomyList   = 40 // of the list, where the text does not need the columns

	besideLeast = 76 // columns from which text and figure stand side by side
	smallHeight = 22 // lines, without the footer, below which a window is small

	fewRows  = 5 // rows of curve that any figure has
	goodRows = 8 // rows of curve that it has where the window is not small

	answerLines = 3 // of the place to answer, without a preview: rule, field, remark
	leastText   = 4 // lines for text and words before a preview keeps any
)

// A size is how much room the figure takes.
type size uint8

// The sizes. A figure that fits is folded to one line by itself where a small window needs the room.
const (
	fitting size = iota
	large
	folded
)

// An arrangement says where everything goes for one size of the window and one state.
type arrangement struct {
	margin, text         int // columns: blank ones on the left, those of the text
	rows                 int // lines of the pane
	before, fixed, after []string
	bare                 bool      // others tell that there is more text
	focus                ask.Range // what should be seen of the scrolling lines; from -1 where there are none
	words                int       // where the words in the focus begin
	choice               int       // the end of those to choose from, which begin with it
	beside               []string  // at the right of the pane
	figure               []string  // in the place of the pane
	below                []string  // the task, where it does not stand in the pane, and the place to answer
	edge                 int       // which line of below is the rule, -1 if none
	side                 []string  // at the right of all
	pictured             bool      // the figure is seen
	hintsAside           bool      // the hints stand at the right of all
}

func (p *Page) wide() bool { return p.width >= kit.Wide }

// inner is how many columns there are between the margins.
func (p *Page) inner() int { return p.width - 2*kit.Margin(p.width) }

// small reports whether the window is so small that not everything can be seen at a time.
func (p *Page) small() bool { return p.width < besideLeast || p.height < smallHeight }

// arrange chooses an arrangement.
func (p *Page) arrange() arrangement {
	a := p.arrangeInside()
	a.margin = kit.Margin(p.width)
	return a
}

func (p *Page) arrangeInside() arrangement {
	fig := p.plot()
	room := p.height - len(p.content.Head)
	if fig != nil && p.size == large {
		return p.enlarged(fig, room)
	}
	if p.wide() {
		return p.columns(fig, room)
	}
	switch {
	case fig == nil, p.content.Opening:
		return p.page(p.inner(), room, nil, false)
	case p.isFolded():
		return p.page(p.inner(), room, []string{p.styles.Muted.Render(p.styles.Say(Keys.Plot.Help().Key + " shows the plot."))}, false)
	case p.width >= besideLeast && !p.fits(fig, room):
		return p.sideBySide(fig, room)
	}
	return p.stack(fig, room)
}

// isFolded reports whether a line stands for the figure: a small window shows it on arrival, and then has no room for it.
func (p *Page) isFolded() bool {
	q := p.content.Question
	return p.size == folded || p.small() && q != nil && (q.Started() || p.scrolled)
}

// fits reports whether text, figure and place to answer can be seen at a time, one below the other.
func (p *Page) fits(fig *widget.Plot, room int) bool {
	lines := len(p.prose(p.inner())) + 1 + fig.Need(p.inner(), goodRows, p.styles)
	if q := p.content.Question; q != nil {
		if q.Runs() {
			return false // much is told of a run
		}
		lines += len(q.Task(p.inner())) + 1 + answerLines
		if q.TypesFormula() {
			lines++
		}
	}
	return lines <= room
}

// page is the text alone, as on a page: the place to answer follows it, and stays at the foot once the page is full.
// Notes are lines that are always seen above the task; the hints may stand elsewhere.
func (p *Page) page(width, room int, notes []string, hintsAside bool) arrangement {
	all := room
	a := arrangement{text: width, edge: -1, before: p.prose(width), hintsAside: hintsAside}
	q := p.content.Question
	if q == nil {
		a.below, a.rows = p.answerArea(width, ask.Preview{}), len(a.before)
		a.rows = max(min(a.rows, room-len(a.below)), 1)
		return a
	}
	task := slices.Concat(notes, q.Task(width))
	free := room - len(task) - 1 - answerLines - leastText
	a.below, a.edge, a.bare = p.answerArea(width, previewIn(free)), 0, true
	room -= len(a.below)
	if len(task) > room-leastText { // it is so long that it scrolls with the text
		a.before = joinBlocks(a.before, task)
		task = nil
	}
	a.fixed = task
	if len(task) > 0 && len(a.before) > 0 {
		a.fixed = slices.Concat([]string{""}, task)
	}
	a.work(q.Work(width, a.room(room-len(a.fixed), all)))
	a.rows = max(min(a.lines()+1, room), 1)
	return a
}

// columns sets the hints and the figure, or the list of screens, beside everything else.
func (p *Page) columns(fig *widget.Plot, room int) arrangement {
	text := min(p.inner()-gap-listWidth, max(p.inner()-gap-roomyList, prose.Measure+2), textWidth)
	if fig != nil {
		text = min(max(p.width*45/100, 54), textWidth)
	}
	side := min(p.inner()-text-gap, figureWidth)
	const few = 6 // screens that are worth listing
	least := few
	if fig != nil {
		least = fig.Need(side, goodRows, p.styles)
	}
	card := p.hintCard(side, room-least)
	a := p.page(text, room, nil, card != nil)
	room -= len(card)
	if fig == nil {
		a.side = slices.Concat(card, p.content.beside(side, room))
		return a
	}
	a.side, a.pictured = slices.Concat(card, fig.Lines(side, room, p.styles)), true
	room += len(card)
	if rest := room - len(a.side) - 1; rest >= few {
		a.side = slices.Concat(a.side, []string{""}, p.content.beside(side, rest))
	}
	return a
}

// hintCard is the hints so far, with a blank line below, where they take no more than so many lines.
func (p *Page) hintCard(width, most int) []string {
	q := p.content.Question
	if q == nil {
		return nil
	}
	card := q.HintCard(width)
	if card == nil || len(card)+1 > most {
		return nil
	}
	return append(card, "")
}

// enlarged shows the figure in the place of the text.
func (p *Page) enlarged(fig *widget.Plot, room int) arrangement {
	a := arrangement{text: p.inner(), edge: -1, pictured: true}
	if q := p.content.Question; q != nil {
		a.below, a.edge = p.answerArea(a.text, ask.Preview{Most: 1}), 0
		if !q.Finished() {
			task := q.Task(a.text)
			a.below, a.edge = slices.Concat(task, a.below), len(task)
		}
	}
	a.figure = fig.Lines(a.text, max(room-len(a.below), 1), p.styles)
	return a
}

// stack sets the figure between text and task.
func (p *Page) stack(fig *widget.Plot, room int) arrangement {
	width := p.inner()
	all, few, good := room, fig.Need(width, fewRows, p.styles), fig.Need(width, goodRows, p.styles)
	a := arrangement{text: width, edge: -1, before: p.prose(width), pictured: true, bare: true}
	q := p.content.Question
	if q == nil {
		a.below = p.answerArea(width, ask.Preview{})
		room -= len(a.below) + 1
		high := max(room-len(a.before), min(good, room*3/5), few)
		a.fixed = joinBlocks([]string{""}, fig.Lines(width, min(high, room-1), p.styles))
		a.rows = max(min(a.lines(), room+1), 1)
		return a
	}
	target := good
	if p.small() {
		target = few
	}
	task := q.Task(width)
	seams := 2 // blank lines above the figure and above the task
	if p.small() || q.Started() {
		seams = 1
	}
	free := room - len(task) - seams - answerLines - target - 1
	if !q.Started() {
		free -= leastText // it is read before anything is typed
	}
	a.below, a.edge = p.answerArea(width, previewIn(free)), 0
	room -= len(a.below)
	avail := room - len(task) - seams
	a.work(q.Work(width, a.room(max(avail-few, 1), all-few)))
	text := len(a.before) + len(a.after)
	high := max(avail-text, target)
	if q.Started() && avail-text < good {
		said := max(a.focus.To-a.focus.From, 2)
		high = max(min(avail-said, good), few)
	}
	drawn := fig.Lines(width, max(min(high, avail-1), 1), p.styles)
	a.fixed = drawn
	if len(a.before) > 0 {
		a.fixed = slices.Concat([]string{""}, drawn)
	}
	if seams > 1 {
		a.fixed = append(a.fixed, "")
	}
	a.fixed = append(a.fixed, task...)
	a.rows = max(min(a.lines()+1, room), 1)
	return a
}

// besideText is how many columns the text has beside a figure.
func (p *Page) besideText() int { return (p.inner() - gap) * 53 / 100 }

// sideBySide sets the figure beside the text, and task and place to answer below both.
func (p *Page) sideBySide(fig *widget.Plot, room int) arrangement {
	a := arrangement{text: p.besideText(), edge: -1, pictured: true}
	all, side := room, p.inner()-a.text-gap
	a.before = p.prose(a.text)
	var task []string
	q := p.content.Question
	if q != nil {
		task = q.Task(p.inner())
		need := fig.Need(side, goodRows, p.styles)
		free := room - len(task) - answerLines - need
		place := p.answerArea(p.inner(), previewIn(free))
		if room-len(task)-len(place)-1 >= need {
			task = joinBlocks([]string{""}, task)
		}
		a.below, a.edge = slices.Concat(task, place), len(task)
		room -= len(a.below)
		a.work(q.Work(a.text, a.room(room, all)))
	}
	a.beside = fig.Lines(side, max(room, 1), p.styles)
	a.rows = max(min(max(a.lines(), len(a.beside)), room), 1)
	return a
}

// answerArea is what stands at the foot: the answerArea to answer, or how to go on. Its first line is the rule above it, where
// there is a question.
func (p *Page) answerArea(width int, preview ask.Preview) []string {
	q := p.content.Question
	switch {
	case p.content.Opening:
		return []string{"", p.styles.Muted.Render(p.styles.Say("Opening…"))}
	case q == nil:
		return nil
	case q.Finished():
		return []string{q.Edge(width)}
	}
	return slices.Concat([]string{q.Edge(width)}, q.AnswerArea(width, preview))
}

// previewIn shares out lines that are free to the preview of a formula.
func previewIn(free int) ask.Preview {
	const kept, most = 3, 9
	return ask.Preview{Kept: max(min(free, kept), 0), Most: max(min(free, most), 1)}
}

// room divides the lines between what has come of the question, the text before it being laid out; ever is how many there are for
// the question as a whole in all its states.
func (a *arrangement) room(lines, ever int) ask.Room {
	return ask.Room{Spare: lines - len(a.before) - 1, All: lines, Ever: ever, HintsAside: a.hintsAside}
}

// work adds what has come of the question behind the fixed lines.
func (a *arrangement) work(w ask.Work) {
	if len(w.Lines) == 0 {
		a.focus.From = -1
		return
	}
	at := len(a.before)
	if at > 0 || len(a.fixed) > 0 {
		a.after = append(a.after, "")
		at++
	}
	a.after = append(a.after, w.Lines...)
	a.focus, a.words = ask.Range{From: at + w.Focus.From, To: at + w.Focus.To}, at+w.Words
	if w.Choice > 0 {
		a.choice = at + w.Choice
	}
}

func (a *arrangement) lines() int { return len(a.before) + len(a.fixed) + len(a.after) }

// joinBlocks joins two blocks of lines with a blank one between, if both have any.
func joinBlocks(above, below []string) []string {
	if len(above) == 0 || len(below) == 0 || len(above) == 1 && above[0] == "" {
		return slices.Concat(above, below)
	}
	return slices.Concat(above, []string{""}, below)
}

// beside draws the list at the right, if there is one.
func (c *Content) beside(width, height int) []string {
	if c.Beside == nil {
		return nil
	}
	return c.Beside(width, height)
}
