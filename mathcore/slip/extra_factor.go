package slip

// extraFactor is a factor of the line typed that the wanted line does not have, where no slip tells why.
//
// Example: (a-b)*x -> (a-b)*a*x
// Example: d/da(e^(a*b)) -> b^2*e^(a*b)
// Example: d/dx(ln(x)) -> 1/x^2
const extraFactor ID = "extra-factor"
