package tui_test

import (
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
	"chainrule/tui/kit"
)

// TestOddKeys presses and types at random on screens of all kinds, while what their commands bring comes early, late and in any
// order: nothing may break, and each picture must fill its window. Who types odd things loses nothing by it.
func TestOddKeys(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	places := placesOf(c)
	keys := []string{
		"enter", "enter", "esc", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "pgup", "pgdown", "backspace", "delete", "ctrl+a",
		"ctrl+e", "ctrl+j", "ctrl+k", "ctrl+l", "ctrl+n", "ctrl+p", "ctrl+u", "ctrl+w", "ctrl+y", "ctrl+_", "alt+g", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8",
		"f9", "f10", "f11", "f12",
	}
	texts := []string{"1", "2", "7", "x", "e^x", "1/(1+e^-x)", "g(x)*(1-g(x))", "ln(1-p)", ")(", "d/dx", "∞ŷ", "?", "/", "q", "w", "c", "a\nb", ":go 1.2", " "}
	dir, count := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		first := rapid.SampledFrom(places).Draw(t, "place")
		count++
		j := journal.Open(filepath.Join(dir, strconv.Itoa(count)), clock, nil)
		defer func() { _ = j.Close() }()
		d := begin(c, j, kit.Look{}, termenv.Ascii, first, true)
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			switch rapid.IntRange(0, 9).Draw(t, "step") {
			case 0, 1, 2:
				if err := d.press(rapid.SampledFrom(keys).Draw(t, "key")); err != nil {
					t.Fatal(err)
				}
			case 3, 4:
				d.typeText(rapid.SampledFrom(texts).Draw(t, "text"))
			case 5:
				size := rapid.SampledFrom(slices.Concat(sizes, [][2]int{{59, 19}, {1, 1}})).Draw(t, "size")
				d.resize(size[0], size[1])
				fits(t, d.app.View(), size[0], size[1], false)
			default:
				if len(d.held) > 0 {
					d.deliver(rapid.IntRange(0, len(d.held)-1).Draw(t, "command"))
				}
			}
			if _ = d.app.View(); d.fail != nil {
				t.Fatal(d.fail)
			}
		}
	})
}

// placesOf lists a place of each kind, and all screens of two lessons.
func placesOf(c *lessons.Course) []kit.Place {
	places := []kit.Place{
		{Kind: kit.Home},
		{Kind: kit.Review},
		{Kind: kit.Placing},
		{Kind: kit.Placing, ID: "entropy"},
		{Kind: kit.Exam},
		{Kind: kit.Practice},
		{Kind: kit.Practice, ID: c.Skills[0].ID},
		{Kind: kit.Record},
		{Kind: kit.Play},
		{Kind: kit.Play, ID: "w x^2 + b"},
		{Kind: kit.Card, ID: "entropy"},
		{Kind: kit.Find},
		{Kind: kit.Finish, ID: "sigmoid"},
	}
	for _, id := range []string{"sigmoid", "linear-regression"} {
		e, _ := c.Entry(id)
		l, err := e.Lesson()
		if err != nil {
			continue
		}
		for _, s := range l.Screens {
			places = append(places, kit.Place{Kind: kit.Lesson, ID: id + "/" + s.ID})
		}
	}
	return places
}
