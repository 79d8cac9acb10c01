package grade

import "chainrule/mathcore/parse"

// Recall takes an answer as it was judged before, and judges nothing: a long evening must not be proved once more each
// time it is opened. It reports false where what was found cannot be told from the verdict and the rules alone; then the
// answer has to be judged again.
func (a *Attempt) Recall(kind Kind, text string, rules []string, several bool) bool {
	if a.finished {
		return false
	}
	switch kind {
	case Repeat, Form, Wrong, Undefined, Unsure, Unreadable: // they change nothing but the count
		a.Take(Feedback{Kind: kind, Typed: text})
		return true
	case Step:
		d, ok := a.player.(*free)
		if !ok {
			return false
		}
		line, complaint := parse.Read(text, d.q.Scope)
		if complaint != nil || line.Left != nil {
			return false
		}
		a.Take(Feedback{Kind: Step, Typed: text, Answer: line.Right, Scope: d.q.Scope, Rules: rules, Several: several})
		return true
	case Right, Revealed:
	}
	return false
}

// ParseKind returns the kind that String calls so.
func ParseKind(name string) (Kind, bool) {
	for k := Right; k <= Revealed; k++ {
		if k.String() == name {
			return k, true
		}
	}
	return Right, false
}
