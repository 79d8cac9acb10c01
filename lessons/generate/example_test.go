package generate_test

import (
	"os"
	"regexp"
	"testing"
	"testing/fstest"

	"chainrule/lessons"
	"chainrule/lessons/generate"
)

// TestFormatExample draws from the family that the description of the format shows, beside the lesson that it shows.
func TestFormatExample(t *testing.T) {
	page, err := os.ReadFile("../FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	lesson := regexp.MustCompile(`(?s)~~~markdown\n(.*)~~~`).FindSubmatch(page)
	family := regexp.MustCompile("(?s)```toml\n(\\[\\[family\\]\\].*?)```").FindSubmatch(page)
	if lesson == nil || family == nil {
		t.Fatal("no example")
	}
	c, err := lessons.Load(fstest.MapFS{"squares.md": {Data: lesson[1]}, "families.toml": {Data: family[1]}}, course(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range lessons.Difficulties {
		for _, f := range c.Families() {
			if tally := generate.Try(c, f, d, 30); tally.Refused > 15 || len(tally.Faults) > 0 {
				t.Errorf("%s: %d of %d refused, %s, %v", d, tally.Refused, tally.Draws, tally.Why(), tally.Faults)
			}
		}
	}
}

// TestAgain: a draw is the same each time, and Find passes over what it is told to.
func TestAgain(t *testing.T) {
	c := course(t)
	id := lessons.Draw{Family: "false-line-quotient", Difficulty: lessons.Hard, Seed: 4}
	first, _, err := generate.Text(c, id)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if again, _, err := generate.Text(c, id); err != nil || string(again) != string(first) {
			t.Fatalf("%v:\n%s\nthen\n%s", err, first, again)
		}
	}
	found, refused, err := generate.Find(c, id, func(s *lessons.Screen) bool { d, _ := lessons.ParseDraw(s.ID); return d.Seed >= 7 })
	if err != nil || refused < 3 {
		t.Fatalf("%v, %d passed over", err, refused)
	}
	if d, ok := lessons.ParseDraw(found.ID); !ok || d.Seed < 7 {
		t.Errorf("found %s", found.ID)
	}
	if _, _, err := generate.Find(c, id, func(*lessons.Screen) bool { return false }); err == nil {
		t.Error("something is found where nothing is wanted")
	}
}
