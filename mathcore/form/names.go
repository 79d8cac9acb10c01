package form

import (
	"maps"
	"slices"
)

// Names returns the words with which the names of forms begin, in alphabetical order.
func Names() []string { return slices.Sorted(maps.Keys(kinds)) }
