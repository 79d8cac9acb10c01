// Package content is the built-in course: the order of the lessons, the catalogues of rules and slips, and one Markdown
// file per lesson, embedded in the program.
//
// It holds documents and no logic.
package content

import (
	"embed"

	"chainrule/lessons"
)

// Files holds the documents of the course.
//
//go:embed *.md *.toml
var Files embed.FS

// Course opens the built-in course. An error means that a document is at fault.
func Course() (*lessons.Course, error) { return lessons.Open(Files, nil) }
