package session

import "chainrule/lessons"

// Letters returns the letters of a question, for those who do not see the text of its lesson. It reads the lesson.
func (s *Session) Letters(screen *lessons.Screen) []lessons.Letter {
	l, err := s.Course.Lesson(screen.Lesson)
	if err != nil || screen.Question == nil {
		return nil
	}
	return l.Letters(screen.Question)
}

// Legend is a list that tells what the letters of a question are, where that stands without its lesson.
func Legend(letters []lessons.Letter, q lessons.Question) []lessons.Block {
	if len(letters) == 0 {
		return nil
	}
	list := &lessons.List{}
	for _, k := range letters {
		list.Items = append(list.Items, k.Says(q))
	}
	return []lessons.Block{list}
}
