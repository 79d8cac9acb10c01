package generate

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"

	"chainrule/lessons"
)

// A Tally is what came of many draws of a family at a difficulty.
type Tally struct {
	Draws, Refused int
	// Different counts the draws that say something else than all before.
	Different int
	// Faults are those of the family itself: formulas that cannot be read, letters that are not declared.
	Faults []error

	whys map[string]int
}

// Why returns the reason for which most draws were refused.
func (t *Tally) Why() string {
	all := slices.Collect(maps.Keys(t.whys))
	if len(all) == 0 {
		return ""
	}
	return slices.MaxFunc(all, func(a, b string) int {
		return cmp.Or(cmp.Compare(t.whys[a], t.whys[b]), cmp.Compare(b, a))
	})
}

// Try draws with the seeds from 0 on, and looks at what came of it as the author's check does. Draws that say the same are looked
// at once.
func Try(course *lessons.Course, f *lessons.Family, d lessons.Difficulty, draws uint64) Tally {
	t := Tally{whys: map[string]int{}}
	known := map[string]error{}
	for seed := range draws {
		id := lessons.Draw{Family: f.ID, Difficulty: d, Seed: seed}
		says, err := said(course, f, id)
		if err == nil {
			why, seen := known[says]
			if !seen {
				_, why = Checked(course, id)
				known[says] = why
			}
			err = why
		}
		if _, checked := errors.AsType[lessons.Faults](err); err != nil && !checked && !isRefusal(err) {
			t.Faults = append(t.Faults, err)
		}
		t.Draws++
		if err != nil {
			t.Refused++
			t.whys[reason(err)]++
		}
	}
	t.Different = len(known)
	return t
}

// said returns what tells a draw from others: its text or, where nothing but the values of its letters is left to chance, these.
func said(course *lessons.Course, f *lessons.Family, id lessons.Draw) (string, error) {
	if f.Kind == "choice" || f.Kind == "spot" {
		text, _, err := Text(course, id)
		return string(text), err
	}
	d, err := newDrawer(course, id)
	if err != nil {
		return "", err
	}
	if err := d.draw(); err != nil {
		return "", err
	}
	return fmt.Sprint(d.texts), nil
}

// isRefusal reports whether a draw was refused for its values, and not for what the author wrote.
func isRefusal(err error) bool {
	return errors.Is(err, errUnless) || errors.Is(err, errNoSlip) || errors.Is(err, errNoRule)
}

// reason returns why a draw was refused, without what belongs to this draw alone.
func reason(err error) string {
	for _, known := range []error{errUnless, errNoSlip, errNoRule} {
		if errors.Is(err, known) {
			return known.Error()
		}
	}
	if faults, ok := errors.AsType[lessons.Faults](err); ok && len(faults) > 0 {
		return faults[0].What
	}
	return err.Error()
}
