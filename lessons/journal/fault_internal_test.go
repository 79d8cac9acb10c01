package journal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	_ "chainrule/mathcore/exprtest/fixed"
)

var errDisk = errors.New("the disk is broken")

// A faulty file fails at one of its calls, in one of several ways, and works before and after.
type faulty struct {
	handle
	calls *int
	at    int
	way   string
}

func (f faulty) now() bool {
	*f.calls++
	return *f.calls == f.at
}

func (f faulty) Write(b []byte) (int, error) {
	if !f.now() {
		return f.handle.Write(b)
	}
	switch f.way {
	case "half":
		n, _ := f.handle.Write(b[:len(b)/2])
		return n, errDisk
	case "unconfirmed":
		n, _ := f.handle.Write(b)
		return n, errDisk
	}
	return 0, errDisk
}

func (f faulty) Sync() error {
	if f.now() {
		return errDisk
	}
	return f.handle.Sync()
}

// confirm syncs the directory of the file.
func (f faulty) confirm(path string) error {
	if f.now() {
		return errDisk
	}
	return syncFolder(path)
}

// TestFaults lets each call of a few saves fail once. Nothing may be lost, nothing kept twice, and while something is not
// on the disk it must not be said to be saved.
func TestFaults(t *testing.T) {
	for _, way := range []string{"nothing", "half", "unconfirmed"} {
		for at := 1; at <= 12; at++ {
			t.Run(fmt.Sprintf("%s/%d", way, at), func(t *testing.T) {
				path := filepath.Join(t.TempDir(), "journal.jsonl")
				clock := func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) }
				j := Open(path, clock, nil)
				calls := 0
				disk := faulty{j.file, &calls, at, way}
				j.file, j.confirm = disk, disk.confirm
				var want []string
				for i := range 5 {
					text := fmt.Sprintf("x + %d", i)
					want = append(want, text)
					before := calls
					err := j.Append(Event{Kind: Answered, Lesson: "a", Screen: "a/1", Text: text, Verdict: "wrong"})
					failed := before < at && at <= calls
					if failed != (err != nil) || failed == j.Saved() {
						t.Errorf("event %d: error %v, said to be saved: %v, while the disk failed: %v", i, err, j.Saved(), failed)
					}
				}
				if err := j.Close(); err != nil {
					t.Error(err)
				}
				again := Open(path, clock, nil)
				defer func() { _ = again.Close() }()
				var got []string
				for _, e := range again.State().Events("a/1") {
					got = append(got, e.Text)
				}
				if !reflect.DeepEqual(got, want) {
					text, _ := os.ReadFile(path)
					t.Errorf("kept %q, want %q; the file:\n%s", got, want, text)
				}
			})
		}
	}
}

// TestUnsavedTells fails when the end of a session hides that something is in no file.
func TestUnsavedTells(t *testing.T) {
	j := Open(filepath.Join(t.TempDir(), "journal.jsonl"), time.Now, nil)
	calls := 0
	file := j.file
	for range 3 {
		calls = 0
		j.file = faulty{file, &calls, 1, "nothing"}
		_ = j.Append(Event{Kind: Opened, Lesson: "a", Screen: "a/1"})
	}
	calls = 0
	j.file = faulty{file, &calls, 1, "nothing"}
	err := j.Close()
	unsaved, ok := errors.AsType[*Unsaved](err)
	if !ok || unsaved.Events != 3 || !errors.Is(err, errDisk) || !strings.Contains(err.Error(), "the last 3 things that you did are not saved") {
		t.Errorf("closing tells: %v", err)
	}
}

// TestFast reads lines of all kinds in both ways: what the fast one takes must be what encoding/json makes of it.
func TestFast(t *testing.T) {
	for _, line := range []string{
		`{"v":1,"at":"2026-01-02T03:04:05.006Z","kind":"answer","lesson":"a","screen":"a/1","seed":3,"level":"free","text":"e^x","verdict":"step","slip":"sign"}`,
		`{"v":1,"at":"2026-01-02T03:04:05Z","kind":"done","lesson":"a","screen":"a/1","skills":["p","q"],"aided":true}`,
		`{"v":1,"at":"2026-01-02T03:04:05Z","kind":"answer","lesson":"a","screen":"a/1","text":"x","read":"x/(y)","verdict":"step","rules":["p"],"several":true}`,
		`{"v":1,"at":"2026-01-02T03:04:05+01:00","kind":"hint","lesson":"a","screen":"a/1","rung":2,"again":true}`,
	} {
		if _, taken := (&reader{words: map[string]string{}}).fast([]byte(line)); !taken {
			t.Errorf("the fast way leaves %s to the slow one", line)
		}
		agree(t, []byte(line))
	}
}

func agree(t interface{ Errorf(string, ...any) }, line []byte) {
	r := &reader{words: map[string]string{}}
	fast, taken := r.fast(line)
	if !taken {
		return
	}
	if slow, ok := decode(line); fast.valid() != ok || ok && !reflect.DeepEqual(fast, slow) {
		t.Errorf("%q: fast %+v, slow %+v (%v)", line, fast, slow, ok)
	}
}

// FuzzFast cuts and joins lines at will.
func FuzzFast(f *testing.F) { f.Fuzz(rapid.MakeFuzz(fastAgrees)) }

// TestFastAgrees is the same, counted.
func TestFastAgrees(t *testing.T) { rapid.Check(t, fastAgrees) }

func fastAgrees(t *rapid.T) {
	keys := []string{"v", "sitting", "window", "count", "task", "at", "kind", "lesson", "screen", "seed", "level", "text", "verdict", "slip", "rung", "skills", "rules", "several", "aided", "again", "V", "x"}
	values := []string{
		"1", "01", "0", "7", "-1", "1.0", "1e3", "999999999", "9999999999", `"a"`, `""`, `"answer"`, `"done"`, `"é"`, "\"\xff\"", `"\n"`, `"a\"b"`,
		`"2026-01-02T03:04:05Z"`, `"2026-01-02T3:04:05Z"`, `"2026-01-02T03:04:05.123456789+01:00"`, "true", "false", "null", `["p","q"]`, `[]`, `["p",]`, `{}`,
	}
	line := `{"v":1,"at":"2026-01-02T03:04:05Z","kind":"open","lesson":"a","screen":"a/1"`
	for range rapid.IntRange(0, 6).Draw(t, "fields") {
		line += "," + rapid.SampledFrom([]string{"", " "}).Draw(t, "blank") +
			`"` + rapid.SampledFrom(keys).Draw(t, "key") + `":` + rapid.SampledFrom(values).Draw(t, "value")
	}
	agree(t, []byte(line+rapid.SampledFrom([]string{"}", "", "}}", "} ", "},"}).Draw(t, "end")))
}

// nowhere is a file that takes everything and keeps nothing.
type nowhere struct{}

func (nowhere) Write(b []byte) (int, error) { return len(b), nil }
func (nowhere) Sync() error                 { return nil }
func (nowhere) Close() error                { return nil }

// TestAppendIsConstant adds events to a record of nothing and to one of years: what is allocated for one is the same.
func TestAppendIsConstant(t *testing.T) {
	var each []float64
	for _, events := range []int{0, 100_000} {
		path := filepath.Join(t.TempDir(), "journal.jsonl")
		writeRecord(t, path, events)
		j := Open(path, time.Now, nil)
		if err := j.file.Close(); err != nil {
			t.Fatal(err)
		}
		j.file = nowhere{}
		each = append(each, testing.AllocsPerRun(600, func() {
			for _, kind := range []Kind{Opened, Answered, Hinted, Finished} {
				_ = j.Append(Event{Kind: kind, Lesson: "a", Screen: "a/1", Text: "x", Skills: []string{"p"}})
			}
		}))
	}
	if each[1] > each[0]+1 {
		t.Errorf("%.1f allocations after nothing, %.1f after years", each[0], each[1])
	}
}

// BenchmarkOpen reads the record of years.
func BenchmarkOpen(b *testing.B) {
	for _, events := range []int{100_000, 1_000_000} {
		path := filepath.Join(b.TempDir(), "journal.jsonl")
		writeRecord(b, path, events)
		b.Run(fmt.Sprint(events), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Read(path, nil)
			}
		})
	}
}

// writeRecord makes a record such as learners leave: screens come up, are answered and hinted at, and are finished.
func writeRecord(tb testing.TB, path string, events int) {
	tb.Helper()
	var text strings.Builder
	for i := range events {
		screen := i / 6 % 100
		at := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC).Add(time.Duration(i) * time.Second).Format(time.RFC3339Nano)
		where := fmt.Sprintf(`"lesson":"lesson-%d","screen":"lesson-%d/%d"`, screen/10, screen/10, screen%10)
		switch i % 6 {
		case 0:
			fmt.Fprintf(&text, `{"v":1,"at":%q,"kind":"open",%s}`+"\n", at, where)
		case 4:
			fmt.Fprintf(&text, `{"v":1,"at":%q,"kind":"hint",%s,"rung":1}`+"\n", at, where)
		case 5:
			fmt.Fprintf(&text, `{"v":1,"at":%q,"kind":"done",%s,"skills":["exp-algebra"],"aided":true}`+"\n", at, where)
		default:
			fmt.Fprintf(&text, `{"v":1,"at":%q,"kind":"answer",%s,"seed":2,"level":"free","text":"e^(-x)/(1+e^(-x))^%d","verdict":"step"}`+"\n", at, where, i)
		}
	}
	if err := os.WriteFile(path, []byte(text.String()), private); err != nil {
		tb.Fatal(err)
	}
}

// FuzzRecord reads anything as a record. It must end, keep no more than the file has lines, and bound what it sets aside;
// what it takes for an event must be one for the next reader, too.
func FuzzRecord(f *testing.F) {
	f.Add([]byte(`{"v":1,"at":"2026-01-02T03:04:05Z","kind":"open","lesson":"a","screen":"a/1"}` + "\n" + `{"v":1`))
	f.Add([]byte(`{"v":1,"at":"2026-01-02T03:04:05Z","kind":"answer","lesson":"a","screen":"a/1","text":"x","verdict":"step","again":true}` + "\n\n[]\n"))
	f.Add([]byte(strings.Repeat("x", lineLimit+5) + "\n" + strings.Repeat("\x00", 300)))
	f.Fuzz(func(t *testing.T, text []byte) {
		j := &Journal{path: "journal.jsonl", state: newState()}
		aside := &unreadable{}
		if err := j.fold(bytes.NewReader(text), aside); err != nil {
			t.Fatal(err)
		}
		lines := bytes.Count(text, []byte("\n")) + 1
		events := 0
		for _, p := range j.state.screens {
			events += len(p.events)
		}
		if events+aside.count > lines || aside.size > asideLimit || len(aside.lines) > aside.count {
			t.Errorf("%d lines make %d events and %d lines set aside, %d bytes", lines, events, aside.count, aside.size)
		}
		if torn := len(text) > 0 && text[len(text)-1] != '\n'; j.torn != torn {
			t.Errorf("the last line is torn: %v, noticed: %v", torn, j.torn)
		}
		again := &Journal{path: "journal.jsonl", state: newState()}
		if err := again.fold(bytes.NewReader(text), &unreadable{}); err != nil || !reflect.DeepEqual(again.state, j.state) {
			t.Errorf("read once more it is something else: %v", err)
		}
	})
}
