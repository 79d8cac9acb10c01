package rat

// Cost is what it costs to multiply or add two numbers, in units of budget.Meter. It is paid before that is done.
func Cost(a, b Rat) int {
	if a.Small() && b.Small() {
		return 1
	}
	return CostOfBits(a.BitLen()+b.BitLen(), a.IsInt() && b.IsInt())
}

// CostOfBits is Cost for numbers of size bits in all, not all of which are small: a fraction is brought to lowest
// terms, which takes the square of its bits; whole numbers need not be.
func CostOfBits(size int, whole bool) int {
	if whole {
		return 10 + size/64 + (size/4096)*(size/4096)
	}
	return 10 + size/16 + (size/512)*(size/512)
}
