package slip

// offsetSlip is a constant added that no named slip explains: u+c for u. It is seen in the values only.
//
// Example: d/dx(x^3) -> 3x^2+7
const offsetSlip ID = "offset"
