package scope

// DomainNames returns the domains that have names of their own. The others are intervals and finite sets, written as
// such.
func DomainNames() []string {
	var all []string
	for _, n := range named {
		all = append(all, n.name)
	}
	return all
}
