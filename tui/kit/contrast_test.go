package kit_test

import (
	"fmt"
	"io"
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"chainrule/tui/kit"
)

// An rgb is a colour by its amounts of light, each from 0 to 1.
type rgb [3]float64

func hex(s string) rgb {
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	if err != nil {
		panic(err)
	}
	return light(uint8(n>>16), uint8(n>>8), uint8(n))
}

// light undoes the gamma of sRGB.
func light(r, g, b uint8) rgb {
	var c rgb
	for i, v := range []uint8{r, g, b} {
		f := float64(v) / 255
		if c[i] = f / 12.92; f > 0.04045 {
			c[i] = math.Pow((f+0.055)/1.055, 2.4)
		}
	}
	return c
}

// fixed returns a colour of the 256 from 16 on: a cube of six steps for each light, then greys.
func fixed(i int) rgb {
	if i >= 232 {
		grey := uint8(8 + 10*(i-232))
		return light(grey, grey, grey)
	}
	steps := []uint8{0, 95, 135, 175, 215, 255}
	return light(steps[(i-16)/36], steps[(i-16)/6%6], steps[(i-16)%6])
}

// contrast is the contrast ratio of WCAG 2: from 1 to 21.
func contrast(a, b rgb) float64 {
	luminance := func(c rgb) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }
	high, low := max(luminance(a), luminance(b)), min(luminance(a), luminance(b))
	return (high + 0.05) / (low + 0.05)
}

// Floors: text that is read, and lines that are only seen. A theme whose own text is fainter can ask for no more.
const (
	text  = 4.5
	lines = 3
)

// A ground is a background that colours must be read on.
type ground struct {
	name   string
	behind rgb
	floor  float64
	colour func(i int) rgb
}

func fixedOn(floor float64, backgrounds ...string) []ground {
	var all []ground
	for _, b := range backgrounds {
		all = append(all, ground{b, hex(b), floor, func(i int) rgb {
			if i < 16 {
				panic(fmt.Sprintf("colour %d is another in every theme", i))
			}
			return fixed(i)
		}})
	}
	return all
}

// themes are the first sixteen colours of terminals and usual themes as published, with the dark and the light
// background they are used on; none where there is none.
var themes = []struct {
	name, dark, light string
	colours           string
	floor             float64
}{
	{"xterm", "000000", "ffffff", "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff", text},
	{"VGA", "000000", "ffffff", "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff", text},
	{"Campbell", "0c0c0c", "ffffff", "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2", text},
	{"macOS", "000000", "ffffff", "000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf 666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5", text},
	{"Tango", "2e3436", "ffffff", "2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf 555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec", text},
	{"Solarized", "002b36", "fdf6e3", "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3", lines},
	{"Dracula", "282a36", "", "21222c ff5555 50fa7b f1fa8c bd93f9 ff79c6 8be9fd f8f8f2 6272a4 ff6e6e 69ff94 ffffa5 d6acff ff92df a4ffff ffffff", text},
	{"kitty", "000000", "ffffff", "000000 cc0403 19cb00 cecb00 0d73cc cb1ed1 0dcdcd dddddd 767676 f2201f 23fd00 fffd00 1a8fff fd28ff 14ffff ffffff", text},
	{"VS Code", "1e1e1e", "ffffff", "000000 cd3131 0dbc79 e5e510 2472c8 bc3fbc 11a8cd e5e5e5 666666 f14c4c 23d18b f5f543 3b8eea d670d6 29b8db e5e5e5", text},
	{"urxvt", "000000", "ffffff", "000000 cd0000 00cd00 cdcd00 0000cd cd00cd 00cdcd faebd7 404040 ff0000 00ff00 ffff00 0000ff ff00ff 00ffff ffffff", text},
}

func themesOn(background kit.Background) []ground {
	var all []ground
	for _, t := range themes {
		behind := t.dark
		if background == kit.Light {
			behind = t.light
		}
		if behind == "" {
			continue
		}
		words := strings.Fields(t.colours)
		all = append(all, ground{t.name, hex(behind), t.floor, func(i int) rgb { return hex(words[i]) }})
	}
	return all
}

// grounds are the backgrounds on which the styles of a look must be read; none where no colour may be named.
var grounds = map[kit.Look][]ground{
	{Colours: kit.ManyColours, Background: kit.Dark}:  fixedOn(text, "#000000", "#1e1e1e", "#282a36", "#002b36"),
	{Colours: kit.ManyColours, Background: kit.Light}: fixedOn(text, "#ffffff", "#fdf6e3"),
	{Colours: kit.ManyColours}: append(fixedOn(text, "#000000", "#ffffff"),
		fixedOn(lines, "#1e1e1e", "#282a36", "#002b36", "#fdf6e3")...),
	{Colours: kit.SixteenColours, Background: kit.Dark}:     themesOn(kit.Dark),
	{Colours: kit.SixteenColours, Background: kit.Light}:    themesOn(kit.Light),
	{Colours: kit.SixteenColours}:                           nil,
	{Colours: kit.SixteenColours, Background: kit.Middling}: nil,
	{Colours: kit.ManyColours, Background: kit.Middling}:    nil,
	{Background: kit.Dark}:                                  nil,
	{Background: kit.Light}:                                 nil,
	{}:                                                      nil,
}

func stylesFor(look kit.Look) kit.Styles {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.ANSI256)
	return kit.NewStyles(r, look)
}

// colours lists all that styles name a colour for, by the name of the field: nothing can be forgotten here.
func colours(t *testing.T, s kit.Styles) map[string]int {
	t.Helper()
	all := map[string]int{}
	inks := reflect.ValueOf(s.Inks)
	for i := range inks.NumField() {
		name := inks.Type().Field(i).Name
		switch v := inks.Field(i).Interface().(type) {
		case lipgloss.Style:
			if behind := v.GetBackground(); behind != (lipgloss.NoColor{}) {
				t.Errorf("%s has the background %v", name, behind)
			}
			switch c := v.GetForeground().(type) {
			case lipgloss.NoColor:
			case lipgloss.Color:
				n, err := strconv.Atoi(string(c))
				if err != nil {
					t.Fatalf("%s has the colour %q", name, c)
				}
				all[name] = n
			default:
				t.Fatalf("%s has the colour %#v", name, c)
			}
		case int:
			if v != 0 {
				all[name] = v
			}
		case []int:
			for j, c := range v {
				all[fmt.Sprintf("%s %d", name, j+1)] = c
			}
		default:
			t.Fatalf("%s is a %T; say here how it is read", name, v)
		}
	}
	return all
}

// TestContrast computes the contrast of every style of every look on all backgrounds it may meet: below the floor
// somebody cannot read it.
func TestContrast(t *testing.T) {
	for look, backgrounds := range grounds {
		named := colours(t, stylesFor(look))
		if len(backgrounds) == 0 && len(named) > 0 {
			t.Errorf("%+v: nothing is known of the background, but colours are named: %v", look, named)
		}
		for _, never := range []string{"Title", "Key", "Text", "Strong", "Emphasis", "Cursor"} {
			if c, ok := named[never]; ok {
				t.Errorf("%+v: %s has the colour %d of its own", look, never, c)
			}
		}
		least := math.Inf(1)
		for _, b := range backgrounds {
			for name, c := range named {
				floor := b.floor
				if look.Colours == kit.SixteenColours && strings.HasPrefix(name, "Curves") {
					floor = lines
				}
				ratio := contrast(b.colour(c), b.behind)
				if ratio < floor {
					t.Errorf("%+v: %s, colour %d, has %.2f on %s; %.1f are needed", look, name, c, ratio, b.name, floor)
				}
				least = min(least, ratio)
			}
		}
		t.Logf("%+v: the least contrast is %.2f", look, least)
	}
}

// TestBold makes sure that none of the first eight colours is bold, which many terminals show in another colour, and
// that no text is grey by colour 8, which most themes hide.
func TestBold(t *testing.T) {
	for look := range grounds {
		s := stylesFor(look)
		inks := reflect.ValueOf(s.Inks)
		for i := range inks.NumField() {
			style, ok := reflect.TypeAssert[lipgloss.Style](inks.Field(i))
			if !ok {
				continue
			}
			c, ok := style.GetForeground().(lipgloss.Color)
			n, _ := strconv.Atoi(string(c))
			if ok && (n == 8 || n < 8 && style.GetBold()) {
				t.Errorf("%+v: %s is colour %d, bold: %v", look, inks.Type().Field(i).Name, n, style.GetBold())
			}
		}
	}
}

// TestSelected makes sure that what is chosen can be told without any colour, by more than the sign before it.
func TestSelected(t *testing.T) {
	for look := range grounds {
		s := stylesFor(look)
		if look.Colours == kit.NoColours && !s.Selected.GetReverse() {
			t.Errorf("%+v: the chosen option is not reversed", look)
		}
		if !s.Selected.GetBold() {
			t.Errorf("%+v: the chosen option is not bold", look)
		}
	}
}

// TestNoColours renders everything in a look without colours: attributes stay, colours do not come. A renderer without
// a profile leaves plain text.
func TestNoColours(t *testing.T) {
	for _, tt := range []struct {
		profile termenv.Profile
		want    string
	}{
		{termenv.ANSI, "\x1b[1ma\x1b[0m"},
		{termenv.Ascii, "a"},
	} {
		r := lipgloss.NewRenderer(io.Discard)
		r.SetColorProfile(tt.profile)
		s := kit.NewStyles(r, kit.Look{Background: kit.Dark})
		if got := s.Title.Render("a"); got != tt.want {
			t.Errorf("a title is %q, want %q", got, tt.want)
		}
		if len(s.Curves) > 0 {
			t.Errorf("curves have the colours %v", s.Curves)
		}
	}
}

// TestSetBackground replaces the inks where they are, so that all who hold the styles see it.
func TestSetBackground(t *testing.T) {
	s := stylesFor(kit.Look{ASCII: true, Colours: kit.ManyColours})
	held := &s
	before, marks := held.Formula.GetForeground(), held.Marks
	s.SetBackground(kit.Light)
	if held.Formula.GetForeground() == before || held.Look.Background != kit.Light {
		t.Error("the styles are still those of before")
	}
	if held.Marks != marks || !held.Look.ASCII {
		t.Error("the marks went with the colours")
	}
}

// TestOwnColours fails when the theme of high contrast names a colour, or tells what is chosen, right or wrong by nothing.
func TestOwnColours(t *testing.T) {
	s := stylesFor(kit.Look{Colours: kit.ManyColours, Background: kit.Middling})
	for name, style := range map[string]lipgloss.Style{
		"formula": s.Formula, "muted": s.Muted, "hint": s.Hint, "prompt": s.Prompt, "selected": s.Selected, "right": s.Right, "wrong": s.Wrong,
	} {
		if _, none := style.GetForeground().(lipgloss.NoColor); !none {
			t.Errorf("%s has the colour %v", name, style.GetForeground())
		}
	}
	if !s.Selected.GetReverse() || !s.Right.GetBold() || !s.Wrong.GetBold() || len(s.Curves) > 0 {
		t.Error("what is chosen, right or wrong is told by nothing, or curves are told apart by colours")
	}
}
