package cli

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
)

const exportHelp = `Export writes your record into one file, to be kept, or to be imported on another
computer: all that you did in the course, a line each. Without a FILE it is printed. A
file that is there already is left as it is, unless --force is given. The record
itself is not changed.

Exit codes: 0 exported; 1 there is no record yet; 2 a wrong command line, or something
cannot be read or written.`

func (e *env) export() *cobra.Command {
	force := false
	c := command(&cobra.Command{
		Use: "export [FILE] [flags]", Short: "write your record into one file", Long: exportHelp,
		RunE: func(_ *cobra.Command, words []string) error {
			if len(words) > 1 {
				return errors.New("export takes one FILE at most; see chainrule export --help")
			}
			var text bytes.Buffer
			events, left, err := journal.Export(journal.Path(), &text)
			if err != nil {
				return err
			}
			if left > 0 {
				fmt.Fprintf(e.err, "chainrule: left out, since they cannot be read: %s of %s\n", counted(left, "line"), journal.Path())
			}
			if events == 0 {
				return failure{errors.New("there is no record yet")}
			}
			if len(words) == 0 {
				_, err := e.out.Write(text.Bytes())
				return err
			}
			if err := writeNew(words[0], text.Bytes(), force); err != nil {
				return err
			}
			fmt.Fprintf(e.out, "Exported %s to %s.\n", counted(events, "event"), words[0])
			return nil
		},
	})
	c.Flags().BoolVar(&force, "force", false, "write over a file that is there already")
	return c
}

const importHelp = `Import adds to your record what it does not have yet of a FILE that chainrule export
wrote, on this computer or another. A file can be imported twice, and several in any
order; nothing is counted double. If one line of the file is no event, nothing is
imported. A window in which the course is open shows what was imported after it is
opened again.

Exit codes: 0 imported, or there was nothing new; 1 some events stand in both with
different contents, and those of your record were kept; 2 the file cannot be read or
is none of ours, or the record cannot be written.`

func (e *env) importing() *cobra.Command {
	return command(&cobra.Command{
		Use: "import FILE", Short: "add an exported record to yours", Long: importHelp,
		RunE: func(_ *cobra.Command, words []string) error {
			if len(words) != 1 {
				return errors.New("import takes one FILE; see chainrule import --help")
			}
			m, err := journal.Import(journal.Path(), words[0])
			if err != nil {
				return err
			}
			fmt.Fprintf(e.out, "Imported %s; %d were there already.\n", counted(m.Added, "event"), m.Had)
			if m.Differing > 0 {
				return failure{fmt.Errorf("%s in the file with the place of one in your record and another content; those of your record were kept", stands(m.Differing))}
			}
			return nil
		},
	})
}

func stands(n int) string {
	if n == 1 {
		return "1 event stands"
	}
	return fmt.Sprintf("%d events stand", n)
}

const resetHelp = `Reset lets a lesson, or one screen of it, count as never done: its questions are
asked as for the first time, and what was done there says nothing about your skills
any more. With --all your whole record begins anew. It asks before it does that,
unless --yes is given, and keeps your record as it was in a file, whose name it tells.

Close the course in other windows first: what is done there afterwards may not count.

Exit codes: 0 done; 1 you said no, or there is no record; 2 a wrong command line, or
something cannot be written.`

type resetter struct {
	*env
	all, yes bool
}

func (e *env) reset() *cobra.Command {
	r := &resetter{env: e}
	c := command(&cobra.Command{
		Use: "reset (LESSON | SCREEN | --all) [flags]", Short: "let a lesson count as never done", Long: resetHelp,
		RunE: func(_ *cobra.Command, words []string) error { return r.run(words) },
	})
	c.Flags().BoolVar(&r.all, "all", false, "the whole record")
	c.Flags().BoolVar(&r.yes, "yes", false, "do not ask")
	return c
}

func (r *resetter) run(words []string) error {
	if r.all == (len(words) > 0) || len(words) > 1 {
		return errors.New("name one lesson or screen, or give --all; see chainrule reset --help")
	}
	course, err := content.Course()
	if err != nil {
		return err
	}
	if r.all {
		return r.everything()
	}
	entry, screen, ok := course.Locate(words[0])
	if !ok {
		return fmt.Errorf("there is no lesson or screen %q%s", words[0], didYouMean(words[0], addresses(course, words[0])))
	}
	return r.one(course, entry, screen)
}

// one resets a lesson, or a screen of it.
func (r *resetter) one(course *lessons.Course, entry *lessons.Entry, screen *lessons.Heading) error {
	id, what := "", fmt.Sprintf("the lesson %q", entry.Title)
	if screen != nil {
		id, what = screen.ID, fmt.Sprintf("the screen %q", screen.Title)
	}
	if err := r.sure(what + " count as never done"); err != nil {
		return err
	}
	kept, err := journal.Reset(journal.Path(), time.Now, course.Numbered, entry.ID, id)
	if err := r.told(kept, err); err != nil {
		return err
	}
	fmt.Fprintf(r.out, "From now on %s counts as never done. Your record as it was is kept as\n  %s\nTo go back to it, copy that file over\n  %s\n", what, kept, journal.Path())
	return nil
}

func (r *resetter) everything() error {
	if err := r.sure("your whole record begin anew"); err != nil {
		return err
	}
	kept, err := journal.ResetAll(journal.Path(), time.Now)
	if err := r.told(kept, err); err != nil {
		return err
	}
	fmt.Fprintf(r.out, "Your record begins anew. As it was it is kept as\n  %s\nchainrule import with that file brings it back.\n", kept)
	return nil
}

func (*resetter) told(kept string, err error) error {
	if err == nil && kept == "" {
		return failure{errors.New("there is no record yet; nothing was changed")}
	}
	return err
}

// sure asks whether something is to be done, where somebody can answer.
func (r *resetter) sure(what string) error {
	if r.yes {
		return nil
	}
	if !term.IsTerminal(r.files.In.Fd()) {
		return errors.New("nobody can be asked here; give --yes if you are sure. Nothing was changed")
	}
	fmt.Fprintf(r.out, "Let %s? A copy of your record is kept. Type yes or no: ", what)
	if err := r.out.Flush(); err != nil {
		return err
	}
	answer, _ := bufio.NewReader(r.in).ReadString('\n') // the end of the input is no yes
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "yes", "y":
		return nil
	}
	return failure{errors.New("nothing was changed")}
}
