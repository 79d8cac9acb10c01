package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"chainrule/lessons"
)

// learnerJSON is what progress DIR --json prints for each record.
type learnerJSON struct {
	Learner string `json:"learner"`
	recordJSON
}

// A kept record is a file in which somebody's progress lies, and the name that it has there.
type keptRecord struct{ learner, path string }

// everybody tells of all records in a directory, one line for each.
func (p *progressTeller) everybody(dir string, course *lessons.Course) error {
	records, err := recordsIn(dir)
	if err != nil {
		return err
	}
	if len(records) == 0 {
		return fmt.Errorf("there is no record in %q: it is a file NAME.jsonl, or NAME/journal.jsonl", dir)
	}
	switch {
	case p.markdown:
		fmt.Fprint(p.out, "| learner | lessons | screens | known | met |\n|---|---|---|---|---|\n")
	case !p.json:
		fmt.Fprintln(p.out, "learner\tlessons\tscreens\tknown\tmet")
	}
	row := map[bool]string{false: "%s\t%d\t%d\t%d\t%d\n", true: "| %s | %d | %d | %d | %d |\n"}[p.markdown]
	for _, r := range records {
		told := p.read(r.path, course)
		if p.json {
			if err := writeJSON(p.out, learnerJSON{r.learner, told}); err != nil {
				return err
			}
			continue
		}
		lessonsDone, screens := told.finished()
		fmt.Fprintf(p.out, row, oneLine(r.learner), lessonsDone, screens, told.skills("known"), told.skills("met")+told.skills("fresh"))
	}
	return nil
}

// recordsIn returns the records of a directory in the order of their names.
func recordsIn(dir string) ([]keptRecord, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("reading %q: %w", dir, errors.Unwrap(err))
	}
	var all []keptRecord
	for _, e := range entries {
		name, isRecord := strings.CutSuffix(e.Name(), ".jsonl")
		if isRecord && e.Type().IsRegular() {
			all = append(all, keptRecord{name, filepath.Join(dir, e.Name())})
		}
		for _, inside := range []string{"journal.jsonl", filepath.Join("chainrule", "journal.jsonl")} {
			path := filepath.Join(dir, e.Name(), inside)
			if info, err := os.Stat(path); e.IsDir() && err == nil && info.Mode().IsRegular() {
				all = append(all, keptRecord{e.Name(), path})
				break
			}
		}
	}
	return all, nil
}

// finished counts the lessons whose screens are all finished, and the finished screens of all lessons, optional ones left out.
func (r recordJSON) finished() (whole, screens int) {
	for _, l := range r.Lessons {
		if l.Optional {
			continue
		}
		screens += l.Finished
		if l.Finished == l.Screens {
			whole++
		}
	}
	return whole, screens
}

// skills counts the skills in a state.
func (r recordJSON) skills(state string) int {
	count := 0
	for _, s := range r.Skills {
		if s.State == state {
			count++
		}
	}
	return count
}
