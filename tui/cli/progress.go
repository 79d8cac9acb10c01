package cli

import (
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/spf13/cobra"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
	"chainrule/tui/account"
	"chainrule/tui/session"
)

const progressHelp = `Progress tells what your record says: how far each lesson has come, its skills
and how well you keep them, what is due when, the days on which you studied, the
slips that explained your wrong answers, and the derivations that you finished. The
words for skills are explained below them. For --json see chainrule help json.

With a DIR it tells of everybody whose record lies there, one line for each: a
record is a file NAME.jsonl, or the journal.jsonl in a folder NAME, or in its
folder chainrule. Nothing is changed.

Exit codes: 0 told; 2 a wrong command line, or DIR cannot be read.`

type progressTeller struct {
	*env
	now            func() time.Time
	json, markdown bool
}

func (e *env) progress() *cobra.Command {
	p := &progressTeller{env: e, now: time.Now}
	c := command(&cobra.Command{
		Use:   "progress [DIR] [flags]",
		Short: "tell how far you have come",
		Long:  progressHelp,
		RunE:  func(_ *cobra.Command, words []string) error { return p.run(words) },
	})
	c.Flags().BoolVar(&p.json, "json", false, "print one JSON object, with DIR one a line")
	c.Flags().BoolVar(&p.markdown, "markdown", false, "print Markdown")
	return c
}

func (p *progressTeller) run(words []string) error {
	if len(words) > 1 {
		return errors.New("progress takes one DIR at most; see chainrule progress --help")
	}
	if p.json && p.markdown {
		return errors.New("--json or --markdown, not both")
	}
	course, err := content.Course()
	if err != nil {
		return err
	}
	if len(words) == 1 {
		return p.everybody(words[0], course)
	}
	told := p.read(journal.Path(), course)
	switch {
	case p.json:
		return writeJSON(p.out, told)
	case p.markdown:
		told.markdown(p.out)
	default:
		for _, l := range told.told.Lines(lineWidth) {
			fmt.Fprintln(p.out, l)
		}
	}
	return nil
}

// lineWidth is how long lines for people become.
const lineWidth = 79

// read reads a record without a change; what is wrong with it is told on standard error.
func (p *progressTeller) read(path string, course *lessons.Course) recordJSON {
	record := journal.Read(path, course.Numbered)
	for _, n := range record.Notices() {
		fmt.Fprintln(p.err, "chainrule: "+n)
	}
	return recordOf(course, record.State(), p.now())
}

// recordJSON is what progress --json prints.
type recordJSON struct {
	told *account.Account // the same for people

	Due     int          `json:"due"`
	Coming  []int        `json:"coming"`
	Lessons []lessonJSON `json:"lessons"`
	Skills  []skillJSON  `json:"skills"`
	Slips   []slipJSON   `json:"slips"`
	Days    []dayJSON    `json:"days"`

	Derivations []derivationJSON `json:"derivations"`
}

type lessonJSON struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Finished int      `json:"finished"`
	Screens  int      `json:"screens"`
	Optional bool     `json:"optional"`
	Resume   string   `json:"resume"`
	State    string   `json:"state"`
	Skills   int      `json:"skills"`
	Known    int      `json:"known"`
	Due      []string `json:"due"`
}

type skillJSON struct {
	ID     string      `json:"id"`
	Say    string      `json:"say"`
	State  string      `json:"state"`
	Lesson string      `json:"lesson"`
	Asked  int         `json:"asked"`
	Row    int         `json:"row"`
	Slips  int         `json:"slips"`
	IsDue  bool        `json:"is_due"`
	Look   bool        `json:"look"`
	Fading bool        `json:"fading"`
	Memory *memoryJSON `json:"memory"`
}

type memoryJSON struct {
	Recall     float64   `json:"recall"`
	Stability  float64   `json:"stability"`
	Difficulty float64   `json:"difficulty"`
	Last       time.Time `json:"last"`
	Due        time.Time `json:"due"`
}

type slipJSON struct {
	ID     string    `json:"id"`
	Say    string    `json:"say"`
	Times  int       `json:"times"`
	Last   time.Time `json:"last"`
	Skills []string  `json:"skills"`
}

type dayJSON struct {
	Date      string `json:"date"`
	Questions int    `json:"questions"`
}

type derivationJSON struct {
	Screen string      `json:"screen"`
	Title  string      `json:"title"`
	Task   string      `json:"task"`
	At     time.Time   `json:"at"`
	Level  string      `json:"level"`
	Aided  bool        `json:"aided"`
	Shown  bool        `json:"shown"`
	Typed  []typedJSON `json:"typed"`
}

type typedJSON struct {
	Line  string   `json:"line"`
	Rules []string `json:"rules"`
}

// recordOf returns what a record amounts to at a time, whose zone tells which days are meant.
func recordOf(course *lessons.Course, record *journal.State, now time.Time) recordJSON {
	s := review.New(course)
	s.Follow(record)
	a := account.Of(course, record, s, now)
	coming := s.Coming(now)
	told := recordJSON{
		told: a, Due: a.Due, Coming: coming[:], Lessons: []lessonJSON{}, Skills: []skillJSON{}, Slips: []slipJSON{}, Days: []dayJSON{},
		Derivations: []derivationJSON{},
	}
	for _, l := range s.Lessons(now) {
		row := lessonJSON{
			ID: l.ID, Title: l.Title, Finished: l.Done, Screens: len(l.Screens), Optional: l.Optional, State: l.Progress.String(), Skills: len(l.Skills),
			Known: l.Known, Due: append([]string{}, l.Due...),
		}
		row.Resume, _ = record.Resume(l.ID)
		told.Lessons = append(told.Lessons, row)
	}
	for _, k := range s.Skills(now) {
		told.Skills = append(told.Skills, tellSkill(&k))
	}
	for _, one := range a.Slips {
		told.Slips = append(told.Slips, slipJSON{string(one.ID), one.Inside(), one.Times, toldAt(one.Last), append([]string{}, one.Skills...)})
	}
	for _, d := range a.Days {
		told.Days = append(told.Days, dayJSON{d.Date.Format(time.DateOnly), d.Questions})
	}
	for _, d := range a.Derivations {
		told.Derivations = append(told.Derivations, tellDerivation(&d))
	}
	return told
}

func tellDerivation(d *session.Derivation) derivationJSON {
	told := derivationJSON{
		Screen: d.Screen.ID, Title: d.Screen.Title, Task: d.Task, At: toldAt(d.At), Level: d.Level.String(), Aided: d.Aided, Shown: d.Shown,
		Typed: []typedJSON{},
	}
	for _, l := range d.Typed() {
		told.Typed = append(told.Typed, typedJSON{l.Text, append([]string{}, l.Rules...)})
	}
	return told
}

func tellSkill(k *review.Skill) skillJSON {
	told := skillJSON{
		ID: k.ID, Say: k.Say, State: k.Mastery.String(), Lesson: k.Lesson, Asked: k.Asked, Row: k.Row, Slips: k.Slips, IsDue: k.IsDue,
		Look: k.Look, Fading: k.Fading,
	}
	if k.Asked > 0 {
		const thousand, hundred = 1000, 100
		told.Memory = &memoryJSON{
			Recall: rounded(k.Recall, thousand), Stability: rounded(k.Stability, hundred), Difficulty: rounded(k.Difficulty, hundred),
			Last: toldAt(k.Last), Due: toldAt(k.Due),
		}
	}
	return told
}

// toldAt returns a time as programs are told it: to the second, in UTC.
func toldAt(t time.Time) time.Time { return t.UTC().Round(time.Second) }

// rounded returns x rounded to a fraction of one.
func rounded(x, parts float64) float64 { return math.Round(x*parts) / parts }
