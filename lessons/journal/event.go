package journal

import (
	"bytes"
	"encoding/json"
	"time"
	"unicode/utf8"
)

// version is written into each event. Events of another version are set aside.
const version = 1

// textLimit bounds the typed text that is kept of one answer, in bytes.
const textLimit = 4096

// An Event is one thing that happened. The names of the fields in the file never change.
type Event struct {
	Version int `json:"v"`
	// The mark stands in front of all else. Append makes it.
	Stamp

	At     time.Time `json:"at"`
	Kind   Kind      `json:"kind"`
	Lesson string    `json:"lesson"`
	Screen string    `json:"screen"`
	// Task is what the screen was asked for, such as "review". It is empty in a lesson: what is done at the screen for a task
	// is an attempt of its own, and the place in the lesson stays.
	Task string `json:"task,omitempty"`
	// Seed is that of the attempt.
	Seed uint64 `json:"seed,omitempty"`
	// Level is the level of a derivation.
	Level string `json:"level,omitempty"`
	// Text is what was typed.
	Text string `json:"text,omitempty"`
	// Read is the reading of it that counted, with all brackets, where it can be read in several ways.
	Read string `json:"read,omitempty"`
	// Said is what came of something that was tried out, as it was told.
	Said string `json:"said,omitempty"`
	// Verdict is the kind of feedback: right, step, wrong …
	Verdict string `json:"verdict,omitempty"`
	Slip    string `json:"slip,omitempty"`
	// Rules are those by which an accepted line follows from the one above, and Several tells that they make more than
	// one step, so that nothing has to be judged again when the attempt is taken up.
	Rules   []string `json:"rules,omitempty"`
	Several bool     `json:"several,omitempty"`
	// Rung is that of a hint.
	Rung int `json:"rung,omitempty"`
	// Skills are those of a finished question.
	Skills []string `json:"skills,omitempty"`
	// Shown is 1 where a line of a derivation was shown, and of a finished question the number of such lines. A solution that
	// was shown without it was shown to its end.
	Shown int `json:"shown,omitempty"`
	// Aided tells that a finished question took a hint, a wrong answer or the solution.
	Aided bool `json:"aided,omitempty"`
	// Again tells that the line was written before, and that the disk did not confirm it.
	Again bool `json:"again,omitempty"`
}

// A Kind says what happened.
type Kind string

// The kinds of event.
const (
	Opened   Kind = "open"   // a screen came up
	Answered Kind = "answer" // something was typed and judged
	Hinted   Kind = "hint"
	Revealed Kind = "reveal"
	Leveled  Kind = "level"    // the level of a derivation was changed
	Undone   Kind = "undo"     // the last line was taken back
	Finished Kind = "done"     // the screen is finished
	Reviewed Kind = "reviewed" // the question of a task is finished: task, screen, seed and level say which it was
	Erased   Kind = "erased"   // what was done in a lesson before, or at one screen of it, counts no more
	Tried    Kind = "try"      // something was tried out, which belongs to no lesson and no screen
	// Placed is an answer to a question that finds out what is known: its verdict is right, wrong or unknown. One without a
	// screen ends the questions of its task, in the words below.
	Placed   Kind = "placed"
	Examined Kind = "examined" // a derivation of the exam is finished, or given up, which its verdict says
)

// The verdicts of Placed and Examined events.
const (
	Told      = "right"
	Missed    = "wrong"
	NotTold   = "unknown"  // the learner said that they do not know it
	Settled   = "settled"  // what follows from the answers: the skills are presumed known, the lesson is where to begin
	Passed    = "passed"   // the skills of the lesson are presumed known, and it is passed over
	Failed    = "failed"   // the lesson is not passed over
	Declined  = "declined" // the questions were offered, and not wanted
	Given     = "given up" // of a derivation of the exam
	Completed = "proved"   // of a derivation of the exam
)

func (k Kind) known() bool {
	switch k {
	case Opened, Answered, Hinted, Revealed, Leveled, Undone, Finished, Reviewed, Erased, Tried, Placed, Examined:
		return true
	}
	return false
}

// decode reads one line of the file. It reports false if the line is no event of this version.
func decode(line []byte) (Event, bool) {
	var e Event
	d := json.NewDecoder(bytes.NewReader(line))
	if err := d.Decode(&e); err != nil || d.More() {
		return Event{}, false
	}
	return e, e.valid()
}

// valid reports whether the event is one of this version. A kind that is not known is one of a newer program: it may name
// no screen, and nothing is made of it. A whole lesson is erased without one.
func (e *Event) valid() bool {
	return e.Version == version && e.Kind != "" && (e.Screen != "" || e.Kind == Tried || e.Kind == Placed || !e.Kind.known() || e.Kind == Erased && e.Lesson != "")
}

// shorten cuts a text at the limit, between two characters.
func shorten(text string) string {
	if len(text) <= textLimit {
		return text
	}
	end := textLimit
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}
