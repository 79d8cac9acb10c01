package transcript

import (
	"fmt"

	"chainrule/tui/account"
	"chainrule/tui/session"
)

// Certificate returns the derivations that were proved in the exam, in the order of the course, as a document: the learner's own
// lines. It reads lessons; the error is that of a lesson which cannot be read.
func Certificate(s *session.Session, a *account.Account) (*Document, error) {
	all := s.Certificate()
	d := &Document{Title: fmt.Sprintf("Exam: %s", s.Course.Title)}
	for i := range all {
		part, err := Of(s, a, &all[i])
		if err != nil {
			return nil, err
		}
		d.Parts = append(d.Parts, part)
	}
	return d, nil
}
