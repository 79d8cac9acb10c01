package cli

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
	"chainrule/tui/account"
	"chainrule/tui/session"
	"chainrule/tui/transcript"
)

const transcriptHelp = `Transcript writes down what you finished, each as you did it last. Of a derivation it
writes the lines with their rules, which of them are your own, which were given or
shown, and the level; of another question what was asked, and your answer; of both
the day, and what else you did on the way. It takes all that from your record.
Without a LESSON or SCREEN it writes all of them down.

  chainrule transcript                         all, as Markdown
  chainrule transcript --derivations           the derivations alone
  chainrule transcript sigmoid-derivative      those of one lesson
  chainrule transcript sigmoid/symmetry --format latex -o symmetry.tex

Markdown is for notes and forums, LaTeX is a document that pdflatex compiles, HTML
a page that stands alone. A file that is there already is left as it is, unless
--force is given.

Exit codes: 0 written; 1 there is nothing finished to write down; 2 a wrong command
line, or the file cannot be written.`

type transcriber struct {
	*env
	format, output string
	force          bool
	derivations    bool
}

// A format is one that a transcript can have.
type format struct {
	name  string
	write func(io.Writer, *transcript.Document)
}

var formats = []format{{"markdown", transcript.Markdown}, {"latex", transcript.LaTeX}, {"html", transcript.HTML}}

func (e *env) transcript() *cobra.Command {
	t := &transcriber{env: e}
	c := command(&cobra.Command{
		Use:   "transcript [LESSON | SCREEN]... [flags]",
		Short: "write down the derivations and answers that you finished",
		Long:  transcriptHelp,
		RunE:  func(_ *cobra.Command, words []string) error { return t.run(words) },
	})
	c.Flags().StringVar(&t.format, "format", formats[0].name, "how it is written: `FORMAT` is markdown, latex or html")
	c.Flags().StringVarP(&t.output, "output", "o", "", "write to `FILE` instead of standard output")
	c.Flags().BoolVar(&t.derivations, "derivations", false, "write no answers to other questions down")
	c.Flags().BoolVar(&t.force, "force", false, "write over a file that is there already")
	return c
}

func (t *transcriber) run(words []string) error {
	at := slices.IndexFunc(formats, func(f format) bool { return f.name == t.format })
	if at < 0 {
		return fmt.Errorf("--format is markdown, latex or html, not %q", t.format)
	}
	course, err := content.Course()
	if err != nil {
		return err
	}
	document, err := t.document(course, words)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	formats[at].write(&text, document)
	if t.output == "" {
		_, err := t.out.Write(text.Bytes())
		return err
	}
	return writeNew(t.output, text.Bytes(), t.force)
}

// record reads the learner's record, and changes nothing on the disk.
func (e *env) record(course *lessons.Course) (*session.Session, *account.Account) {
	record := journal.Read(journal.Path(), course.Numbered)
	for _, n := range record.Notices() {
		fmt.Fprintln(e.err, "chainrule: "+n)
	}
	s := session.New(course, record)
	var told *account.Account
	_ = s.Look(func(state *journal.State) { // nothing waits to be written
		known := review.New(course)
		known.Follow(state)
		told = account.Of(course, state, known, time.Now())
	})
	return s, told
}

// A piece is something that can be written down.
type piece struct {
	lesson *lessons.Entry
	screen lessons.Heading
	part   func() (transcript.Part, error)
}

// document gathers what is asked for.
func (t *transcriber) document(course *lessons.Course, words []string) (*transcript.Document, error) {
	s, told := t.record(course)
	var all []piece
	for i := range told.Derivations {
		d := &told.Derivations[i]
		all = append(all, piece{d.Lesson, d.Screen, func() (transcript.Part, error) { return transcript.Of(s, told, d) }})
	}
	document := &transcript.Document{Title: "My derivations"}
	if !t.derivations {
		document.Title = "My derivations and answers"
		replies := s.Replies()
		for i := range replies {
			r := &replies[i]
			all = append(all, piece{r.Lesson, r.Screen, func() (transcript.Part, error) { return transcript.OfReply(s, told, r) }})
		}
	}
	chosen, err := chosenPieces(course, all, words)
	if err != nil {
		return nil, err
	}
	for _, c := range chosen {
		part, err := c.part()
		if err != nil {
			return nil, err
		}
		document.Parts = append(document.Parts, part)
	}
	return document, nil
}

// chosenPieces returns those of the lessons and screens that are named, or all, in the order of the course. Each name must bring one.
func chosenPieces(course *lessons.Course, all []piece, words []string) ([]piece, error) {
	practised := func(p piece) int { // what stands in no lesson comes behind the lesson
		if slices.ContainsFunc(p.lesson.Screens, func(h lessons.Heading) bool { return h.ID == p.screen.ID }) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(all, func(a, b piece) int {
		return cmp.Or(
			cmp.Compare(slices.Index(course.Lessons, a.lesson), slices.Index(course.Lessons, b.lesson)),
			cmp.Compare(practised(a), practised(b)), cmp.Compare(a.screen.Number, b.screen.Number),
		)
	})
	if len(words) == 0 {
		if len(all) == 0 {
			return nil, failure{errors.New("there is nothing finished yet; finish a question in a lesson first")}
		}
		return all, nil
	}
	wanted := map[string]bool{}
	for _, word := range words {
		place := word
		if l, screen, ok := course.Locate(word); ok && screen != nil {
			place = screen.ID
		} else if !ok {
			if _, err := course.Screen(word); err != nil {
				return nil, fmt.Errorf("there is no lesson or screen %q%s; see chainrule transcript --help", word, didYouMean(word, addresses(course, word)))
			}
		} else {
			place = l.ID
		}
		found := false
		for _, p := range all {
			if p.screen.ID == place || p.lesson.ID == place {
				found, wanted[p.screen.ID] = true, true
			}
		}
		if !found {
			return nil, failure{fmt.Errorf("there is nothing finished in %q yet", word)}
		}
	}
	return slices.DeleteFunc(all, func(p piece) bool { return !wanted[p.screen.ID] }), nil
}

// writeNew writes a file for its owner to read, and leaves one that is there already unless it may be written over.
func writeNew(name string, text []byte, over bool) error {
	const readable = 0o644
	flags := os.O_WRONLY | os.O_CREATE | os.O_EXCL
	if over {
		if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
			return fmt.Errorf("%q is no ordinary file; name another", name)
		}
		flags = os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	}
	f, err := os.OpenFile(name, flags, readable)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("there is a file %q already; name another, or give --force to write over it", name)
	}
	if err != nil {
		return fmt.Errorf("writing %q: %w", name, errors.Unwrap(err))
	}
	_, err = f.Write(text)
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("writing %q: %s", name, strings.ReplaceAll(err.Error(), "\n", "; "))
	}
	return nil
}
