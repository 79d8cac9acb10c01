// Package settings reads how the learner wants the course to be shown, from a file of their own.
//
// It writes no file, and a fault in one stops nothing: it is told, and what is right is used. What the settings do is done elsewhere.
package settings

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/adrg/xdg"
)

// A Setting is one that the file may hold.
type Setting struct {
	Name string
	// Words are those that may be its value; without any it is true or false.
	Words []string
	// Usual is what is taken where the file does not say.
	Usual string
	Means string
}

// All are the settings there are, in the order in which they are told.
var All = []Setting{
	{"theme", []string{"auto", "dark", "light", "contrast"}, "auto", "the background that colours are chosen for"},
	{"ascii", nil, "auto", "formulas and plots in ASCII only"},
	{"motion", []string{"full", "reduced"}, "full", "whether the run of a lab is seen"},
	{"mouse", nil, "true", "false leaves the mouse to the terminal"},
	{"plain", nil, "false", "plain lines instead of screens"},
	{"speak", nil, "false", "plain lines with formulas in words"},
}

// A Value is what a file says of a setting, and in which line.
type Value struct {
	Text string
	Line int
}

// Settings are what a file says.
type Settings struct {
	File   string
	Values map[string]Value
	// Faults tell what is wrong with the file: file:line:column, what, and what to do.
	Faults []string
}

// Words returns the words that may be the value of a setting.
func Words(name string) []string {
	return All[slices.IndexFunc(All, func(one Setting) bool { return one.Name == name })].Words
}

// Word returns what is to be taken for a setting: what the file says, else what is usual.
func (s Settings) Word(name string) string {
	if v, ok := s.Values[name]; ok {
		return v.Text
	}
	return All[slices.IndexFunc(All, func(one Setting) bool { return one.Name == name })].Usual
}

// Is reports whether a setting is true.
func (s Settings) Is(name string) bool { return s.Word(name) == "true" }

// Path returns where the file belongs: $XDG_CONFIG_HOME/chainrule/config.toml, or the custom of the system. It is empty where the
// environment names no home.
func Path() string {
	if os.Getenv("XDG_CONFIG_HOME") == "" {
		if _, err := os.UserHomeDir(); err != nil {
			return ""
		}
	}
	xdg.Reload()
	return filepath.Join(xdg.ConfigHome, "chainrule", "config.toml")
}

// Read reads the file at path. There need not be one.
func Read(path string) Settings {
	text, err := contents(path)
	if err != nil {
		return Settings{File: path, Faults: []string{fmt.Sprintf("%s: %v; the usual settings are used", path, err)}}
	}
	return Parse(path, text)
}

// contents returns what stands in an ordinary file of a size that settings may have. A file that is not there is empty.
func contents(path string) ([]byte, error) {
	const most = 1 << 16
	info, err := os.Stat(path)
	switch {
	case path == "" || errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, errors.Unwrap(err)
	case !info.Mode().IsRegular():
		return nil, errors.New("it is no ordinary file")
	case info.Size() > most:
		return nil, errors.New("it is too large for settings")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, errors.Unwrap(err)
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most))
}

// Names returns the names of all settings, with commas between.
func Names() string {
	names := make([]string, len(All))
	for i, one := range All {
		names[i] = one.Name
	}
	return strings.Join(names, ", ")
}
