//go:build unix

package tui_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/creack/pty"
)

// BenchmarkStart starts the program on a terminal that never answers, in turn with an empty program of Bubble Tea, and
// tells the middle of 25 starts each: the time to the first frame, and the processor's time until then. What counts is the
// difference; at most 10 ms are wanted.
func BenchmarkStart(b *testing.B) {
	const starts = 25
	dir := b.TempDir()
	build := func(name, from string) string {
		file := filepath.Join(dir, name)
		if out, err := exec.Command("go", "build", "-o", file, from).CombinedOutput(); err != nil {
			b.Fatalf("building %s: %v\n%s", from, err, out)
		}
		return file
	}
	programs := []string{build("whole", "chainrule"), build("empty", "./testdata/empty")}
	for b.Loop() {
		frames, work := make([][]time.Duration, 2), make([][]time.Duration, 2)
		for range starts {
			for i, p := range programs {
				frame, cpu, err := firstFrame(p, dir)
				if err != nil {
					b.Fatal(err)
				}
				frames[i], work[i] = append(frames[i], frame), append(work[i], cpu)
			}
		}
		for i, name := range []string{"whole", "empty"} {
			b.ReportMetric(middle(frames[i]), name+"-frame-ms")
			b.ReportMetric(middle(work[i]), name+"-cpu-ms")
		}
	}
}

func middle(all []time.Duration) float64 {
	slices.Sort(all)
	return float64(all[len(all)/2]) / float64(time.Millisecond)
}

// firstFrame starts a program and ends it when the word chainrule is on the screen.
func firstFrame(program, home string) (frame, cpu time.Duration, err error) {
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "LANG=C.UTF-8", "HOME="+home, "XDG_DATA_HOME="+home, "XDG_STATE_HOME="+home)
	begun := time.Now()
	p, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 80, Rows: 24})
	if err != nil {
		return 0, 0, fmt.Errorf("starting %s: %w", program, err)
	}
	defer p.Close()
	var seen []byte
	for part := make([]byte, 4096); !bytes.Contains(seen, []byte("chainrule")); {
		n, err := p.Read(part)
		if err != nil {
			return 0, 0, fmt.Errorf("%s showed %q: %w", program, seen, err)
		}
		seen = append(seen, part[:n]...)
	}
	frame = time.Since(begun)
	_ = cmd.Process.Kill()
	_ = cmd.Wait() // it was killed
	return frame, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), nil
}
