package slip

import (
	"slices"
	"strings"
	"testing"
)

// TestFamilies fails when a slip changes its family: what contradicts what depends on it.
func TestFamilies(t *testing.T) {
	want := map[family]string{
		differentiating: `antiderivative chain-factor constant-kept exp-as-power ln-of-derivative not-differentiated one-link
			power-factor 			power-not-lowered power-raised product-half product-rule quotient-order quotient-plus quotient-rule quotient-square
			wrong-variable`,
		rewriting: `cancelled-term exp-of-sum fractions-across log-of-sum log-power log-quotient minus-not-distributed
			power-of-power power-product product-for-sum reciprocal reciprocal-of-sum root-of-sum sign
			sign-in-exponent square-of-sum sum-for-product`,
		losses: `half-factor index-free index-mixed input-factor input-for-output label-prediction-swapped log-base mean-factor one-minus sigma-of-minus
			sigma-prime-bare sigma-prime-plus sigma-prime-square sum-dropped term-dropped`,
	}
	for f, ids := range want {
		var got []string
		for _, m := range mistakes {
			if m.family == f {
				got = append(got, string(m.id))
			}
		}
		slices.Sort(got)
		if want := strings.Fields(ids); !slices.Equal(got, want) {
			t.Errorf("family %d: %v, want %v", f, got, want)
		}
	}
}

// TestSubjects fails when a slip would be told on a line in which nothing stands that it is about.
func TestSubjects(t *testing.T) {
	for _, m := range mistakes {
		if anything := m.id == "sign"; m.isAbout(0) != anything {
			t.Errorf("%s is about %b", m.id, m.about)
		}
	}
}
