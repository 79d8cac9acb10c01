package record

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"chainrule/lessons/review"
	"chainrule/tui/account"
	"chainrule/tui/kit"
	"chainrule/tui/round"
	"chainrule/tui/widget"
)

// The sizes from which plot and calendar stand beside the text, their columns there, and the most columns of the text.
const (
	sideFrom   = 120
	sideHeight = 34
	tallHeight = 50 // from here on the plot is higher
	sideWidth  = 50
	mostSide   = 80 // of plot and calendar, where the text does not need the columns
	sideGap    = 4
	mostText   = 132
	headLines  = 2
)

// layout makes the lines that View shows. It is called when something changed, not on every frame.
func (r *Screen) layout() {
	if r.width == 0 {
		return
	}
	width := r.width - 2*kit.Margin(r.width)
	r.items, r.side = nil, nil
	plotHigh := 9
	if r.height >= tallHeight {
		plotHigh = 16
	}
	t := &text{screen: r, styles: r.styles, width: width, plotHigh: plotHigh}
	worded := false // the words are told at the right
	if a := r.account; a != nil {
		beside := r.width >= sideFrom && r.height >= sideHeight && !a.Empty()
		if beside {
			t.width = min(width-sideWidth-sideGap, mostText)
			of := &text{screen: r, styles: r.styles, width: min(width-t.width-sideGap, mostSide), plotHigh: plotHigh}
			of.coming(a)
			of.calendar(a)
			r.side = of.lines
			if of.words(a); len(of.lines) <= r.height-headLines {
				r.side, worded = of.lines, true
			}
		}
		t.tell(a, !beside)
		if !worded {
			t.words(a)
		}
	}
	r.cursor = min(r.cursor, len(r.items)-1)
	r.pane.SetSize(t.width, r.height-headLines)
	r.pane.SetLines(t.lines)
}

// View draws the record.
func (r *Screen) View() string {
	if r.width == 0 {
		return ""
	}
	margin := kit.Margin(r.width)
	width := r.width - 2*margin
	body := r.pane.View()
	if r.side != nil {
		body = kit.Beside(body, min(width-sideWidth-sideGap, mostText), sideGap, r.side)
	}
	lines := append([]string{r.head(width), ""}, body...)
	for i, l := range lines {
		if l != "" && margin > 0 {
			lines[i] = strings.Repeat(" ", margin) + l
		}
	}
	return kit.Fit(lines, r.width, r.height)
}

func (r *Screen) head(width int) string {
	s := r.styles
	title := s.Title.Render("Your record")
	if r.account == nil {
		return kit.Cut(title, width)
	}
	return kit.Between(title, s.Muted.Render(r.account.Known()), width)
}

// A text is one that is being laid out.
type text struct {
	screen *Screen
	styles *kit.Styles
	width  int
	// plotHigh is how many lines the plot may take.
	plotHigh int
	lines    []string
}

func (t *text) blank() {
	if n := len(t.lines); n > 0 && t.lines[n-1] != "" {
		t.lines = append(t.lines, "")
	}
}

// title begins a part.
func (t *text) title(words, beside string) {
	line := t.styles.Strong.Render(t.styles.Say(words))
	if beside != "" {
		line += t.styles.Muted.Render("  " + t.styles.Say(beside))
	}
	if ansi.StringWidth(line) <= t.width {
		t.lines = append(t.lines, line)
		return
	}
	t.lines = append(t.lines, widget.Wrap([]widget.Span{{Text: words, Style: t.styles.Strong}, {Text: "  " + beside, Style: t.styles.Muted}}, t.width, 2, t.styles)...)
}

// say adds words behind a label, in lines below each other.
func (t *text) say(label string, style lipgloss.Style, words string) {
	wide := ansi.StringWidth(label)
	for i, l := range widget.WrapText(words, style, max(t.width-wide, 1), t.styles) {
		if i > 0 {
			label = strings.Repeat(" ", wide)
		}
		t.lines = append(t.lines, label+l)
	}
}

// item adds what can be opened. Its label has two columns more, for the pointer.
func (t *text) item(place kit.Place, does string, add func(label string, style lipgloss.Style)) {
	s, r := t.styles, t.screen
	mark, style := "  ", s.Text
	if r.cursor == len(r.items) {
		mark, style = s.Selected.Render(s.Marks.Current)+" ", s.Selected
	}
	from := len(t.lines)
	add(mark, style)
	r.items = append(r.items, item{place, does, from, len(t.lines)})
}

// tell lays out the account, with plot and calendar where they stand in the text.
func (t *text) tell(a *account.Account, whole bool) {
	s := t.styles
	if a.Empty() {
		t.say("", s.Text, account.Beginning)
		t.skills(a)
		return
	}
	if whole {
		t.coming(a)
		t.calendar(a)
	}
	t.skills(a)
	t.slips(a)
	t.derivations(a)
}

// words tells what the words of the record mean, once there is something in it.
func (t *text) words(a *account.Account) {
	if a.Empty() {
		return
	}
	s := t.styles
	t.blank()
	t.title("The words", "")
	for _, w := range a.Words() {
		t.say("  "+s.Strong.Render(kit.Pad(w[0], 8)), s.Muted, w[1])
	}
}

// coming draws what becomes due.
func (t *text) coming(a *account.Account) {
	t.blank()
	t.title(fmt.Sprintf("The next %d days", len(a.Coming)), "")
	bars := widget.Bars{Values: append([]int{a.Due}, a.Coming...), Labels: []string{"now"}, Unit: "days"}
	for day := range a.Coming {
		label := ""
		if (day+1)%2 == 0 {
			label = strconv.Itoa(day + 1)
		}
		bars.Labels = append(bars.Labels, label)
	}
	drawn := bars.Lines(t.width, t.plotHigh, t.styles)
	if drawn == nil || bars.Most() == 0 {
		t.say("", t.styles.Text, a.Soon())
		return
	}
	t.say("", t.styles.Text, a.Ahead())
	t.lines = append(t.lines, drawn...)
}

func (t *text) skills(a *account.Account) {
	s := t.styles
	for i := range a.Lessons {
		l := &a.Lessons[i]
		if l.Entry == nil && !l.Asked() {
			continue
		}
		if l.Asked() || i == 0 || a.Lessons[i-1].Asked() {
			t.blank()
		}
		t.title(l.Name(), l.Stands())
		if !l.Asked() {
			continue
		}
		for k := range l.Skills {
			t.skill(a, &l.Skills[k], s)
		}
	}
}

// The columns of a skill's mastery, of the bar of its memory where there is little room and where there is more, of the percentage
// and of when it is due, and the least for what the skill is.
const (
	masteryWide = 6
	shortBar    = 10
	longBar     = 20
	percentWide = 6
	whenWide    = 20
	leastSay    = 30
)

// skill tells of a skill: its memory before it where there is room for both, else below it.
func (t *text) skill(a *account.Account, k *review.Skill, s *kit.Styles) {
	bar, beside := longBar, t.width-2-masteryWide-percentWide-whenWide-shortBar >= leastSay
	if beside && t.width-2-masteryWide-percentWide-whenWide-longBar < 2*leastSay {
		bar = shortBar
	}
	memory := t.memory(a, k, bar)
	add := func(label string, style lipgloss.Style) {
		if beside {
			t.say(label+memory, style, k.Say)
			return
		}
		t.say(label, style, k.Say)
		t.lines = append(t.lines, "    "+strings.TrimRight(memory, " "))
	}
	if k.Asked == 0 {
		add("  ", s.Muted)
		return
	}
	t.item(kit.Place{Kind: kit.Practice, ID: k.ID}, "practise", add)
}

// memory draws how well a skill is kept, in words, as a bar of so many columns and as a percentage, and when it is due.
func (t *text) memory(a *account.Account, k *review.Skill, bar int) string {
	s := t.styles
	when, style := kit.Pad(a.When(k), whenWide), s.Muted
	if k.IsDue {
		style = s.Notice
	}
	if k.Asked == 0 {
		says := k.Mastery.String()
		if due := a.When(k); due != "" {
			says += ", " + due
		}
		return s.Muted.Render(kit.Pad(says, masteryWide+bar+percentWide+whenWide))
	}
	word := s.Text
	if k.Mastery == review.Known {
		word = s.Right
	}
	full := int(math.Floor(float64(bar) * k.Recall))
	return word.Render(kit.Pad(k.Mastery.String(), masteryWide)) + s.Right.Render(strings.Repeat(s.Marks.Full, full)) +
		s.Muted.Render(strings.Repeat(s.Marks.Empty, bar-full)) + fmt.Sprintf("%*s  ", percentWide-1, account.Percent(k)) + style.Render(when)
}

func (t *text) slips(a *account.Account) {
	if len(a.Slips) == 0 {
		return
	}
	s := t.styles
	t.blank()
	t.title("Slips", "those that explained most wrong answers first")
	for i := range a.Slips {
		one := &a.Slips[i]
		add := func(label string, style lipgloss.Style) {
			t.say(label, style, one.Inside())
			words := a.Made(one)
			if in := a.In(one); in != "" {
				words += "; in: " + in
			}
			t.say("    ", s.Muted, words)
		}
		if len(one.Skills) == 0 { // of a question that is no longer in the course
			add("  ", s.Text)
			continue
		}
		t.item(kit.Place{Kind: kit.Practice, ID: round.Place(string(one.ID))}, "practise these", add)
	}
}

func (t *text) derivations(a *account.Account) {
	if len(a.Derivations) == 0 {
		return
	}
	s := t.styles
	t.blank()
	t.title("Finished derivations", "the latest first")
	for i := range a.Derivations {
		d := &a.Derivations[i]
		t.item(kit.Place{Kind: kit.Record, ID: d.Screen.ID}, "open", func(label string, style lipgloss.Style) {
			t.say(label, style, a.Derivation(d))
			t.say("    ", s.Muted, a.How(d))
		})
	}
}
