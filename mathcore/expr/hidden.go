package expr

import (
	"strconv"
	"strings"
)

// The signs that begin or end names of the program's own. No line that is read has them in a name, so what a learner or an
// author calls something never meets them.
const (
	slotSign  = "§"
	boundSign = "#"
)

// Slot returns the symbol of a place that something will be put into, as a template has them. Places with different names
// are different.
func Slot(name string) *Symbol { return Var(slotSign + name) }

// SlotNumber is Slot for places that are counted.
func SlotNumber(k int) *Symbol { return Slot(strconv.Itoa(k)) }

// Hidden returns a symbol that only the program uses, called after what it stands for.
func Hidden(name string) *Symbol { return Var(name + boundSign) }

// Fresh returns a symbol like s that none of the trees mentions.
func Fresh(s *Symbol, trees ...Node) *Symbol {
	for k := 1; ; k++ {
		candidate := Var(s.Name + boundSign + strconv.Itoa(k))
		used := false
		for _, t := range trees {
			used = used || Mentions(t, candidate)
		}
		if !used {
			return candidate
		}
	}
}

// IsHidden reports whether s is a symbol that only the program uses, as Hidden and Fresh return them.
func IsHidden(s *Symbol) bool { return strings.Contains(s.Name, boundSign) }

// boundNumber returns the k-th of the names that sums are given where it does not matter what they bind.
func boundNumber(k int) *Symbol { return Var(boundSign + strconv.Itoa(k)) }
