package generate

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// formulas and proses are the keys of a block that hold formulas, and those that hold texts. All others are copied.
var (
	formulas = []string{"from", "to", "answer", "is", "accept", "also", "ends"}
	proses   = []string{"ask", "hints", "say", "note", "see", "right", "why", "option"}
)

// block returns the block of a draw.
func (d *drawer) block() (map[string]any, error) {
	if err := d.draw(); err != nil {
		return nil, err
	}
	made, err := d.filled(d.family.Block)
	if err != nil {
		return nil, err
	}
	switch d.family.Kind {
	case "derive":
		err = d.derive(made)
	case "spot":
		err = d.spot(made)
	case "formula":
		err = d.answered(made)
	case "number":
		err = d.numbers(made)
	case "choice":
		err = d.options(made)
	}
	return made, err
}

// filled puts the values into the texts and formulas of a table.
func (d *drawer) filled(block map[string]any) (map[string]any, error) {
	made := map[string]any{}
	for _, key := range slices.Sorted(maps.Keys(block)) {
		v, err := d.value(key, block[key])
		if err != nil {
			return nil, err
		}
		made[key] = v
	}
	return made, nil
}

func (d *drawer) value(key string, v any) (any, error) {
	switch v := v.(type) {
	case map[string]any:
		if key == "uses" {
			return v, nil
		}
		return d.filled(v)
	case []any:
		var all []any
		for _, one := range v {
			filled, err := d.value(key, one)
			if err != nil {
				return nil, err
			}
			all = append(all, filled)
		}
		return all, nil
	case string:
		return d.text(key, v)
	}
	return v, nil
}

// text puts the values into what stands behind a key.
func (d *drawer) text(key, text string) (string, error) {
	switch {
	case slices.Contains(formulas, key):
		return d.line(text)
	case slices.Contains(proses, key):
		return d.prose(text)
	case key == "define":
		head, body, ok := strings.Cut(text, ":=")
		if !ok {
			return "", fmt.Errorf("the definition %q of the family %s lacks :=", text, d.family.ID)
		}
		line, err := d.line(body)
		return strings.TrimSpace(head) + " := " + line, err
	}
	return d.worded(text), nil
}

// written returns a block as text.
func written(block map[string]any) ([]byte, error) {
	text, err := toml.Marshal(block)
	if err != nil {
		return nil, fmt.Errorf("writing a draw: %w", err)
	}
	return text, nil
}
