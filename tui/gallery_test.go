package tui_test

import (
	"os"
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"chainrule/lessons/content"
	"chainrule/tui/kit"
)

// A scene is a picture of README.md: the place where it is, what is done there, and the name of its file.
type scene struct {
	name       string
	place      kit.Place
	cols, rows int
	keys       []string
	// looks are the moments of a moving picture: after so many of the keys it stands still for so many seconds.
	looks []look
	still int // the look that is seen where nothing moves
}

type look struct {
	after   int
	seconds float64
}

var quotientRule = kit.Place{Kind: kit.Lesson, ID: "sigmoid-derivative/quotient-rule"}

var gallery = []scene{
	{
		name: "derivation", place: quotientRule, cols: 108, rows: 31,
		keys: []string{
			"press:f4", "press:f4", "type:-e^-x", "type:/(1+e^-x)", "type:^2", "press:enter", "press:f3", "press:ctrl+u",
			"type:-d/dx(1+e^-x)/(1+e^-x)^2", "press:enter", "type:e^-x/(1+e^-x)^2", "press:enter",
		},
		looks: []look{{2, 1.5}, {3, 1}, {4, 1}, {5, 1.5}, {6, 3}, {7, 4.5}, {9, 1.5}, {10, 2}, {11, 1.5}, {12, 5}}, still: 5,
	},
	{
		name: "lab", place: kit.Place{Kind: kit.Lesson, ID: "linear-regression/run"}, cols: 120, rows: 31,
		keys: []string{"type:" + rightGradient, "press:enter"},
	},
	{name: "finished", place: kit.Place{Kind: kit.Lesson, ID: "sigmoid-derivative/chain-rule"}, cols: 108, rows: 31, keys: []string{
		"press:f4", "press:f4",
		"type:-(1+e^-x)^-2 d/dx(1+e^-x)", "press:enter",
		"type:-(1+e^-x)^-2 (-e^-x)", "press:enter",
		"type:e^-x/(1+e^-x)^2", "press:enter",
	}},
	{name: "map", place: kit.Place{Kind: kit.Home}, cols: 108, rows: 31},
	{name: "playground", place: kit.Place{Kind: kit.Play}, cols: 108, rows: 31, keys: []string{"type:x^2 e^-x", "press:enter"}},
}

// TestGallery plays the course to the screens that README.md shows as pictures: a learner sees the same. UPDATE_GOLDEN=1
// draws them anew.
func TestGallery(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range gallery {
		t.Run(s.name, func(t *testing.T) {
			d := openApp(c, record(t), kit.Look{Background: kit.Dark}, termenv.TrueColor, s.place)
			d.resize(s.cols, s.rows)
			var views []string
			var seconds []float64
			done := 0
			for _, l := range s.looks {
				d.perform(t, s.keys[done:l.after])
				done = l.after
				views, seconds = append(views, d.app.View()), append(seconds, l.seconds)
			}
			if s.looks == nil {
				d.perform(t, s.keys)
				views, seconds = []string{d.app.View()}, []float64{1}
			}
			file := "testdata/gallery/" + s.name + ".svg"
			picture := drawSVG(t, s.cols, s.rows, views, seconds, s.still)
			if len(picture) > 300_000 {
				t.Errorf("%s has %d bytes, too many for a page that is read over a slow line", file, len(picture))
			}
			golden(t, file, picture)
			if !strings.Contains(string(page), "(tui/"+file+")") {
				t.Errorf("README.md does not show %s", file)
			}
		})
	}
}
