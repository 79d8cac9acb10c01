package tui

import (
	"chainrule/tui/finish"
	"chainrule/tui/home"
	"chainrule/tui/kit"
	"chainrule/tui/lesson"
	"chainrule/tui/practice"
	"chainrule/tui/record"
	"chainrule/tui/session"
)

// Screens is the only place that knows all screens: one line for each kind of place.
func Screens(s *session.Session, styles *kit.Styles) map[kit.Kind]Maker {
	return map[kit.Kind]Maker{
		kit.Home:   func(string) (kit.Screen, error) { return home.New(s, styles), nil },
		kit.Finish: func(id string) (kit.Screen, error) { return finish.New(s, styles, id) },
		kit.Lesson: func(id string) (kit.Screen, error) { return lesson.New(s, styles, id) },
		kit.Record: func(id string) (kit.Screen, error) { return record.Open(s, styles, id), nil },
		kit.Review: func(string) (kit.Screen, error) { return practice.NewReview(s, styles), nil },
		kit.Practice: func(id string) (kit.Screen, error) {
			if id == "" {
				return practice.NewChooser(s, styles), nil
			}
			return practice.New(s, styles, id), nil
		},
	}
}
