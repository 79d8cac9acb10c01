package tui

import (
	"chainrule/tui/desk"
	"chainrule/tui/home"
	"chainrule/tui/kit"
	"chainrule/tui/lesson"
)

// Screens is the only place that knows all screens: one line for each kind of place.
func Screens(d *desk.Desk) map[kit.Kind]Maker {
	return map[kit.Kind]Maker{
		kit.Home:   func(string) (kit.Screen, error) { return home.New(d), nil },
		kit.Lesson: func(id string) (kit.Screen, error) { return lesson.New(d, id) },
	}
}
