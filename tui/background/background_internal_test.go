package background

import "testing"

// TestDark is a table of COLORFGBG. Where it says nothing that can be read, the terminal has to be asked.
func TestDark(t *testing.T) {
	for text, want := range map[string]struct{ dark, known bool }{
		"":             {true, false},
		"15;0":         {true, true},
		"0;15":         {false, true},
		"0;7":          {false, true},
		"7;8":          {true, true},
		"12;8":         {true, true},
		"0;default;15": {false, true},
		"15;default;0": {true, true},
		"0;default":    {true, false},
		"15":           {true, false},
		"0;16":         {true, false},
	} {
		if dark, known := dark(text); dark != want.dark || known != want.known {
			t.Errorf("%q: dark %v, known %v; want %v", text, dark, known, want)
		}
	}
}
