package terminal

import (
	"io"
	"os"
	"regexp"
	"runtime"
	"slices"
	"sync/atomic"
	"time"

	"chainrule/tui/kit"
)

// How long the beginning of a key is held back: the rest of an arrow is there at once but for a slow line, and nobody
// notices a key that comes so little later. While an answer is due a lone escape is more likely its beginning.
const (
	patience    = 50 * time.Millisecond
	duePatience = 250 * time.Millisecond
	dueFor      = 5 * time.Second
	settling    = 200 * time.Millisecond
)

// An Input is the input of a terminal with the answers of the terminal taken out. It hands on whole sequences only: a
// key, a report of the mouse or a letter that comes in two pieces arrives as one. It is still a file, so that the
// terminal behind it can be put into raw mode and waited for.
type Input struct {
	*os.File

	scan   scanner
	buffer []byte
	err    error        // what reading ended with
	due    atomic.Int64 // until when an answer may come, in nanoseconds; 0 when none is awaited

	read  func(p []byte) (int, error)
	ready func(wait time.Duration) bool
	now   func() time.Time
}

// NewInput returns the input of a terminal. Each answer about the background is told to answered, in the goroutine that
// reads.
func NewInput(file *os.File, answered func(kit.Background)) *Input {
	in := &Input{File: file, read: file.Read, ready: readiness(file), now: time.Now}
	in.scan = scanner{answered: answered, done: func() { in.due.Store(0) }}
	return in
}

// question asks for the background, and then for what the terminal is, which every terminal knows: when that is
// answered, nothing more will come. A bell ends the question because some terminals end their answer in the same way
// and do the other end wrongly.
const question = "\x1b]11;?\a\x1b[c"

// WheelOff keeps the terminal from turning the wheel into the keys ↑ and ↓, which many do on the screen of a program;
// WheelBack leaves it as it was. Terminals that do not remember how it was have it on.
const (
	WheelOff  = "\x1b[?1007s\x1b[?1007l"
	WheelBack = "\x1b[?1007h\x1b[?1007r"
)

// Ask asks for the background and waits for nothing. The terminal must be in raw mode, or it shows the answer.
func (in *Input) Ask(out io.Writer) {
	in.due.Store(in.now().Add(dueFor).UnixNano())
	_, _ = io.WriteString(out, question) // who can't write will learn it from the next picture
}

// Settle waits for the rest of an answer that is due, but not for long. It is for the moment before the terminal goes to
// somebody else, who would be told what we asked.
func (in *Input) Settle() {
	for end := time.Now().Add(settling); time.Now().Before(end) && in.awaits(); {
		time.Sleep(settling / 100)
	}
}

// awaits reports whether an answer is due.
func (in *Input) awaits() bool {
	due := in.due.Load()
	return due != 0 && in.now().UnixNano() < due
}

// Asks reports whether the terminal can be asked. Old and simple ones show the question.
func Asks(env Environment) bool {
	name := env("TERM")
	return name != "" && !simple.MatchString(name) && runtime.GOOS != "windows" // where the input isn't read as a file
}

var simple = regexp.MustCompile(`^(ansi|cons|dumb|eterm|linux|vt[0-9])`)

// Read returns what was typed. It waits for input once, and then no longer than for the rest of a sequence: who waits
// for the descriptor would not learn of anything left here. So there may be nothing, without an error.
func (in *Input) Read(p []byte) (int, error) {
	if len(in.scan.out) == 0 && in.err == nil {
		in.fill(max(len(p)-longest-1, 1))
		for in.scan.waits() && len(in.scan.out)+longest < len(p) && in.ready(in.patience()) && in.err == nil {
			in.fill(1) // nothing beyond the sequence, or it could begin another
		}
		if in.scan.waits() || in.err != nil {
			in.scan.release()
		}
	}
	// A full buffer would be taken for a part of more, and be kept.
	n := copy(p[:max(len(p)-1, min(len(p), 1))], in.scan.out)
	in.scan.out = slices.Delete(in.scan.out, 0, n)
	if n > 0 {
		return n, nil
	}
	return 0, in.err
}

// fill reads at most n bytes.
func (in *Input) fill(n int) {
	in.buffer = slices.Grow(in.buffer[:0], n)[:n]
	var got int
	got, in.err = in.read(in.buffer)
	in.scan.heard, in.scan.at = false, in.now()
	for _, b := range in.buffer[:got] {
		in.scan.feed(b)
	}
	if in.scan.heard && in.due.Load() != 0 {
		in.due.Store(in.now().Add(dueFor).UnixNano()) // it comes slowly, but it comes
	}
}

// patience is how long to wait for the rest of what is held back.
func (in *Input) patience() time.Duration {
	if in.scan.mayAnswer() && in.awaits() {
		return duePatience
	}
	return patience
}
