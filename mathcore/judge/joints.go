package judge

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
)

// The laws that algebra rests on hold at every point but joints, where a sign jumps, where a root begins or where the
// exponent of a negative number happens to be whole. So what is proved is proved beside them, and at each joint both sides
// are compared again, with the letter that is determined there replaced by its value.

// The budget of comparisons at joints.
const (
	mostJoints = 10 // places of one comparison
	jointDepth = 3  // joints in joints
)

// standing is the pair as it is compared at joints: definitions put in and functions expressed, derivatives left as they
// are.
type standing struct {
	left, right expr.Node
	// primes are the parts at whose zeros a derivative that is written with a prime may have another value, or none.
	primes []expr.Node
	holds  contents
}

// contents tells what stands in the sides as they are written.
func (s *standing) contents() expr.Contents { return s.holds.of(s.left, s.right) }

// stand keeps the pair as it is compared at joints. It reports false when the definitions grow beyond all bounds.
func (p *pair) stand() bool {
	left, okL := p.scope.Unfold(p.left)
	right, okR := p.scope.Unfold(p.right)
	p.standing = standing{}
	p.standing.left, p.standing.right = p.asOperators(left), p.asOperators(right)
	return okL && okR
}

// atJoints returns the verdict on all points, when v is that on those beside the joints.
func (p *pair) atJoints(v Verdict, t *trial) Verdict {
	if v.throughout || !p.mayJoin() {
		return v
	}
	if v.Relation != Unsure && expr.Alike(calculus.Tidy(p.standing.left), calculus.Tidy(p.standing.right)) {
		return v
	}
	both := expr.Minus(p.standing.left, p.standing.right)
	parts := slices.DeleteFunc(joint.Parts(both, p.scope), p.harmless)
	if v.Relation == Equal && p.comesToChoices() {
		if w := p.atIndices(); w.Relation != Equal {
			return w
		}
	}
	if v.Relation == Equal && p.derivesSums() {
		still := !p.contents().Calls(expr.Sign, expr.Delta, expr.Where) // no member that jumps is left with the derivatives taken
		parts = slices.DeleteFunc(parts, func(q joint.Part) bool { return p.ofIndices(q, both) || still && jumpsInSum(q) })
	}
	if v.Relation == Equal && slices.ContainsFunc(parts, jumpsInSum) && p.depth < jointDepth {
		if !expr.Contains(both, isDerivative) {
			if w, found := p.inSums(t); found {
				return w
			}
		}
		both = expr.Minus(p.smoothed(p.standing.left), p.smoothed(p.standing.right))
		parts = slices.DeleteFunc(joint.Parts(both, p.scope), p.harmless)
	}
	if len(parts) == 0 {
		return v
	}
	if v.Relation == Equal {
		if parts = p.remaining(parts, t); len(parts) == 0 {
			return v
		}
	}
	if v.Relation == Equal && slices.ContainsFunc(parts, jumpsInSum) {
		if p.termwise() || p.asAnything() {
			return v
		}
		if w, found := p.inDerivedSums(t); found {
			return w
		}
	}
	narrow := v.Relation == Unsure || v.presumed
	if narrow {
		narrow = p.narrow(parts)
	}
	if v.Relation == Unsure && !narrow {
		return p.onlyWitness(v, parts)
	}
	v.presumed = v.presumed && !narrow
	return p.everywhere(v, parts, t)
}

// remaining returns the parts at which sides that are equal beside them may differ: none where they are edges and every point has
// others beside it.
func (p *pair) remaining(parts []joint.Part, t *trial) []joint.Part {
	isJump := func(q joint.Part) bool { return q.Kind != joint.Edge }
	jumps := slices.ContainsFunc(parts, isJump)
	if !jumps && (t.roomy(parts, p.scope) || p.inOrthant(parts)) {
		return nil
	}
	count := len(parts)
	parts = slices.DeleteFunc(parts, func(q joint.Part) bool { return p.vacuous(q, t) })
	if jumps {
		of := p.balanced()
		parts = slices.DeleteFunc(parts, func(q joint.Part) bool { return jumpsBalanced(q, of) })
	}
	if len(parts) < count && !slices.ContainsFunc(parts, isJump) && t.roomy(parts, p.scope) {
		return nil
	}
	return parts
}

// mayJoin reports whether something in the sides makes joints.
func (p *pair) mayJoin() bool {
	written := p.standing.contents()
	return written.Calls(expr.Sign, expr.Delta, expr.Sqrt, expr.Asin, expr.Acos, expr.Acosh) ||
		written.Powers() && eitherContains(p.standing.left, p.standing.right, hasOpenExponent)
}

// hasOpenExponent reports whether n is a power with an exponent that is not known to be whole.
func hasOpenExponent(n expr.Node) bool {
	power, ok := n.(*expr.Pow)
	if !ok || expr.IsE(power.Base) {
		return false
	}
	r, ok := expr.RationalOf(power.Exp)
	return !ok || !r.IsInt()
}

// everywhere compares the pair at all joints. What holds there and beside them holds everywhere.
func (p *pair) everywhere(v Verdict, parts []joint.Part, t *trial) Verdict {
	places, all := p.places(parts)
	sure := all && (v.Relation == Equal || v.Relation == Undefined || v.Relation == Unsure)
	equal := v.Relation == Equal
	for _, place := range places {
		there := p.at(place)
		if there.Relation == Unsure && v.Relation == Equal && p.limits(place) {
			there.Relation = Undefined
		}
		switch there.Relation {
		case Different:
			if there.Witness = p.told(place, there.Witness); there.Witness != nil {
				return there
			}
			if w, found := p.inSums(t); found {
				return w
			}
			sure = false
		case Equal:
			equal = true
			v.Evidence = max(v.Evidence, there.Evidence)
		case Unsure, Unreadable:
			sure = false
		case Undefined:
		}
	}
	switch {
	case !sure || equal && v.presumed && v.Evidence == None:
		return Verdict{Relation: Unsure}
	case equal:
		return Verdict{Relation: Equal, Evidence: max(v.Evidence, Exact)}
	case v.Relation == Unsure:
		v.Relation = Undefined
	}
	return v
}

// told returns the witness at the place as one for the pair; nil where there is none with rational numbers. Of the points that a
// counter counts, the one at 0 often is rational alone.
func (p *pair) told(place joint.Place, w *Witness) *Witness {
	back := p.backFrom(place, w)
	if back != nil || place.Counter == nil {
		return back
	}
	first := joint.Place{Symbol: place.Symbol, Value: calculus.Tidy(expr.Substitute(place.Value, place.Counter, expr.Int(0)))}
	if there := p.at(first); there.Relation == Different {
		return p.backFrom(first, there.Witness)
	}
	return nil
}

// onlyWitness looks at joints for a difference, where nothing is known of the points beside them.
func (p *pair) onlyWitness(v Verdict, parts []joint.Part) Verdict {
	places, _ := p.places(parts)
	for _, place := range places {
		if there := p.at(place); there.Relation == Different {
			if there.Witness = p.told(place, there.Witness); there.Witness != nil {
				return there
			}
		}
	}
	return v
}

// places returns the places of all joints. It reports false where some may be missing.
func (p *pair) places(parts []joint.Part) (places []joint.Place, all bool) {
	if p.depth >= jointDepth || len(p.kind) > 0 {
		return nil, false
	}
	all = true
	bound := boundIn(expr.Minus(p.standing.left, p.standing.right))
	for _, q := range parts {
		found, ok := q.Places(p.scope)
		all = all && ok
		for _, place := range found {
			if slices.ContainsFunc(bound, func(i *expr.Symbol) bool { return len(place.Symbol.Index) > 0 && expr.Mentions(place.Symbol, i) }) {
				all = false // any member of a sum, and not one
				continue
			}
			known := slices.ContainsFunc(places, func(other joint.Place) bool {
				return expr.Equal(place.Symbol, other.Symbol) && expr.Equal(place.Value, other.Value)
			})
			if !known {
				places = append(places, place)
			}
		}
	}
	if len(places) > mostJoints {
		return places[:mostJoints], false
	}
	return places, all
}
