package review_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
)

// years writes the record of somebody who went through the course and reviews since, twelve tasks an evening, until there are
// so many events: each task comes up, takes two answers and a hint now and then, and is finished.
func years(tb testing.TB, c *lessons.Course, path string, events int) {
	tb.Helper()
	file, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	out := bufio.NewWriter(file)
	mark := journal.Stamp{Sitting: 1, Window: "abcdefghij"}
	keep := func(e journal.Event) {
		mark.Count++
		e.Version, e.Stamp = 1, mark
		line, err := json.Marshal(e)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			tb.Fatal(err)
		}
		events--
	}
	s := review.New(c)
	do := func(screen *lessons.Screen, now time.Time, seed uint64, task string) {
		end := answered(screen, now, seed, task)
		e := journal.Event{At: now, Lesson: end.Lesson, Screen: end.Screen, Task: task, Seed: seed, Level: end.Level}
		e.Kind = journal.Opened
		keep(e)
		if screen.Question != nil {
			typed := e
			typed.Kind, typed.Text, typed.Verdict = journal.Answered, "e^(-x)/(1+e^(-x))^2", "step"
			keep(typed)
			if events%5 == 0 {
				typed.Verdict, typed.Slip = "wrong", "sign"
				end.Aided, end.Slips = true, []string{"sign"}
			}
			keep(typed)
			if events%7 == 0 {
				typed.Kind, typed.Rung = journal.Hinted, 1
				end.Aided, end.Rung = true, 1
				keep(typed)
			}
		}
		if e.Kind = journal.Finished; task != "" {
			e.Kind = journal.Reviewed
		}
		e.Skills, e.Aided = end.Skills, end.Aided
		keep(e)
		s.Take(end)
	}
	day := 0.0
	for _, l := range lessonsOf(tb, c) {
		for _, screen := range l.Screens {
			do(screen, at(day), 0, "")
		}
		day++
	}
	for events > 0 {
		mark = journal.Stamp{Sitting: mark.Sitting + 1, Window: "abcdefghij"}
		for _, task := range s.Plan(at(day), uint64(day), review.Wish{Tasks: 12}) {
			do(task.Screen, at(day), task.Seed, "review")
		}
		day++
	}
	if err := out.Flush(); err != nil {
		tb.Fatal(err)
	}
	if err := file.Close(); err != nil {
		tb.Fatal(err)
	}
}

// BenchmarkStart reads the record of years and finds out what is due: with all lessons read before, and with the record
// alone.
func BenchmarkStart(b *testing.B) {
	c := course(b)
	for _, size := range []struct {
		name   string
		events int
	}{{"empty", 0}, {"100000", 100_000}} {
		path := filepath.Join(b.TempDir(), "journal.jsonl")
		if size.events > 0 {
			years(b, c, path, size.events)
		}
		b.Run(size.name+"/record", func(b *testing.B) {
			for b.Loop() {
				journal.Read(path, nil)
			}
		})
		b.Run(size.name+"/state", func(b *testing.B) {
			for b.Loop() {
				s := review.New(c)
				s.Follow(journal.Read(path, nil).State())
				s.Due(at(5000))
			}
		})
	}
}

// BenchmarkPlan chooses an evening's tasks after years.
func BenchmarkPlan(b *testing.B) {
	c := course(b)
	path := filepath.Join(b.TempDir(), "journal.jsonl")
	years(b, c, path, 20_000)
	s := review.New(c)
	s.Follow(journal.Read(path, nil).State())
	for b.Loop() {
		s.Plan(at(5000), 1, review.Wish{Tasks: 10})
	}
}
