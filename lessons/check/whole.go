package check

import "chainrule/lessons"

// Whole returns the faults of those questions of a course with faults that could be read, so that an author who mends the one
// learns of the other at once. What the course says beside its questions, and all remarks, wait until it is without fault.
func Whole(c *lessons.Course) (faults lessons.Faults) {
	for _, e := range c.Lessons {
		k := &checker{course: c}
		for _, q := range e.Whole() {
			k.question(q)
		}
		faults = append(faults, sorted(k.faults)...)
	}
	return faults
}
