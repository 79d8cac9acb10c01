package lessons

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"chainrule/lessons/lab"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// claimsTable is a block of claims as written.
type claimsTable struct {
	Scope         string
	Define, Given []string
	Chosen        []string
	Value         []struct{ Says, Of, Is string }
	Holds         []struct{ Says, Where, That, Touches string }
	Curve         []curveTable
	Run           []runClaimTable
}

type curveTable struct {
	Says, Of, Over, Least, Greatest string
	Rises, Falls                    bool
}

type runClaimTable struct {
	Says, Lab, Types, Run string
	Step                  float64
	Steps                 int
	Falls, Rises          []int
	At                    []stepTable
	Reaches               int
	Ending                string
}

type stepTable struct {
	Step       int
	Loss       string
	Parameters []string
}

// decimals are numbers with a point, as a text holds them.
var decimals = regexp.MustCompile(`[0-9]+\.[0-9]+`)

func (b *blockReader) claims(text []byte, offset int) {
	var raw claimsTable
	if !b.open(text, offset, &raw) {
		return
	}
	c := &Claims{Place: b.reader.at(b.at), Scope: b.made.Scope.Clone(), Chosen: raw.Chosen}
	if raw.Scope != "" {
		b.declared("scope", raw.Scope, c.Scope)
	}
	b.define(c.Scope, raw.Define, raw.Given)
	for i, number := range raw.Chosen {
		if !written.MatchString(number) {
			b.fail(fmt.Sprintf("chosen[%d]", i), fmt.Sprintf("%q is no number", number), `write it as it stands in the text, "0.3"`)
		}
	}
	for i, v := range raw.Value {
		at := fmt.Sprintf("value[%d]", i)
		said := b.said(at, v.Says, "", c.Scope)
		claim := &ValueClaim{said, b.term(at+".of", v.Of, said.Scope), b.writtenTerm(at+".is", v.Is, said.Scope)}
		claim.counts(claim.Of.Tree, claim.Is.Tree)
		c.All = append(c.All, claim)
	}
	for i, h := range raw.Holds {
		b.relation(c, fmt.Sprintf("holds[%d]", i), h.Says, h.Where, h.That, h.Touches)
	}
	for i, v := range raw.Curve {
		b.curveClaim(c, fmt.Sprintf("curve[%d]", i), v)
	}
	for i, v := range raw.Run {
		b.runClaim(c, fmt.Sprintf("run[%d]", i), v)
	}
	if len(c.All) == 0 && len(c.Chosen) == 0 {
		b.reader.fault(b.at, "nothing is claimed here", "write [[value]], [[holds]], [[curve]] or [[run]], or take the block out")
	}
	b.screen.Claims = append(b.screen.Claims, c)
}

// declared adds letters to a scope.
func (b *blockReader) declared(path, letters string, sc *scope.Scope) {
	if err := parse.Declare(sc, letters); err != nil {
		b.fail(path, err.Error(), "")
	}
}

// said reads what all kinds of claim have.
func (b *blockReader) said(at, says, where string, sc *scope.Scope) Claimed {
	c := Claimed{Place: b.place(at), Says: b.sentence(at+".says", says, b.prose), Scope: sc}
	if where != "" {
		c.Scope = sc.Clone()
		b.declared(at+".where", where, c.Scope)
	}
	c.Numbers = decimals.FindAllString(says, -1)
	return c
}

// counts adds the numbers of expressions to those of the claim.
func (c *Claimed) counts(trees ...expr.Node) {
	for _, n := range trees {
		c.Numbers = append(c.Numbers, NumbersIn(n)...)
	}
}

// NumbersIn returns the numbers of an expression as they were written.
func NumbersIn(n expr.Node) []string {
	var all []string
	if n == nil {
		return all
	}
	expr.Walk(n, func(n expr.Node) bool {
		if number, ok := n.(*expr.Number); ok {
			all = append(all, number.Text)
		}
		return true
	})
	return all
}

// written is a number written out, as it can be compared with one that is computed.
var written = regexp.MustCompile(`^[-−]?[0-9]+(\.[0-9]+)?$`)

// writtenTerm reads a number written out.
func (b *blockReader) writtenTerm(path, text string, sc *scope.Scope) Term {
	if !written.MatchString(text) {
		b.fail(path, fmt.Sprintf("%q is no number written out", text), `write it with the places that are claimed, "0.9097"`)
		return Term{Source: text, Place: b.place(path)}
	}
	return b.term(path, text, sc)
}

func (b *blockReader) relation(c *Claims, at, says, where, that, touches string) {
	claim := &RelationClaim{Claimed: b.said(at, says, where, c.Scope)}
	f, wrong := readFormula(that, claim.Scope)
	switch {
	case wrong != nil:
		b.failAt(at+".that", wrong.offset, wrong.what, "")
		return
	case len(f.Relations) == 0:
		b.fail(at, "here nothing is said to hold", `write that = "… < …", or with =, <=, >, >=`)
		return
	case slices.ContainsFunc(f.Relations, func(r string) bool { return r == ":=" || r == "→" || r == "≈" }):
		b.fail(at+".that", "this relation cannot be proved for all values", `write one of =, <, <=, >, >=; for ≈ take [[value]]`)
		return
	}
	claim.That = f
	claim.counts(f.Parts...)
	if touches != "" {
		claim.Touches = b.term(at+".touches", touches, claim.Scope)
		claim.counts(claim.Touches.Tree)
	}
	c.All = append(c.All, claim)
}

func (b *blockReader) curveClaim(c *Claims, at string, v curveTable) {
	name, domain, ok := strings.Cut(v.Over, ":")
	if !ok {
		b.fail(at, "the claim does not say over which letter the curve goes", `write over = "x: [0,1]"`)
		return
	}
	claim := &CurveClaim{Claimed: b.said(at, v.Says, v.Over, c.Scope), Rises: v.Rises, Falls: v.Falls}
	claim.Numbers = append(claim.Numbers, decimals.FindAllString(domain, -1)...)
	claim.Of = b.term(at+".of", v.Of, claim.Scope)
	claim.Over, ok = b.term(at+".over", strings.TrimSpace(name), claim.Scope).Tree.(*expr.Symbol)
	if !ok {
		b.fail(at+".over", fmt.Sprintf("%s is no symbol", name), "name one letter")
		return
	}
	said := 0
	for _, one := range []bool{v.Rises, v.Falls, v.Least != "", v.Greatest != ""} {
		if one {
			said++
		}
	}
	if said != 1 {
		b.fail(at, "the claim does not say one thing of the curve", `write one of rises = true, falls = true, least = "…" and greatest = "…"`)
	}
	if v.Least != "" {
		claim.Least = b.term(at+".least", v.Least, claim.Scope)
	}
	if v.Greatest != "" {
		claim.Greatest = b.term(at+".greatest", v.Greatest, claim.Scope)
	}
	claim.counts(claim.Of.Tree, claim.Least.Tree, claim.Greatest.Tree)
	c.All = append(c.All, claim)
}

func (b *blockReader) runClaim(c *Claims, at string, v runClaimTable) {
	claim := &RunClaim{
		Claimed: b.said(at, v.Says, "", c.Scope), Step: v.Step, Steps: v.Steps, Falls: v.Falls, Rises: v.Rises,
		Reaches: v.Reaches, Ending: v.Ending,
	}
	if claim.Lab = b.labAt(v.Lab); claim.Lab == nil {
		b.fail(at, fmt.Sprintf("there is no lab %q before this claim", v.Lab), `write lab = "…", the ID of its screen, with that of the lesson before it if it is another`)
		return
	}
	if v.Types != "" {
		claim.Types = b.term(at+".types", v.Types, claim.Lab.Scope)
	}
	if v.Run != "" {
		claim.Run = slices.IndexFunc(claim.Lab.Runs, func(r Run) bool { return r.Name == v.Run })
	}
	most := claim.limit()
	switch {
	case claim.Run < 0:
		b.fail(at+".run", fmt.Sprintf("the lab has no run %q", v.Run), "name one of its [[run]]")
		return
	case v.Step < 0 || v.Steps < 0 || v.Steps > mostSteps:
		b.fail(at, "these steps cannot be made", fmt.Sprintf("write step > 0 and steps from 1 to %d", mostSteps))
		return
	}
	for path, span := range map[string][]int{"falls": v.Falls, "rises": v.Rises} {
		if len(span) > 0 && (len(span) != 2 || span[0] < 0 || span[0] >= span[1] || span[1] > most) {
			b.fail(at+"."+path, "these are no two steps of the run", fmt.Sprintf("write %s = [first, last], from 0 to %d", path, most))
			return
		}
		for _, k := range span {
			claim.Numbers = append(claim.Numbers, fmt.Sprint(k))
		}
	}
	if v.Ending != "" && !slices.ContainsFunc(lab.Endings(), func(e lab.Ending) bool { return e.String() == v.Ending }) {
		b.fail(at+".ending", fmt.Sprintf("no run ends %q", v.Ending), "the endings are those of "+runsFile)
	}
	if b.stepClaims(claim, at, v.At, most) {
		claim.Numbers = append(claim.Numbers, fmt.Sprint(v.Reaches))
		claim.Numbers = append(claim.Numbers, lab.Decimal(v.Step), fmt.Sprint(v.Steps))
		c.All = append(c.All, claim)
	}
}

// limit returns how many steps the run makes that the claim is about.
func (c *RunClaim) limit() int {
	if c.Steps > 0 || c.Run < 0 {
		return c.Steps
	}
	return c.Lab.Runs[c.Run].Steps
}

func (b *blockReader) stepClaims(claim *RunClaim, at string, all []stepTable, most int) bool {
	for i, s := range all {
		path := fmt.Sprintf("%s.at[%d]", at, i)
		if s.Step < 0 || s.Step > most {
			b.fail(path, fmt.Sprintf("the run has no step %d", s.Step), fmt.Sprintf("the steps are 0 to %d", most))
			return false
		}
		if len(s.Parameters) > 0 && len(s.Parameters) != len(claim.Lab.Model.Parameters) {
			b.fail(path, "these are not the parameters of the lab", "write one number for each")
			return false
		}
		for _, number := range append(slices.Clone(s.Parameters), s.Loss) {
			if number != "" && !written.MatchString(number) {
				b.fail(path, fmt.Sprintf("%q is no number written out", number), `write it with the places that are claimed, "0.9097"`)
				return false
			}
			claim.Numbers = append(claim.Numbers, strings.TrimLeft(number, "-−"))
		}
		claim.Numbers = append(claim.Numbers, fmt.Sprint(s.Step))
		claim.At = append(claim.At, StepClaim(s))
	}
	return true
}

// labAt returns the lab on a screen before, or on this one: of this lesson, of one before, or of the course that is known.
func (b *blockReader) labAt(id string) *Lab {
	for _, s := range append(slices.Clone(b.made.Screens), b.screen) {
		if q, ok := s.Question.(*Lab); ok && s.ID == b.made.ID+"/"+id {
			return q
		}
	}
	elsewhere := b.before
	if b.known != nil {
		elsewhere = slices.Concat(b.before, b.known.Lessons)
	}
	e, h, _ := at(elsewhere, id)
	if h == nil {
		return nil
	}
	if l, _ := e.text.parsed(); l != nil { // what else is wrong with that lesson is told there
		if s, err := l.screen(h.ID); err == nil {
			q, _ := s.Question.(*Lab)
			return q
		}
	}
	return nil
}
