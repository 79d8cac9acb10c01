package parse

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// maxReadings bounds how many readings of one line are told.
const maxReadings = 4

const (
	maxForks = 8       // of a line that are remembered
	maxRuns  = 24      // of the parser over one line
	maxTried = 4 << 10 // bytes of a line that is read more than once
)

// A fork is a place where a line can be read in two ways: a token, and what is read there, which starts at a byte.
// At each fork one way is the likelier; Read takes that.
type fork struct {
	at    int
	start int
}

// rival reports whether the less likely way is to be taken at a fork, and remembers that the fork is there.
func (p *parser) rival(at, start int) bool {
	f := fork{at, start}
	if slices.Contains(p.turned, f) {
		return true
	}
	if !slices.Contains(p.forks, f) {
		if len(p.forks) == maxForks {
			p.crowded = true
		} else {
			p.forks = append(p.forks, f)
		}
	}
	return false
}

// A reader reads one line again and again, each time with other ways taken at its forks.
type reader struct {
	source  string
	names   names
	forks   []fork // those of the likeliest reading
	lines   []Line
	waiting [][]fork // what is to be turned next
	crowded bool     // there are forks that are not remembered
}

// Readings reads a line in all ways in which it can be meant, the likeliest first: that is what Read returns. There are
// at most four. A line that can be read in more ways, or is too long to be tried, has the note ManyReadings on each.
func Readings(source string, sc *scope.Scope) ([]Line, *Complaint) {
	r := reader{source: source, names: namesOf(sc)}
	complaint := r.run(nil)
	if len(source) > maxTried {
		r.crowded, r.waiting = len(r.forks) > 0, nil
	}
	for runs := 1; len(r.waiting) > 0 && len(r.lines) <= maxReadings; runs++ {
		if runs == maxRuns {
			r.crowded = true
			break
		}
		next := r.waiting[0]
		r.waiting = r.waiting[1:]
		r.run(next)
	}
	if len(r.lines) == 0 {
		return nil, complaint
	}
	if len(r.lines) > maxReadings || r.crowded && (len(r.lines) > 1 || len(source) > maxTried) {
		r.lines = r.lines[:min(maxReadings, len(r.lines))]
		all := expr.Span{Start: 0, End: len(source)}
		for i := range r.lines {
			r.lines[i].Notes = append(r.lines[i].Notes, Note{Span: all, Code: ManyReadings, Text: printable(source)})
		}
	}
	return r.lines, nil
}

// run reads the line with some of its forks turned, keeps what is new, and puts down which forks are to be turned next.
func (r *reader) run(turned []fork) *Complaint {
	p, complaint := newLineParser(r.source, r.names)
	if complaint != nil {
		return complaint
	}
	defer p.release()
	p.turned = turned
	line := p.line(r.source)
	r.crowded = r.crowded || p.crowded
	r.wait(turned, p.forks)
	if p.complaint != nil {
		return p.complaint
	}
	if !slices.ContainsFunc(r.lines, func(l Line) bool { return sameTrees(l, line) }) {
		r.lines = append(r.lines, line)
	}
	return nil
}

// wait puts down what to turn next. Whoever means the less likely way at one fork most likely means it at all, so that
// comes first; then one by one, then two at a time. Forks that appear only once others are turned are turned besides.
func (r *reader) wait(turned, forks []fork) {
	if len(turned) > 0 {
		for _, f := range forks {
			if !slices.Contains(r.forks, f) {
				r.waiting = append(r.waiting, append(slices.Clone(turned), f))
			}
		}
		return
	}
	r.forks = forks
	if len(forks) > 1 {
		r.waiting = append(r.waiting, forks)
	}
	for i := range forks {
		r.waiting = append(r.waiting, forks[i:i+1:i+1])
	}
	for i := range forks {
		for j := i + 1; j < len(forks) && len(forks) > 2; j++ {
			r.waiting = append(r.waiting, []fork{forks[i], forks[j]})
		}
	}
}

func sameTrees(a, b Line) bool {
	same := func(a, b expr.Node) bool { return (a == nil) == (b == nil) && (a == nil || expr.Equal(a, b)) }
	return slices.EqualFunc(a.Sides(), b.Sides(), expr.Equal) && same(a.Rounded, b.Rounded)
}
