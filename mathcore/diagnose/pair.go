package diagnose

// pair returns two slips that lead to the wrong line together.
func (s *search) pair() []Slip { return nil }
