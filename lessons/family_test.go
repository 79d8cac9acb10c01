package lessons_test

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"chainrule/lessons"
)

// TestParseDraw reads IDs of records; what is none is the ID of a screen, or nothing.
func TestParseDraw(t *testing.T) {
	for id, want := range map[string]bool{
		"~sigmoid-powers/2/17": true, "~a/1/0": true, "~a/3/18446744073709551615": true, "sigmoid/values": false, "~a/4/1": false,
		"~a/0/1": false, "~a/1/-1": false, "~a/1": false, "~a/1/1/1": false, "": false, "~": false,
	} {
		d, ok := lessons.ParseDraw(id)
		if ok != want || ok && d.String() != id {
			t.Errorf("%q is read as %v, %v", id, d, ok)
		}
	}
}

const family = `[[family]]
id = "areas"
title = "Areas"
lesson = "demo"
kind = "formula"
easy = { A = "2 to 5", B = ["x", 1, "0.1 to 0.3 by 0.1"] }
medium = { A = "-2.5 to 2.5 by 2.5", cases = [{ F = "x" }, { F = "x^2" }] }
hard = { A = 7 }

[family.block]
ask = "Differentiate $A x$ with respect to $x$."
skills = ["exp-algebra"]
from = "d/dx(A x)"
`

func withFamily(text string) fstest.MapFS {
	all := fstest.MapFS{}
	maps.Copy(all, files(demo))
	all["families.toml"] = &fstest.MapFile{Data: []byte(text)}
	return all
}

// TestFamilies reads a family: ranges are lists of numbers, as people write them.
func TestFamilies(t *testing.T) {
	c, err := lessons.Load(withFamily(family), nil)
	if err != nil {
		t.Fatal(err)
	}
	f, ok := c.Family("areas")
	if !ok {
		t.Fatal("there is no family")
	}
	for _, row := range []struct {
		d          lessons.Difficulty
		name, want string
	}{
		{lessons.Easy, "A", "2 3 4 5"}, {lessons.Easy, "B", "x 1 0.1 0.2 0.3"}, {lessons.Medium, "A", "-2.5 0 2.5"}, {lessons.Hard, "A", "7"},
	} {
		if got := strings.Join(f.Ranges[row.d].Letters[row.name], " "); got != row.want {
			t.Errorf("%s at %s is %q, want %q", row.name, row.d, got, row.want)
		}
	}
	if cases := f.Ranges[lessons.Medium].Cases; len(cases) != 2 || cases[1]["F"] != "x^2" {
		t.Errorf("the cases are %v", cases)
	}
}

// TestFaultyFamilies changes a family at one place and looks for what is said.
func TestFaultyFamilies(t *testing.T) {
	for _, row := range []struct{ old, put, said string }{
		{`id = "areas"`, `id = "Areas"`, `families.toml:2:7: the family ID "Areas" is no plain name, or taken`},
		{`lesson = "demo"`, `lesson = "other"`, `there is no lesson "other"`},
		{`kind = "formula"`, `kind = "plot"`, `nothing can be drawn of kind "plot"; the kinds are formula, number, choice, derive, spot`},
		{`title = "Areas"`, `title = ""`, `the family has no title`},
		{`["exp-algebra"]`, `["juggling"]`, `there is no skill "juggling"`},
		{`skills = ["exp-algebra"]`, ``, `the family areas names no skill`},
		{`hard = { A = 7 }`, ``, `there is nothing to draw at this difficulty`},
		{`"2 to 5"`, `"5 to 2"`, `"5 to 2 by 1" is no range`},
		{`A = 7`, `A = true`, `this is neither a text nor a list`},
		{`hard`, `harder`, `unknown key "family.harder"`},
	} {
		text := strings.Replace(family, row.old, row.put, 1)
		if _, err := lessons.Load(withFamily(text), nil); err == nil || !strings.Contains(err.Error(), row.said) {
			t.Errorf("%s for %s: %v, want %s", row.put, row.old, err, row.said)
		}
	}
}
