package expr

// The names of what a sum without bounds leaves out. Nobody can type them.
const (
	unseenIndex = boundSign
	unknownEnd  = boundSign + "n"
)

// Unbounded returns the sum of body over all values of the index: from 1 to an end that nobody named. A nil index is one
// that was not written either.
func Unbounded(index *Symbol, body Node) *Series {
	if index == nil {
		index = Var(unseenIndex)
	}
	return &Series{Index: index, Lo: Int(1), Hi: Var(unknownEnd), Body: body}
}

// Bounded reports whether the bounds of the sum were written, or are known.
func (s *Series) Bounded() bool {
	hi, ok := s.Hi.(*Symbol)
	return !ok || !IsUnknownEnd(hi)
}

// Seen reports whether the index of the sum was written. Where it was not, every letter in the body may go with it.
func (s *Series) Seen() bool { return s.Index.Name != unseenIndex }

// UnknownEnd returns the end of a range without bounds; those of different numbers are not the same, and 0 is that of
// Unbounded.
func UnknownEnd(number int) *Symbol {
	if number == 0 {
		return Var(unknownEnd)
	}
	return Var(unknownEnd, Int(int64(number)))
}

// IsUnknownEnd reports whether s is the end of a range without bounds.
func IsUnknownEnd(s *Symbol) bool { return s.Name == unknownEnd }
