package widget

import "slices"

// Recalled reports whether an earlier answer is shown as it was, in the place of what was being typed.
func (f *Field) Recalled() bool {
	return f.recall < len(f.history) && f.Value() == f.history[f.recall]
}

// Remember adds an answer to the history, in the place where it stood before if it did, and leaves the history.
func (f *Field) Remember(text string) {
	if text != "" {
		f.history = append(slices.DeleteFunc(f.history, func(h string) bool { return h == text }), text)
	}
	f.recall, f.edited = len(f.history), nil
}

// remembered goes to a place in the history. What was typed where one was is found there again.
func (f *Field) remembered(i int) {
	if !f.remembers(i) {
		return
	}
	if f.edited == nil {
		f.edited = map[int]string{}
	}
	f.edited[f.recall] = f.Value()
	f.recall = i
	text := f.edited[i]
	if i < len(f.history) {
		text = f.past(i)
	}
	f.SetValue(text)
}

// older returns the place of the last earlier answer that is another than what stands in the field, -1 if there is none.
func (f *Field) older() int {
	i := f.recall - 1
	for i >= 0 && f.past(i) == f.Value() {
		i--
	}
	return i
}

// past returns what stands at a place of the history.
func (f *Field) past(i int) string {
	if text, been := f.edited[i]; been {
		return text
	}
	return f.history[i]
}

// remembers reports whether the history has such a place, the last of which is what is typed now.
func (f *Field) remembers(i int) bool { return i >= 0 && i <= len(f.history) && len(f.history) > 0 }
