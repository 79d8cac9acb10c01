package tui

import (
	"sync"

	"chainrule/tui/card"
	"chainrule/tui/exam"
	"chainrule/tui/finish"
	"chainrule/tui/home"
	"chainrule/tui/kit"
	"chainrule/tui/lesson"
	"chainrule/tui/place"
	"chainrule/tui/play"
	"chainrule/tui/practice"
	"chainrule/tui/record"
	"chainrule/tui/search"
	"chainrule/tui/session"
)

// Screens is the only place that knows all screens: one line for each kind of place.
func Screens(s *session.Session, styles *kit.Styles) map[kit.Kind]Maker {
	ground := sync.OnceValue(func() *play.Screen { return play.New(s, styles) }) // one sheet, whatever it is opened with
	opened := map[string]*lesson.Screen{}                                        // one screen for a lesson, whichever of its places is gone to
	return map[kit.Kind]Maker{
		kit.Home:   func(string) (kit.Screen, error) { return home.New(s, styles), nil },
		kit.Finish: func(id string) (kit.Screen, error) { return finish.New(s, styles, id) },
		kit.Lesson: func(id string) (kit.Screen, error) {
			entry, _, ok := s.Course.Locate(id)
			if ok && opened[entry.ID] != nil {
				return opened[entry.ID], nil
			}
			screen, err := lesson.New(s, styles, id)
			if err != nil {
				return nil, err
			}
			opened[entry.ID] = screen
			return screen, nil
		},
		kit.Play:   func(string) (kit.Screen, error) { return ground(), nil },
		kit.Card:   func(id string) (kit.Screen, error) { return card.New(s, styles, id), nil },
		kit.Find:   func(string) (kit.Screen, error) { return search.New(s, styles), nil },
		kit.Record: func(id string) (kit.Screen, error) { return record.Open(s, styles, id), nil },
		kit.Review: func(string) (kit.Screen, error) { return practice.NewReview(s, styles), nil },
		kit.Practice: func(id string) (kit.Screen, error) {
			if id == "" {
				return practice.NewChooser(s, styles), nil
			}
			return practice.New(s, styles, id), nil
		},
		kit.Placing: func(id string) (kit.Screen, error) { return place.New(s, styles, id) },
		kit.Exam:    func(string) (kit.Screen, error) { return exam.New(s, styles), nil },
	}
}
