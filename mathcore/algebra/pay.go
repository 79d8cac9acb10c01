package algebra

import "chainrule/mathcore/rat"

// payForSum spends what it costs to look through the terms of a sum for what they share.
func (ctx *context) payForSum(terms []product) {
	units, most := 0, 0
	for _, t := range terms {
		units += 2 + rat.Cost(t.c, t.c) + len(t.m)/4 + len(t.f)
		most = max(most, len(t.f))
	}
	ctx.meter.Spend(units + len(terms)*len(terms)*most*most/64)
}
