package slip

// factorSlip is a constant factor, or one symbol, that no named slip explains: c u for u. It is seen in the values only.
//
// Example: 2x+1 -> 14x+7
const factorSlip ID = "factor"
