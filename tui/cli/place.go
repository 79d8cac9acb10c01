package cli

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
	"chainrule/tui/account"
	"chainrule/tui/kit"
	"chainrule/tui/session"
	"chainrule/tui/transcript"
)

const placeHelp = `Place finds out what you know already: at most 15 questions, each chosen by the
answers before. At the end it tells in which lesson to begin and what to refresh, and
shows what was expected of each answer. What you do not know is an answer, too. What
it finds is presumed, not proved: questions on it come back in reviews. Leaving in the
midst loses nothing.

With a LESSON three or four questions find out whether you can pass it over.

  chainrule place                      where to begin
  chainrule place sigmoid-derivative   whether to pass over this lesson

Exit codes: those of chainrule review.`

const examHelp = `Exam asks for the derivations that the course is about, each on a blank page: no
hints, no options, no answers. A line that you type stands once it is proved. One
sitting will do, or several. A derivation that is given up may be tried again.

  chainrule exam                 on screens
  chainrule exam --plain         as plain lines
  chainrule exam --certificate   once all are proved: your own lines, as Markdown

Exit codes: those of chainrule review; with --certificate 0 written, 1 not all are
proved yet.`

func (e *env) place() *cobra.Command {
	s := &starter{env: e}
	c := command(&cobra.Command{
		Use: "place [LESSON] [flags]", Short: "find out in which lesson to begin", Long: placeHelp,
		Args: func(_ *cobra.Command, words []string) error {
			if len(words) > 1 {
				return fmt.Errorf("place takes one lesson at most, and got %d words; see chainrule place --help", len(words))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, words []string) error { return s.placed(words) },
	})
	s.flags(c)
	return c
}

// placed starts the questions that find out what is known.
func (s *starter) placed(words []string) error {
	if err := s.checkFlags(); err != nil {
		return err
	}
	course, err := content.Course()
	if err != nil {
		return err
	}
	lesson := ""
	if len(words) == 1 {
		e, ok := course.Entry(words[0])
		if !ok {
			return fmt.Errorf("there is no lesson %q%s", words[0], didYouMean(words[0], titled(course)))
		}
		if e.Optional {
			return fmt.Errorf("the lesson %q is optional: there is nothing to pass over", words[0])
		}
		lesson = e.ID
	}
	return s.run(course, kit.Placing, lesson)
}

// titled returns the IDs of the lessons.
func titled(course *lessons.Course) []string {
	var all []string
	for _, e := range course.Lessons {
		all = append(all, e.ID)
	}
	return all
}

func (e *env) exam() *cobra.Command {
	s := &starter{env: e}
	certificate := false
	c := command(&cobra.Command{
		Use: "exam [flags]", Short: "prove the derivations of the course without help", Long: examHelp, Args: noWords,
		RunE: func(*cobra.Command, []string) error {
			if certificate {
				return s.certificate()
			}
			if err := s.checkFlags(); err != nil {
				return err
			}
			course, err := content.Course()
			if err != nil {
				return err
			}
			return s.run(course, kit.Exam, "")
		},
	})
	s.flags(c)
	c.Flags().BoolVar(&certificate, "certificate", false, "write down the lines that you proved in the exam")
	return c
}

// certificate writes down the exam, once all of it is proved.
func (s *starter) certificate() error {
	course, err := content.Course()
	if err != nil {
		return err
	}
	record := journal.Read(journal.Path(), course.Numbered)
	for _, n := range record.Notices() {
		fmt.Fprintln(s.err, "chainrule: "+n)
	}
	sitting := session.New(course, record)
	if e := sitting.Exam(); !e.Passed() {
		return failure{errors.New("there is no certificate yet: " + e.Stands() + "; chainrule exam goes on")}
	}
	return certified(s.out, sitting, course, record.State())
}

// certified writes the certificate of a record.
func certified(out io.Writer, s *session.Session, course *lessons.Course, record *journal.State) error {
	d, err := transcript.Certificate(s, accountOf(course, record, time.Now()))
	if err != nil {
		return failure{err}
	}
	transcript.Markdown(out, d)
	return nil
}

// accountOf returns what a record that was read amounts to.
func accountOf(course *lessons.Course, record *journal.State, now time.Time) *account.Account {
	known := review.New(course)
	known.Follow(record)
	return account.Of(course, record, known, now)
}
