package tui_test

import (
	"testing"

	"chainrule/lessons/content"
	"chainrule/tui/kit"
)

// TestEarlyKeys types before a screen is ready: what was typed must not be lost, so that all looks as when it is typed later. The
// key that leaves does so at once.
func TestEarlyKeys(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		about string
		place kit.Place
		ready []string // done while nothing is held
		early []string
	}{
		{"a lesson that opens", kit.Place{Kind: kit.Lesson, ID: "sigmoid-derivative"}, nil, []string{"press:ctrl+n", "press:enter"}},
		{"the next question", kit.Place{Kind: kit.Lesson, ID: "sigmoid"}, nil, []string{"press:enter", "type:e^x+1", "press:left"}},
		{"the next screen but one", kit.Place{Kind: kit.Lesson, ID: "sigmoid"}, nil, []string{"press:ctrl+n", "press:ctrl+n", "type:1/2"}},
		{"the map", kit.Place{Kind: kit.Home}, nil, []string{"press:down", "press:down"}},
		{"the questions that find a place", kit.Place{Kind: kit.Placing}, nil, []string{"press:enter", "type:17"}},
		{"the next of these", kit.Place{Kind: kit.Placing}, []string{"press:enter"}, []string{"press:f2", "type:17"}},
		{"the exam", kit.Place{Kind: kit.Exam}, nil, []string{"press:down", "press:enter", "type:1+e^x"}},
		{"a review", kit.Place{Kind: kit.Review}, nil, []string{"type:3"}},
	} {
		t.Run(tt.about, func(t *testing.T) {
			screens := make([]string, 2)
			for i := range screens {
				d := openHeld(t, c, tt.place, i == 1 && tt.ready == nil)
				d.perform(t, tt.ready)
				d.hold = i == 1
				d.perform(t, tt.early)
				d.release()
				d.resize(120, 40)
				d.perform(t, []string{"press:f20"}) // takes a word in the footer away
				screens[i] = d.screen()
			}
			if screens[0] != screens[1] {
				t.Errorf("typed when all is ready:\n%s\ntyped before:\n%s", screens[0], screens[1])
			}
		})
	}
	d := openHeld(t, c, kit.Place{Kind: kit.Lesson, ID: "sigmoid"}, true)
	d.perform(t, []string{"type:17", "press:esc"})
	d.release()
	d.resize(120, 40)
	home := openHeld(t, c, kit.Place{Kind: kit.Home}, false)
	home.resize(120, 40)
	if got, want := d.screen(), home.screen(); got != want {
		t.Errorf("after esc there is\n%s\nin place of\n%s", got, want)
	}
}
