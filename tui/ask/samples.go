package ask

import (
	"github.com/charmbracelet/bubbles/key"

	"chainrule/tui/kit"
)

// Samples show how formulas are typed, and how they are shown then; what is behind a semicolon is said besides.
var Samples = []struct{ Typed, Shown, Says string }{
	{"e^-x", "e⁻ˣ", ""},
	{"1/(1 + x)", "1/(1 + x)", "without brackets 1/1 + x"},
	{`\frac{1}{1 + x}`, "1/(1 + x)", "LaTeX is understood"},
	{"x^2, sqrt(x)", "x², √x", ""},
	{"ln(x)", "ln(x)", "log(x) means the same"},
	{"theta_1", "θ₁", "tab makes θ of theta"},
	{"yhat", "ŷ", ""},
	{"sum(i=1..m, x_i)", "Σᵢ₌₁ᵐ xᵢ", ""},
	{"d/dx(x^2)", "d/dx(x²)", "a derivative to be taken"},
}

// samples is the group of the page of keys that shows them.
func samples() []key.Binding {
	all := []key.Binding{kit.Heading("Writing formulas")}
	for _, s := range Samples {
		means := s.Shown
		if s.Says != "" {
			means += "; " + s.Says
		}
		all = append(all, kit.Sample(s.Typed, means))
	}
	return all
}
