package generate

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// A drawer makes one draw.
type drawer struct {
	course  *lessons.Course
	family  *lessons.Family
	lesson  *lessons.Lesson
	id      lessons.Draw
	chance  *rand.Rand
	letters []letter
	texts   map[string]string // what stands for {name}
	scope   *scope.Scope      // that of the block, in which the letters drawn are letters
}

// A letter has a drawn value, in which no other letter that is drawn stands.
type letter struct {
	symbol *expr.Symbol
	value  expr.Node
}

// errUnless tells that a draw is one of those that the family does not want.
var errUnless = errors.New("the family does not want these values")

// draw chooses a case and a value for each letter.
func (d *drawer) draw() error {
	all := d.family.Ranges[d.id.Difficulty]
	drawn := map[string]string{}
	if n := len(all.Cases); n > 0 {
		maps.Copy(drawn, all.Cases[d.chance.IntN(n)])
	}
	for _, name := range slices.Sorted(maps.Keys(all.Letters)) {
		values := all.Letters[name]
		drawn[name] = values[d.chance.IntN(len(values))]
	}
	if err := d.declare(slices.Sorted(maps.Keys(drawn))); err != nil {
		return err
	}
	if err := d.mean(drawn); err != nil {
		return err
	}
	for _, unless := range d.family.Unless {
		if err := d.unless(unless); err != nil {
			return err
		}
	}
	return nil
}

// declare makes the scope of the block, in which the letters that are drawn are declared, too.
func (d *drawer) declare(names []string) error {
	d.scope = d.lesson.Scope.Clone()
	free, _ := d.family.Block["free"].([]any)
	for _, name := range free {
		d.scope.Undefine(fmt.Sprint(name), 0, 0)
	}
	if text, ok := d.family.Block["scope"].(string); ok {
		if err := parse.Declare(d.scope, text); err != nil {
			return fmt.Errorf("the scope of the family %s: %w", d.family.ID, err)
		}
	}
	for _, name := range names {
		if !isLetter(name) {
			continue
		}
		if err := parse.Declare(d.scope, name+": real"); err != nil {
			return fmt.Errorf("the letter %s of the family %s: %w", name, d.family.ID, err)
		}
	}
	definitions, _ := d.family.Block["define"].([]any)
	for _, one := range definitions {
		if err := parse.DefinePlainly(d.scope, fmt.Sprint(one)); err != nil {
			return fmt.Errorf("a definition of the family %s: %w", d.family.ID, err)
		}
	}
	return nil
}

// isLetter reports whether a name that is drawn stands for a formula: one capital letter. All others stand for words.
func isLetter(name string) bool { return len(name) == 1 && name[0] >= 'A' && name[0] <= 'Z' }

// mean reads what was drawn. A value may hold letters that come before it in the alphabet, which are put in.
func (d *drawer) mean(drawn map[string]string) error {
	d.texts = map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(drawn)) {
		if !isLetter(name) {
			continue
		}
		value, err := d.raw(drawn[name])
		if err != nil {
			return err
		}
		tidy := calculus.Tidy(value)
		if _, number := expr.RationalOf(tidy); number {
			value = tidy
		}
		d.letters = append(d.letters, letter{&expr.Symbol{Name: name}, value})
		d.texts[name] = typeset.Line(tidy)
	}
	for range 2 { // words may hold others, whose names come later
		words := map[string]string{}
		for name, text := range drawn {
			if !isLetter(name) {
				words[name] = d.worded(text)
			}
		}
		maps.Copy(d.texts, words)
	}
	return nil
}

// unless refuses the draw for which an equation holds.
func (d *drawer) unless(equation string) error {
	for _, letter := range capital.FindAllString(equation, -1) {
		if _, drawn := d.texts[letter]; !drawn {
			return nil // it says nothing about this difficulty
		}
	}
	left, right, ok := strings.Cut(equation, "=")
	a, err := d.formula(left)
	b, err2 := d.formula(right)
	if err := errors.Join(err, err2); err != nil || !ok {
		return fmt.Errorf("the condition %q of the family %s: write A = B: %w", equation, d.family.ID, err)
	}
	if judge.Compare(a, b, d.scope).Relation == judge.Equal {
		return errUnless
	}
	return nil
}

// formula reads a formula, with the values in for the letters, made presentable.
func (d *drawer) formula(text string) (expr.Node, error) {
	n, err := d.raw(text)
	if err != nil {
		return nil, err
	}
	return calculus.Tidy(n), nil
}

// raw reads a formula, with the values in for the letters and no arithmetic done.
func (d *drawer) raw(text string) (expr.Node, error) {
	n, complaint := parse.Expr(d.worded(text), d.scope)
	if complaint != nil {
		return nil, fmt.Errorf("the formula %s of the family %s: %s", text, d.family.ID, complaint.Say())
	}
	return d.put(n), nil
}

// put puts the values in for the letters.
func (d *drawer) put(n expr.Node) expr.Node {
	for _, l := range d.letters {
		n = expr.Map(n, func(part expr.Node) expr.Node { // in derivatives, too, which hold no letter as their variable
			if expr.Equal(part, l.symbol) {
				return l.value
			}
			return part
		})
	}
	return expr.Bare(n)
}

// line is formula as a text.
func (d *drawer) line(text string) (string, error) {
	n, err := d.raw(text)
	if err != nil {
		return "", err
	}
	return typeset.Line(d.presented(n)), nil
}

// presented makes a formula presentable. Where a number is asked for, how it is computed stays to be seen.
func (d *drawer) presented(n expr.Node) expr.Node {
	if _, counts := expr.RationalOf(calculus.Tidy(n)); d.family.Kind == "number" && counts {
		return n
	}
	return calculus.Tidy(n)
}

// capital is a letter that may be drawn.
var capital = regexp.MustCompile(`[A-Z]`)

// name is what stands in braces in a text, and dollars a formula in it.
var (
	name    = regexp.MustCompile(`\{([A-Za-z]+)\}`)
	dollars = regexp.MustCompile(`\$[^$]+\$`)
)

// worded puts the texts in for the names in braces.
func (d *drawer) worded(text string) string {
	return name.ReplaceAllStringFunc(text, func(braced string) string {
		if said, ok := d.texts[braced[1:len(braced)-1]]; ok {
			return said
		}
		return braced
	})
}

// prose puts the values into a text and its formulas.
func (d *drawer) prose(text string) (string, error) {
	var failed error
	said := dollars.ReplaceAllStringFunc(d.worded(text), func(formula string) string {
		read, err := lessons.ReadFormula(formula[1:len(formula)-1], d.scope)
		if err != nil {
			failed = fmt.Errorf("the family %s: %w", d.family.ID, err)
			return formula
		}
		for i, part := range read.Parts {
			read.Parts[i] = d.presented(d.put(part))
		}
		return "$" + read.Line() + "$"
	})
	return said, failed
}
