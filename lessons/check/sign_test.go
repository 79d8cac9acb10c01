package check_test

import (
	"fmt"
	"strings"
	"testing"
)

// curves are claims about curves and orders, and what becomes of them: nothing is said of what is proved. What is true, but
// beyond the proof, must not be called false.
const curves = `
curve | x^3+x | x: real | rises = true | proved
curve | e^x | x: [-20,20] | rises = true | proved
curve | -1/(x-1/2) | x: (0,1) | rises = true | could not be proved
curve | 1/(x-1/2) | x: (0,1/2) | falls = true | proved
curve | 1/x | x: (0,1] | falls = true | could not be proved
curve | 1/x | x: [0.001,1] | falls = true | proved
curve | 1/x | x: [-1,1] | falls = true | could not be proved
curve | ln(x) | x: (0,5) | rises = true | proved
curve | sqrt(x) | x: (0,5) | rises = true | proved
curve | sin(x) | x: [0,2] | rises = true | it is false
curve | sin(x) | x: [0,3] | greatest = "π/2" | proved
curve | sin(x) | x: [0,3] | greatest = "3/2" | it is false
curve | x^2 | x: [-1,2] | least = "0" | proved
curve | x^4 | x: [-1,2] | least = "0" | proved
curve | x^4-x^2 | x: [0,2] | least = "1/sqrt(2)" | proved
curve | x*e^(-x) | x: [0,9] | greatest = "1" | proved
curve | max(0,x) | x: [-1,1] | rises = true | could not be proved
curve | 7 | x: [0,1] | rises = true | could not be proved
curve | x^2 | x: real | falls = true | it is false
holds | x^2 >= 2x-1 | x: [-5,5] | touches = "1" | proved
holds | x^2 >= 2x-1 | x: [-5,5] | touches = "2" | could not be proved
holds | x^2 > 2x-1 | x: [-5,5] | touches = "1" | could not be proved
holds | e^x >= 1+x | x: [-5,5] | touches = "0" | proved
holds | e^x >= 1+x | x: [-5,5] |  | could not be proved
holds | cos(x) <= 1-x^2/3 | x: [-1,1] | touches = "0" | proved
holds | cos(x) <= 1-x^2/2 | x: [-1,1] | touches = "0" | it is false
holds | x*p <= x | x: [1,2]; p: [0,1/2] |  | proved
holds | x*p < x | x: [0,2]; p: (0,1) |  | could not be proved
holds | x*p < x | x: [1,2]; p: (0,0.99) |  | proved
holds | 1/x > 0 | x: (0,5) |  | proved
holds | 1/x > 0 | x: [-1,5] |  | it is false
holds | n <= n^2 | n: nat |  | could not be proved
holds | (x+1)^2 = x^2+2x+1 | x: real |  | proved
holds | (x+1)^2 = x^2+1 | x: real |  | is not equal
`

func TestCurves(t *testing.T) {
	base := course(t)
	for line := range strings.Lines(strings.TrimSpace(curves)) {
		cells := strings.Split(strings.TrimSpace(line), " | ")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		claim := fmt.Sprintf("[[curve]]\nof = %q\nover = %q\n%s\n", cells[1], cells[2], cells[3])
		if cells[0] == "holds" {
			claim = fmt.Sprintf("[[holds]]\nthat = %q\nwhere = %q\n%s\n", cells[1], cells[2], strings.Trim(cells[3], "| "))
		}
		text := "+++\nid = \"good\"\ntitle = \"A\"\n+++\n# A\n## One {#one}\nText.\n\n```claims\n" + claim + "```\n"
		said := strings.Join(told(text, base), "\n")
		if want := cells[len(cells)-1]; want == "proved" && said != "" || want != "proved" && !strings.Contains(said, want) {
			t.Errorf("%s: %s", strings.TrimSpace(line), said)
		}
	}
}
