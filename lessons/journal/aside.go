package journal

import (
	"bytes"
	"os"
)

// asideSuffix is added to the name of the journal for the file that keeps the lines set aside.
const asideSuffix = ".set-aside"

// setAside copies unreadable lines to a file of their own, those that are not there yet, and says so. They also stay
// in the journal, which is never rewritten: another window may be writing to it.
func (j *Journal) setAside(lines [][]byte) {
	const private = 0o600
	name := j.path + asideSuffix
	kept, _ := os.ReadFile(name)
	known := map[string]bool{}
	for line := range bytes.Lines(kept) {
		known[string(bytes.TrimSpace(line))] = true
	}
	var fresh []byte
	count := 0
	for _, line := range lines {
		if !known[string(line)] {
			known[string(line)] = true
			fresh = append(append(fresh, line...), '\n')
			count++
		}
	}
	if count == 0 {
		return
	}
	noun, verb := "lines", "are"
	if count == 1 {
		noun, verb = "line", "is"
	}
	f, err := os.OpenFile(name, os.O_CREATE|os.O_APPEND|os.O_WRONLY, private)
	if err == nil {
		_, err = f.Write(fresh)
		if closing := f.Close(); err == nil {
			err = closing
		}
	}
	if err != nil {
		j.notice("%d %s of the record cannot be read and %s left out. Nothing was deleted: see %s.", count, noun, verb, j.path)
		return
	}
	j.notice("%d %s of the record cannot be read and %s left out. Nothing was deleted: see %s.", count, noun, verb, name)
}
