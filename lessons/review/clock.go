package review

import "time"

// Night is the time between two answers that makes the second one new evidence: what was asked within it is still remembered.
const Night = 8 * time.Hour

// night is a Night in days.
const night = float64(Night) / float64(24*time.Hour)

// A clock counts the days of study from the times that events carry. Those may be of a clock that was wrong or was set, so
// only what lies between one event and the next counts, and that is never less than nothing: what was earned stays, and
// time goes on from wherever the clock stands now.
type clock struct {
	days float64
	last time.Time
}

// tick moves the clock to an event and returns the days until then. An event without a time is one at the time before it.
func (c *clock) tick(at time.Time) float64 {
	if at.IsZero() {
		return c.days
	}
	c.days = c.until(at)
	c.last = at
	return c.days
}

// until returns the days until now.
func (c *clock) until(now time.Time) float64 {
	if c.last.IsZero() {
		return c.days
	}
	return c.days + max(0, now.Sub(c.last).Hours()/24)
}

// date returns the time that is the number of days from now.
func (c *clock) date(days float64, now time.Time) time.Time {
	const farthest = 100 * 365.0 // days, so that the difference fits a Duration
	ahead := min(max(days-c.until(now), -farthest), farthest)
	return now.Add(time.Duration(ahead * 24 * float64(time.Hour)))
}
