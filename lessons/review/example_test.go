package review_test

import (
	"fmt"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
)

// A state follows a record, says what is due, and plans what to ask. Here the record is made up: one evening with the first
// two questions of the course.
func Example() {
	course, err := content.Course()
	if err != nil {
		fmt.Println(err)
		return
	}
	s := review.New(course) // then s.Follow(record.State()), again whenever something was added
	evening := time.Date(2026, 1, 2, 20, 0, 0, 0, time.UTC)
	s.Take(journal.End{At: evening, Lesson: "sigmoid", Screen: "sigmoid/values", Skills: []string{"sigmoid-value"}})
	s.Take(journal.End{At: evening, Lesson: "sigmoid", Screen: "sigmoid/forms", Level: lessons.Faded.String(), Skills: []string{"exp-algebra"}, Aided: true})

	later := evening.AddDate(0, 0, 3)
	for _, k := range s.Skills(later) {
		if k.Mastery != review.Unmet {
			fmt.Printf("%s: %s, recalled %.0f times in 100, due %s\n", k.ID, k.Mastery, 100*k.Recall, k.Due.Format(time.DateOnly))
		}
	}
	for _, task := range s.Plan(later, 1, review.Wish{Tasks: 10, OnlyDue: true}) {
		fmt.Printf("%s with seed %d, %s, for %v\n", task.Screen.ID, task.Seed, task.Level, task.Due)
	}
	// Output:
	// exp-algebra: met, recalled 79 times in 100, due 2026-01-04
	// sigmoid-value: fresh, recalled 90 times in 100, due 2026-01-06
	// sigmoid/forms with seed 1, faded, for [exp-algebra]
}
