package cli

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
)

const newHelp = `New writes a small lesson to begin with, which lint finds nothing to mend in: one
screen to read, a formula, a derivation, and a question for practice. LESSON is
the name of the lesson or of its file, such as cubes or my-course/cubes.md. A
file that is there is never overwritten.

  chainrule new cubes           writes cubes.md
  chainrule cubes.md            plays it
  chainrule lint cubes.md       tells what is wrong with it

How a lesson is written stands in lessons/FORMAT.md; lint --list tells the IDs of
skills, rules, slips, forms and domains.

Exit codes: 0 written; 2 a wrong command line, or it could not be written.`

// sample is the lesson that new writes; ID and TITLE stand for its own.
//
//go:embed sample.md
var sample string

// lessonID matches the names that a lesson may have.
var lessonID = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// longestID bounds the name of a lesson that new writes.
const longestID = 64

func (e *env) newLesson() *cobra.Command {
	return command(&cobra.Command{
		Use:   "new LESSON",
		Short: "write a small lesson to begin with",
		Long:  newHelp,
		RunE:  func(_ *cobra.Command, words []string) error { return e.write(words) },
	})
}

func (e *env) write(words []string) error {
	if len(words) != 1 {
		return fmt.Errorf("new takes the name of one lesson; it got %d", len(words))
	}
	path := strings.TrimSuffix(words[0], ".md") + ".md"
	id := strings.TrimSuffix(filepath.Base(path), ".md")
	if !lessonID.MatchString(id) || len(id) > longestID {
		return fmt.Errorf("a lesson cannot be called %q: take small letters, digits and hyphens, a letter first", id)
	}
	title := strings.ReplaceAll(id, "-", " ")
	title = strings.ToUpper(title[:1]) + title[1:]
	text := strings.NewReplacer("ID", id, "TITLE", title).Replace(sample)
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already; take another name, or take that file away first", path)
	}
	if err != nil {
		return fmt.Errorf("writing the lesson: %w", err)
	}
	_, err = f.WriteString(text)
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("writing the lesson: %w", err)
	}
	fmt.Fprintf(e.out, "written to %s; play it with: chainrule %s\n", path, path)
	return nil
}
