package parse

// mostBars bounds how many bars of one bracket are sorted into opening and closing ones.
const mostBars = 64

// fewestBars is how many it takes to doubt which of them close.
const fewestBars = 4

// bars decides which bars open and which close, where the usual way, that a bar closes the last one that is open, comes
// to no end. A bar opens where nothing stands before it, and closes where nothing stands behind it; where exactly one way
// is left for all of them, the tokens are marked so.
func (s *scanner) bars() {
	if s.barCount < fewestBars || s.stopped() {
		return
	}
	levels := [][]int32{nil} // the bars so far in each bracket that is open
	for i := range s.tokens {
		last := len(levels) - 1
		switch s.tokens[i].kind {
		case bar:
			levels[last] = append(levels[last], int32(i))
		case opening:
			levels = append(levels, nil)
		case comma, equals, closing, end:
			s.sortBars(levels[last])
			levels[last] = levels[last][:0]
			if s.tokens[i].kind == closing && last > 0 {
				levels = levels[:last]
			}
		}
	}
}

// sortBars marks the bars of one bracket as opening and closing, unless the usual way does.
func (s *scanner) sortBars(bars []int32) {
	if len(bars) < fewestBars || len(bars) > mostBars {
		return
	}
	s.strictBars = true
	if s.closesAsUsual(bars) {
		return
	}
	w := s.waysToClose(bars)
	if w[0][0].any == 0 {
		s.strictBars = false
		if s.closesAsUsual(bars) {
			return
		}
		w = s.waysToClose(bars)
	}
	if w[0][0].any > 1 {
		t := &s.tokens[bars[0]]
		*t = token{kind: bad, code: Bars, start: t.start, end: t.end, text: s.src[t.start:t.end]}
		return
	}
	if w[0][0].any == 0 {
		return
	}
	s.markBars(bars, w)
}

// markBars marks the bars as the one way does. None is marked before all are decided, since what a bar may do is read from
// the tokens beside it.
func (s *scanner) markBars(bars []int32, w [][]rest) {
	kinds := make([]kind, len(bars))
	depth := 0
	for k := range bars {
		if s.opensIn(w, bars, k, depth) > 0 {
			kinds[k] = barOpen
			depth++
		} else {
			kinds[k] = barClose
			depth--
		}
	}
	for k, i := range bars {
		s.tokens[i].kind = kinds[k]
	}
}

// closesAsUsual reports whether all bars find their mates if each closes wherever it can.
func (s *scanner) closesAsUsual(bars []int32) bool {
	depth, opened := 0, false
	for k := range bars {
		switch {
		case depth > 0 && s.mayClose(bars, k, opened):
			opened = false
			depth--
		case s.mayOpen(bars[k]):
			opened = true
			depth++
		default:
			return false
		}
	}
	return depth == 0
}

// A rest says in how many ways, counted up to two, the bars that are left can be read: whatever the bar before them is, and
// if that bar opens.
type rest struct{ any, behindOpen int }

// waysToClose returns the ways for the bars from the k-th on, behind a number of open ones.
func (s *scanner) waysToClose(bars []int32) [][]rest {
	n := len(bars)
	w := make([][]rest, n+1)
	for k := range w {
		w[k] = make([]rest, n+2)
	}
	w[n][0] = rest{1, 1}
	for k := n - 1; k >= 0; k-- {
		for depth := range k + 1 {
			w[k][depth] = rest{
				any:        min(s.opensIn(w, bars, k, depth)+s.closesIn(w, bars, k, depth, false), 2),
				behindOpen: min(s.opensIn(w, bars, k, depth)+s.closesIn(w, bars, k, depth, true), 2),
			}
		}
	}
	return w
}

// opensIn returns the ways in which the k-th bar opens.
func (s *scanner) opensIn(w [][]rest, bars []int32, k, depth int) int {
	if !s.mayOpen(bars[k]) {
		return 0
	}
	return w[k+1][depth+1].behindOpen
}

// closesIn returns the ways in which the k-th bar closes, where the bar before it opens or not.
func (s *scanner) closesIn(w [][]rest, bars []int32, k, depth int, opened bool) int {
	if depth == 0 || !s.mayClose(bars, k, opened) {
		return 0
	}
	return w[k+1][depth-1].any
}

// mayOpen reports whether something that a bar can open stands behind bar i. Between an operand and a sign a bar rather
// closes: in |x|x|-y| the minus takes y away.
func (s *scanner) mayOpen(i int32) bool {
	k := s.tokens[i+1].kind
	if s.strictBars && (k == minus || k == plus) && i > 0 && s.tokens[i-1].kind != bar && endsOperand(s.tokens[i-1].kind) {
		return false
	}
	return beginsOperand(k) || k == minus || k == plus
}

// mayClose reports whether something that the k-th bar can close stands before it, where the bar before it opens or not.
func (s *scanner) mayClose(bars []int32, k int, opened bool) bool {
	i := bars[k]
	if i == 0 || !endsOperand(s.tokens[i-1].kind) {
		return false
	}
	return !opened || k == 0 || bars[k-1] != i-1
}
