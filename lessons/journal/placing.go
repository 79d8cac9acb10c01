package journal

import "slices"

// A Placing is what was asked to find out what is known, for one task: where to begin in the course, or whether a lesson can be
// passed over.
type Placing struct {
	// Answers are those given since it was begun last, also where it is over.
	Answers []Answer
	// Verdict is empty while it runs, and else Settled, Passed, Failed or Declined.
	Verdict string
	// Lesson is where to begin, once that is settled. Skills are the IDs of those that were presumed then.
	Lesson string
	Skills []string
	// Times counts how often it came to an end.
	Times int
}

// An Answer is one that was given in a Placing. Its verdict is Told, Missed or NotTold.
type Answer struct {
	Lesson, Screen string
	Seed           uint64
	Text, Verdict  string
}

// Placing returns what was asked for a task, which for one lesson of several names that, too.
func (s *State) Placing(task string) Placing {
	p, ok := s.placing[task]
	if !ok {
		return Placing{}
	}
	out := *p
	out.Answers, out.Skills = slices.Clone(p.Answers), slices.Clone(p.Skills)
	return out
}

// place takes an answer of a placing, or its end.
func (s *State) place(e *Event) {
	p := s.placing[e.Task]
	if p == nil {
		p = &Placing{}
		s.placing[e.Task] = p
	}
	if e.Screen != "" {
		if p.Verdict != "" {
			*p = Placing{Times: p.Times} // it is begun anew
		}
		p.Answers = append(p.Answers, Answer{e.Lesson, e.Screen, e.Seed, e.Text, e.Verdict})
		return
	}
	switch e.Verdict {
	case Settled, Passed, Failed:
		p.Times++
	case Declined:
	default:
		return // it is of a newer program
	}
	p.Verdict, p.Lesson, p.Skills = e.Verdict, e.Lesson, e.Skills
	if len(e.Skills) > 0 || len(p.Answers) > 0 {
		of := e.Lesson // it goes with what was done in the lesson
		if e.Verdict == Settled {
			of = ""
		}
		end := End{At: e.At, Lesson: of, Task: e.Task, Skills: e.Skills, Presumed: true}
		for _, a := range p.Answers {
			end.Asked = append(end.Asked, a.Screen)
		}
		s.ends = append(s.ends, end)
	}
}
