package eval

// A Status tells whether an expression has a value on a box of points.
type Status uint8

// The statuses, from good to bad.
const (
	Defined   Status = iota // it has one at every point
	Perhaps                 // it may lack one at some points, or none could be computed
	Undefined               // it has none at any point
)

// String returns the status as one word.
func (s Status) String() string {
	switch s {
	case Defined:
		return "defined"
	case Perhaps:
		return "perhaps"
	case Undefined:
		return "undefined"
	}
	panic("eval: unknown status")
}

// A Fault tells why an expression has no value, or may have none.
type Fault uint8

// The faults.
const (
	NoFault          Fault = iota
	DivisionByZero         // 1/0, 0^-1
	LogOfNonPositive       // ln 0, ln(-1)
	RootOfNegative         // √(-1)
	PowerUndefined         // 0^0, (-8)^(1/3)
	OutOfDomain            // asin 2, acosh 0, atanh 1, logit 1, tan(π/2)
	NotWhole               // (1/2)!, (-1)!
	TooLarge               // 10^9^9^9: there is a value, out of reach
	TooLong                // to find out would take more work than is allowed
	Dependence             // du/dx: nothing says how u depends on x
	SinglePoints           // d/dx √(-x²): what is derived has values at single points at most
)

// String returns a stable name for the fault.
func (f Fault) String() string {
	switch f {
	case NoFault:
		return "none"
	case DivisionByZero:
		return "division-by-zero"
	case LogOfNonPositive:
		return "log-of-non-positive"
	case RootOfNegative:
		return "root-of-negative"
	case PowerUndefined:
		return "power-undefined"
	case OutOfDomain:
		return "out-of-domain"
	case NotWhole:
		return "not-whole"
	case TooLarge:
		return "too-large"
	case TooLong:
		return "too-long"
	case Dependence:
		return "dependence"
	case SinglePoints:
		return "single-points"
	}
	panic("eval: unknown fault")
}

// A report gathers what goes wrong while the parts of an expression are computed. Every part is needed for the whole:
// if one has no value the whole has none.
type report struct {
	status Status
	fault  Fault
}

// perhaps notes that a value may be missing.
func (r *report) perhaps(f Fault) {
	if r.status == Defined {
		r.status, r.fault = Perhaps, f
	}
}

// undefined notes that there is surely no value.
func (r *report) undefined(f Fault) {
	if r.status != Undefined {
		r.status, r.fault = Undefined, f
	}
}
