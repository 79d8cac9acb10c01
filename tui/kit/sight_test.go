package kit_test

import (
	"math"
	"testing"
)

// The ways in which the light of a screen is seen without the cones for long, middle and short waves: the matrices of
// Machado, Oliveira and Fernandes (2009) at full severity.
var sights = map[string][3]rgb{
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	"all cones":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
}

// distance is the CIE76 difference of two colours as seen.
func distance(a, b rgb, sight [3]rgb) float64 {
	p, q := lab(seen(a, sight)), lab(seen(b, sight))
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

func seen(c rgb, sight [3]rgb) rgb {
	var s rgb
	for i, row := range sight {
		s[i] = min(max(row[0]*c[0]+row[1]*c[1]+row[2]*c[2], 0), 1)
	}
	return s
}

// lab returns the colour in CIE L*a*b*, white D65.
func lab(c rgb) rgb {
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124564*c[0] + 0.3575761*c[1] + 0.1804375*c[2]) / 0.95047)
	y := f(0.2126729*c[0] + 0.7151522*c[1] + 0.0721750*c[2])
	z := f((0.0193339*c[0] + 0.1191920*c[1] + 0.9503041*c[2]) / 1.08883)
	return rgb{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// TestCurvesApart makes sure that the first two curves of a plot are told apart by the colour-blind, too.
func TestCurvesApart(t *testing.T) {
	const apart = 40
	for look, backgrounds := range grounds {
		s := stylesFor(look)
		if len(s.Curves) < 2 {
			continue
		}
		for sight, matrix := range sights {
			least := math.Inf(1)
			for _, b := range backgrounds {
				d := distance(b.colour(s.Curves[0]), b.colour(s.Curves[1]), matrix)
				if d < apart {
					t.Errorf("%+v, %s, %s: the curves are %.1f apart, %d are needed", look, b.name, sight, d, apart)
				}
				least = min(least, d)
			}
			t.Logf("%+v, %s: at least %.0f apart", look, sight, least)
		}
	}
}
