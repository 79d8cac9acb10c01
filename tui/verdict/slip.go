package verdict

import (
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/check"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/slip"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
)

// A Slip is a known mistake that explains the answer. Where is the part of the answer that it shows in, as it was typed,
// and Span its place in what was typed; all of the answer where no smaller part is known.
type Slip struct {
	ID    string   `json:"id"`
	Also  []string `json:"also,omitempty"` // the others, where it takes several
	Where string   `json:"where"`
	Say   string   `json:"say"`
	Span  *Span    `json:"span,omitempty"`

	part bool // Where is not all of the answer
}

// Explain looks for the slip that leads from one expression to a different one, and for its words in the course. Typed is
// the answer. Without a course the ID of the slip speaks for itself.
func Explain(course *lessons.Course, typed string, v check.Verdict, from expr.Node, right []expr.Node, sc *scope.Scope) *Slip {
	if v.Bare() {
		return nil
	}
	found := check.Explain(v, from, sc, right...)
	if len(found.Slips) == 0 {
		return nil
	}
	s := &Slip{ID: string(found.Slips[0])}
	for _, also := range found.Slips[1:] {
		s.Also = append(s.Also, string(also))
	}
	s.place(typed, v.Answer, found.After)
	if course == nil {
		return s
	}
	s.Say = sayTogether(course, found)
	return s
}

// sayTogether words one slip, or two that were made in one line.
func sayTogether(course *lessons.Course, found slip.Explanation) string {
	var slips []lessons.Slip
	for _, id := range found.Slips {
		if known, ok := course.Slip(id); ok {
			slips = append(slips, known)
		}
	}
	switch len(slips) {
	case 0:
		return ""
	case 1:
		return slips[0].Happened(found).Plain() + " " + slips[0].Do
	}
	return lessons.Together(slips[0], slips[1]) + " " + slips[0].Do + " " + slips[1].Do
}

// place tells where in the answer the part stands.
func (s *Slip) place(typed string, answer, part expr.Node) {
	s.part = part != nil && part != answer
	if !s.part {
		part = answer
	}
	at, ok := expr.Typed(part, answer)
	if !ok || at.End > len(typed) {
		s.Where = typeset.Line(part)
		return
	}
	start, end := closed(typed, at.Start, at.End)
	s.Where = typed[start:end]
	s.Span = &Span{"answer", start, end, kit.Column(typed, start)}
}

// closed widens a range of text until each bracket in it has its partner in it, too.
func closed(text string, start, end int) (from, to int) {
	open, missing := 0, 0
	for _, r := range text[start:end] {
		switch {
		case strings.ContainsRune("([{", r):
			open++
		case strings.ContainsRune(")]}", r) && open > 0:
			open--
		case strings.ContainsRune(")]}", r):
			missing++
		}
	}
	for ; missing > 0 && start > 0; start-- {
		if strings.IndexByte("([{", text[start-1]) >= 0 {
			missing--
		}
	}
	for ; open > 0 && end < len(text); end++ {
		if strings.IndexByte(")]}", text[end]) >= 0 {
			open--
		}
	}
	return start, end
}
