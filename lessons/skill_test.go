package lessons_test

import (
	"fmt"
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/mathcore/rule"
)

// TestSkillFaults reads skills that do not fit together.
func TestSkillFaults(t *testing.T) {
	for _, row := range []struct{ skills, said string }{
		{"needs = [\"b\"]\n" + skillOf("b") + "uses = { c = 0.5 }\n" + skillOf("c"), ""},
		{"needs = [\"b\"]", `course.toml:6:11: there is no skill "b"; chainrule lint --list skills shows them; write a [[skill]] for one of your own`},
		{"uses = { b = 0.5 }", `course.toml:6:14: there is no skill "b"; chainrule lint --list skills shows them; write a [[skill]] for one of your own`},
		{"uses = { b = 0 }\n" + skillOf("b"), `course.toml:6:14: the weight of "b" is not above 0 and at most 1; write how much of a task of that skill alone one of this is worth`},
		{"uses = { b = 1.5 }\n" + skillOf("b"), `course.toml:6:14: the weight of "b" is not above 0 and at most 1; write how much of a task of that skill alone one of this is worth`},
		{"uses = { b = nan }\n" + skillOf("b"), `course.toml:6:14: the weight of "b" is not above 0 and at most 1; write how much of a task of that skill alone one of this is worth`},
		{"uses = { b = \"much\" }\n" + skillOf("b"), `course.toml:6:14: skill.uses is a string and does not fit here; a list stands in square brackets`},
		{"needs = [\"exp-algebra\"]", `course.toml:3:3: the skill exp-algebra comes back to itself by what it needs and uses; take one of the needs or uses on the way out`},
		{
			"needs = [\"b\"]\n" + skillOf("b") + "uses = { c = 0.5 }\n" + skillOf("c") + "needs = [\"exp-algebra\"]\n",
			`course.toml:3:3: the skill exp-algebra comes back to itself by what it needs and uses; take one of the needs or uses on the way out`,
		},
		{"rules = [\"expant\"]", `course.toml:6:11: there is no rule "expant"; the rules are listed in rules.toml`},
		{
			"rules = [\"expand\"]\n" + skillOf("b") + "rules = [\"expand\"]",
			`course.toml:10:11: the rule expand belongs to the skill exp-algebra already; leave it with one of the two`,
		},
	} {
		own := files(demo)
		own["course.toml"].Data = []byte(catalogue + row.skills)
		_, err := lessons.Load(own, nil)
		said := ""
		if err != nil {
			said = err.Error()
		}
		if said != row.said {
			t.Errorf("%s:\n got %s\nwant %s", row.skills, said, row.said)
		}
	}
}

// TestHeadlines names what comes back: screens that are there, in the place where they stand.
func TestHeadlines(t *testing.T) {
	for _, row := range []struct{ named, said string }{
		{`["demo/4"]`, ""},
		{`["demo/4", "demo/99"]`, `course.toml:3:25: there is no screen "demo/99"; name a screen with a derivation, such as "squares/differentiate"`},
		{`["demo/review/1"]`, `course.toml:3:15: there is no screen "demo/review/1"; name a screen with a derivation, such as "squares/differentiate"`},
	} {
		own := files(demo)
		own["course.toml"].Data = []byte(strings.Replace(catalogue, "[[skill]]", "headlines = "+row.named+"\n[[skill]]", 1))
		c, err := lessons.Load(own, nil)
		switch {
		case row.said == "" && (err != nil || len(c.Headlines) != 1 || c.Headlines[0] != "demo/4"):
			t.Errorf("%s: %v", row.named, err)
		case row.said != "" && (err == nil || err.Error() != row.said):
			t.Errorf("%s:\n got %v\nwant %s", row.named, err, row.said)
		}
	}
}

// TestQuestionUses corrects what a question repeats.
func TestQuestionUses(t *testing.T) {
	const ask = `ask = "Differentiate $x^2$."`
	for _, row := range []struct{ uses, said string }{
		{`uses = { exp-algebra = 0 }`, ""},
		{`uses = { exp = 0.5 }`, `there is no skill "exp"`},
		{`uses = { exp-algebra = -0.5 }`, `the weight of "exp-algebra" is not from 0 to 1`},
	} {
		own := files(strings.Replace(demo, ask, ask+"\n"+row.uses, 1))
		if _, err := lessons.Load(own, nil); row.said == "" && err != nil || row.said != "" && (err == nil || !strings.Contains(err.Error(), row.said)) {
			t.Errorf("%s: %v, want %q", row.uses, err, row.said)
		}
	}
}

// TestRepeated follows the weights: along a way they are multiplied, and of several ways the greatest counts.
func TestRepeated(t *testing.T) {
	c := &lessons.Course{Skills: []lessons.Skill{
		{ID: "a", Uses: []lessons.Use{{Skill: "b", Weight: 0.5}, {Skill: "c", Weight: 0.8}}},
		{ID: "b", Uses: []lessons.Use{{Skill: "d", Weight: 1}}},
		{ID: "c", Uses: []lessons.Use{{Skill: "d", Weight: 0.5}}, Rules: []rule.ID{"sum-rule", "constant"}},
		{ID: "d", Uses: []lessons.Use{{Skill: "e", Weight: 0.1}, {Skill: "f", Weight: 0.06}}, Rules: []rule.ID{"chain-rule"}},
		{ID: "e"},
		{ID: "f"},
	}}
	asked := func(skills ...string) lessons.Asked { return lessons.Asked{Skills: skills} }
	lines := []lessons.Line{{Rules: []rule.ID{"chain-rule"}}, {Rules: []rule.ID{"sum-rule", "constant"}}, {Rules: []rule.ID{"chain-rule", "cancel"}}}
	corrected := asked("e")
	corrected.Uses = []lessons.Use{{Skill: "b", Weight: 0.3}, {Skill: "c", Weight: 0}}
	for _, row := range []struct {
		of   string
		got  []lessons.Use
		want string
	}{
		{"skill a", c.Repeated("a"), "b 0.5, c 0.8, d 0.5, e 0.05"},
		{"skill e", c.Repeated("e"), ""},
		{"a formula", c.RepeatedBy(&lessons.Expression{Asked: asked("a")}), "b 0.5, c 0.8, d 0.5, e 0.05"},
		{"two skills", c.RepeatedBy(&lessons.Expression{Asked: asked("b", "c")}), "d 1, e 0.1, f 0.06"},
		{"a choice", c.RepeatedBy(&lessons.Choice{Asked: asked("a")}), ""},
		{"a derivation", c.RepeatedBy(&lessons.Derive{Asked: asked("e"), Lines: lines}), "c 0.5, d 0.75"},
		{"what it asks for", c.RepeatedBy(&lessons.Derive{Asked: asked("d"), Lines: lines}), "c 0.5, e 0.1, f 0.06"},
		{"a correction", c.RepeatedBy(&lessons.Derive{Asked: corrected, Lines: lines}), "b 0.3, d 0.75"},
	} {
		var got []string
		for _, u := range row.got {
			got = append(got, fmt.Sprintf("%s %.3g", u.Skill, u.Weight))
		}
		if all := strings.Join(got, ", "); all != row.want {
			t.Errorf("%s repeats %s, want %s", row.of, all, row.want)
		}
	}
}

func skillOf(id string) string { return fmt.Sprintf("[[skill]]\nid = %q\nsay = \"can\"\n", id) }
