package content_test

import (
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/grade"
)

// values were computed apart from the program, to four places.
const values = `
sigmoid/values 0.0041 0.9985 0.5987 0.7311 0.1192
sigmoid/use 0.1192 0.2689 0.0474 0.4013
sigmoid/score-of-0-8 1.3863
sigmoid/value-at-minus-3 0.0474
sigmoid-derivative/slope-from-height 0.1600 0.0900 0.2400 0.1875 0.0099
sigmoid-derivative/largest 0.25
sigmoid-derivative/largest-slope 1.0000
entropy/surprise 0.9163 1.3863 2.3026 0.1054 4.6052
entropy/mean-surprise 1.0397 1.0549 0.6390 0.3944
entropy/units 2.3219 3.0000 2.5850 3.3219 1.5850
entropy/cells 3.9120 1.6094 2.3026 3.2189
entropy/read-slope 1.3863 2.1972 -1.0986 -2.1972 0.0000
entropy/three-nats 0.0498
entropy/five-bits 3.4657
entropy/coin-at-0-3 0.6109
entropy/four-outcomes 1.75
cross-entropy/believer 0.3567 0.5108 0.1054 2.3026
cross-entropy/cost-of-belief 0.5108 0.1438 0.0204 0.2231
cross-entropy/four-cases 0.1054 2.3026 1.6094 0.2231
cross-entropy/batch 0.2798 0.5108 0.1266
cross-entropy/even-belief 0.6931
cross-entropy/third-class 0.6931
cross-entropy/divergence-of-even-belief 0.1308
cross-entropy/value-at-1 0.2877
cross-entropy/value-at-0 4.6052
bce-derivative/try -1.2500 5.0000 -10.0000 1.3333
bce-derivative/check -2.0003 -2.5005 -4.0021
bce-derivative/confident-and-wrong 100.00
bce-derivative/central-difference 2.0003
bce-derivative/where-flat 0.3
linear-regression/residual -0.04 0.05 1.92 -1.31
linear-regression/by-hand -1.3333 -6.0000 3.3333 -3.6667
linear-regression/step 1.1333 1.2667 1.0667
linear-regression/cost-of-two 2.5
linear-regression/two-points -1.0 1.5 4.0
linear-regression/one-step 1.95 2.30 1.60
linear-regression/central-difference -2.0 2.0 -4.0
logistic-regression/hours 0.0709 0.2557 0.6073 0.8744 0.9691
logistic-regression/read-model 2.71 4.17 1.98
logistic-regression/slope-at-0-9 -0.2 2.4 3.0
logistic-regression/slope-at-score-0 1.5 -2.5 4.0
logistic-regression/odds 3.00 0.25 19.00
softmax/probabilities 0.0900 0.2447 0.6652
softmax/send-back 0.0900 0.2447 -0.3348
softmax/ln-2 0.50 0.75 0.80
whole-way/check -0.5379 -1.0000 -1.7616
tools/powers 0.125 0.04 0.0625 0.001
tools/ln 1.6094 0.6931 -0.6931 2.9957
tools/sigma 15 24 35
tools/slope 3.0100 12.0100 0.7600
tools/sum-of-squares 14 30 55
tools/slope-between 3 0.25 -2
entropy/in-code 1.0889 0.6390 1.0549
bce-derivative/in-code -0.9000 -0.0500 -3.2000
softmax/in-code 0.5761 0.9094 0.4519
whole-way/central-difference -0.5379 -0.7551 -1.4621
`

func TestValues(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(strings.TrimSpace(values)) {
		words := strings.Fields(line)
		screen, err := course.Screen(words[0])
		if err != nil {
			t.Fatalf("no screen %s", words[0])
		}
		q := screen.Question.(*lessons.Number)
		if len(q.Rows) != len(words)-1 {
			t.Errorf("%s: %d rows", words[0], len(q.Rows))
		}
		for i, value := range words[1:] {
			f := grade.New(course, q, grade.Options{Seed: uint64(i)}).Answer(value)
			if f.Kind != grade.Right || len(f.Remark) > 0 {
				t.Errorf("%s, row %d: %s is %s", words[0], i, value, f.Kind)
			}
		}
	}
}

// TestPlan holds the course to its plan: so many screens, each kind of question on them, variants with a skill.
func TestPlan(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{
		"tools":               "derive formula number formula number derive spot number formula formula number derive formula derive derive formula derive read",
		"sigmoid":             "formula number choice derive derive derive number derive formula spot choice read",
		"sigmoid-derivative":  "plot formula formula derive derive derive choice number formula number plot formula spot formula read",
		"entropy":             "number derive number number formula formula formula derive number formula choice formula number formula spot number read",
		"cross-entropy":       "number choice derive formula number derive choice formula derive plot number number spot choice read",
		"bce-derivative":      "choice formula formula derive derive number derive choice number spot number read",
		"linear-regression":   "number formula formula derive formula derive number number lab choice spot formula read",
		"logistic-regression": "number formula derive derive formula derive choice formula formula formula lab number spot choice read",
		"softmax":             "number derive derive derive choice derive derive number derive plot spot number read",
		"whole-way":           "choice derive number derive derive spot plot choice number read",
	} {
		lesson, err := course.Lesson(id)
		if err != nil {
			t.Fatalf("no lesson %s", id)
		}
		var got []string
		for _, s := range lesson.Screens {
			got = append(got, kind(s))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %s", id, strings.Join(got, " "))
		}
		for _, s := range lesson.Review {
			if len(s.Question.About().Skills) == 0 {
				t.Errorf("%s trains no skill", s.ID)
			}
		}
	}
}

func kind(s *lessons.Screen) string {
	switch s.Question.(type) {
	case *lessons.Expression:
		return "formula"
	case *lessons.Number:
		return "number"
	case *lessons.Choice:
		return "choice"
	case *lessons.Derive:
		return "derive"
	case *lessons.Spot:
		return "spot"
	case *lessons.Lab:
		return "lab"
	}
	if s.Plot != nil {
		return "plot"
	}
	return "read"
}
