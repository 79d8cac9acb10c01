package cli

import (
	"testing"

	"chainrule/lessons/content"
)

// TestLists: each ID that is listed has words, and no list is empty.
func TestLists(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range catalogues {
		all := c.of(course)
		if len(all) == 0 {
			t.Errorf("%s: nothing is listed", c.name)
		}
		for _, e := range all {
			if e.id == "" || e.means == "" {
				t.Errorf("%s: %q has no words", c.name, e.id)
			}
		}
	}
}
