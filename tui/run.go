package tui

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/term"

	"chainrule/lessons"
	"chainrule/lessons/journal"
	"chainrule/lessons/printable"
	"chainrule/tui/background"
	"chainrule/tui/kit"
	"chainrule/tui/plain"
	"chainrule/tui/session"
	"chainrule/tui/terminal"
)

// Options say what to run, and how it looks.
type Options struct {
	Course  *lessons.Course
	Journal *journal.Journal // opened and closed by the caller, who tells what could not be saved
	Kind    kit.Kind         // the place to begin with: a review, practice; if empty, a lesson or the map
	Start   string           // a lesson or one of its screens, the map if empty; of practice a skill
	Plain   bool             // lines instead of screens
	Speak   bool             // of lines: formulas in words, for speech
	ASCII   bool             // characters of ASCII only
	Theme   string           // dark, light, or empty
	Still   bool             // nothing moves by itself: the run of a lab is shown as it ends
	Faults  []string         // what is wrong with the learner's settings
	NoMouse bool             // the mouse is left to the terminal, which can select text then
	Log     string           // a file for what the root receives, for finding faults
	In, Out *os.File         // standard input and output if nil
	Stop    <-chan struct{}  // closed when the screens are to be left, as by the learner; may be nil
}

// framesPerSecond halves the wait between key and frame against the usual 60.
const framesPerSecond = 120

// frame is the time between two pictures of a run in a lab.
const frame = 50 * time.Millisecond

// pause is the time after the last key until something is remarked on a line that is being typed.
const pause = 700 * time.Millisecond

// Run opens the screens, or the conversation of lines where those are asked for or no screens can be shown, and
// returns when the learner leaves. The terminal is restored then, and whatever can be saved is.
func Run(o Options) error {
	if o.In == nil {
		o.In = os.Stdin
	}
	if o.Out == nil {
		o.Out = os.Stdout
	}
	behind, err := parseTheme(o.Theme)
	if err != nil {
		return err
	}
	if o.Kind == "" {
		if err := checkStart(o.Course, o.Start); err != nil {
			return err
		}
	}
	if o.Plain || !screensPossible(o.In, o.Out) {
		return plain.Run(plain.Options{
			Course: o.Course, Journal: o.Journal, Kind: o.Kind, Start: o.Start, ASCII: o.ASCII, Speak: o.Speak, Faults: o.Faults, In: o.In, Out: o.Out,
		})
	}
	log, closeLog, err := openLog(o.Log)
	if err != nil {
		return err
	}
	defer closeLog()
	return run(o, behind, log)
}

func run(o Options, behind kit.Background, log *logger) error {
	renderer, colours := terminal.Renderer(o.Out, os.Getenv)
	look := kit.Look{ASCII: o.ASCII, Background: behind, Colours: colours, Pause: pause, Cursor: true, Twins: terminal.KeepsKeys(os.Getenv), Frame: frame}
	if o.Still {
		look.Frame = 0
	}
	styles := kit.NewStyles(renderer, look)
	sitting := session.New(o.Course, o.Journal)
	app := NewApp(&styles, makers(Screens(sitting, &styles)), firstPlace(o))
	app.log, app.Unsaved, app.Saving = log, sitting.Unsaved, sitting.Saving
	output := terminal.NewOutput(o.Out)
	app.Cursor = output.Put
	var program *tea.Program
	var signals *signalWatcher
	input := terminal.NewInput(o.In, func(b kit.Background) {
		if behind == kit.BackgroundUnknown {
			go program.Send(b) // the reader must not wait for the screens
		}
	})
	if terminal.Copies(os.Getenv) {
		app.Copy = func(text string) tea.Cmd { return writes(o.Out, terminal.Clipboard(text)) }
	}
	leave := withMouse(app, o)
	app.Begin = tea.Batch(app.Resume, faultsTold(o.Faults))
	if behind == kit.BackgroundUnknown && colours != kit.NoColours && terminal.Asks(os.Getenv) {
		app.Begin = tea.Batch(app.Begin, func() tea.Msg { input.Ask(o.Out); return nil })
	}
	program = tea.NewProgram(app, tea.WithAltScreen(), tea.WithFPS(framesPerSecond), tea.WithInput(input), tea.WithOutput(output),
		tea.WithFilter(func(_ tea.Model, msg tea.Msg) tea.Msg {
			switch msg := msg.(type) {
			case tea.WindowSizeMsg:
				return signals.current(msg)
			case tea.QuitMsg: // the shell must not get an answer to what it did not ask
				input.Settle()
			case tea.SuspendMsg:
				input.Settle()
				leave()
				return signals.suspend()
			}
			return msg
		}))
	signals = watchSignals(program, o.Out)
	left := make(chan struct{})
	go func() {
		select {
		case <-o.Stop:
			program.Quit()
		case <-left:
		}
	}()
	_, err := program.Run()
	close(left)
	signals.stop()
	leave()
	return ended(err, sitting.Settle() == nil) // whoever closes the journal tells what is not saved
}

// withMouse has the app use the mouse, or leave it to the terminal, and returns what gives it back.
func withMouse(app *App, o Options) (leave func()) {
	if o.NoMouse {
		app.Mouse, app.Resume = false, writes(o.Out, terminal.WheelOff)
		return func() { writes(o.Out, terminal.WheelBack)() }
	}
	app.Mouse, app.Resume = true, tea.EnableMouseCellMotion // Bubble Tea itself forgets it
	return func() {}
}

// ended words how the screens came to their end, nil where that was wanted.
func ended(err error, saved bool) error {
	switch {
	case errors.Is(err, tea.ErrProgramPanic) && saved:
		return fmt.Errorf("a fault in the program: %w; what you answered is saved", err)
	case errors.Is(err, tea.ErrProgramPanic):
		return fmt.Errorf("a fault in the program: %w", err)
	case err != nil && !errors.Is(err, tea.ErrInterrupted):
		return fmt.Errorf("running the screens: %w", err)
	}
	return nil
}

// faultsTold returns the command that tells in the footer, which is short, that settings have faults.
func faultsTold(faults []string) tea.Cmd {
	switch len(faults) {
	case 0:
		return nil
	case 1:
		return kit.Tell("Your settings have a fault; chainrule settings tells it.")
	}
	return kit.Tell("Your settings have faults; chainrule settings tells them.")
}

// writes returns the command that writes a sequence in one piece, so that it stands in no picture.
func writes(out *os.File, sequence string) tea.Cmd {
	return func() tea.Msg {
		_, _ = out.WriteString(sequence) // who can't write will learn it from the next picture
		return nil
	}
}

// makers lets tests put other screens in the place of ours.
var makers = func(m map[kit.Kind]Maker) map[kit.Kind]Maker { return m }

// firstPlace returns where to begin: where the user said; the only lesson of a course; the map.
func firstPlace(o Options) kit.Place {
	switch {
	case o.Kind != "":
		return kit.Place{Kind: o.Kind, ID: o.Start}
	case o.Start != "":
		return kit.Place{Kind: kit.Lesson, ID: o.Start}
	case len(o.Course.Lessons) == 1:
		return kit.Place{Kind: kit.Lesson, ID: o.Course.Lessons[0].ID}
	}
	return kit.Place{Kind: kit.Home}
}

// screensPossible reports whether screens can be shown: both ends are a terminal, and not a dumb one.
func screensPossible(in, out *os.File) bool {
	return term.IsTerminal(in.Fd()) && term.IsTerminal(out.Fd()) && os.Getenv("TERM") != "dumb"
}

// parseTheme reads the name of a theme; without one the environment may know the background.
func parseTheme(name string) (kit.Background, error) {
	switch {
	case name == "dark", name == "" && background.Known && background.Dark:
		return kit.Dark, nil
	case name == "light", name == "" && background.Known:
		return kit.Light, nil
	case name == "contrast": // nothing is fainter than the terminal's own text, and nothing depends on its theme
		return kit.Middling, nil
	case name == "":
		return kit.BackgroundUnknown, nil
	}
	return kit.BackgroundUnknown, fmt.Errorf("unknown theme %q; write dark, light or contrast", name)
}

// checkStart makes sure that there is such a lesson or screen, and that it can be read.
func checkStart(c *lessons.Course, start string) error {
	if len(c.Lessons) == 0 {
		return errors.New("the course has no lessons")
	}
	if start == "" && len(c.Lessons) == 1 {
		start = c.Lessons[0].ID
	}
	if start == "" {
		return nil
	}
	if e, _, ok := c.Locate(start); ok {
		_, err := e.Lesson()
		return err
	}
	ids := make([]string, len(c.Lessons))
	for i, l := range c.Lessons {
		ids[i] = l.ID
	}
	return fmt.Errorf("there is no lesson %q; there are: %s", start, strings.Join(ids, ", "))
}

func openLog(name string) (*logger, func(), error) {
	if name == "" {
		return nil, func() {}, nil
	}
	const private = 0o600
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() { // a pipe would be waited for
		return nil, nil, fmt.Errorf("opening the log: %q is no ordinary file", name)
	}
	f, err := os.OpenFile(name, os.O_CREATE|os.O_APPEND|os.O_WRONLY, private)
	if err != nil {
		return nil, nil, fmt.Errorf("opening the log: %w", err)
	}
	return newLogger(printable.NewWriter(f)), func() { _ = f.Close() }, nil
}
