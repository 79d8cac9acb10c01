package cli

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// TestColumns fails when a header with more columns than anybody needs is read, or one that has as many as are allowed is
// not.
func TestColumns(t *testing.T) {
	for _, test := range []struct {
		columns int
		want    string
	}{
		{mostColumns, ""},
		{mostColumns + 1, "t:1: the header names 1001 columns, more than 1000; keep those that are read: id"},
	} {
		header := "id" + strings.Repeat("\tx", test.columns-1)
		_, err := openTable("t", strings.NewReader(header+"\n"), "id")
		if got := errorText(err); got != test.want {
			t.Errorf("%d columns: %q, want %q", test.columns, got, test.want)
		}
	}
}

// TestTexts reads the tables that spreadsheets save as text: in UTF-8 and UTF-16, with cells in quotation marks.
func TestTexts(t *testing.T) {
	text := "id\t\"lhs\"\trhs\r\nσ\t\"log(x, 2)\"\ty\"\r\n\"a \"\"b\"\"\"\t\"\"\t\"x\"+\"1\"\r\n"
	want := [][]string{{"σ", "log(x, 2)", `y"`}, {`a "b"`, "", `"x"+"1"`}}
	little, big := []byte{0xff, 0xfe}, []byte{0xfe, 0xff}
	for _, unit := range utf16.Encode([]rune(text)) {
		little, big = binary.LittleEndian.AppendUint16(little, unit), binary.BigEndian.AppendUint16(big, unit)
	}
	for name, saved := range map[string]string{
		"UTF-8": text, "UTF-8 with its mark": "\ufeff" + text, "UTF-16, little end first": string(little), "UTF-16, big end first": string(big),
	} {
		table, err := openTable("t", strings.NewReader(saved), "id", "lhs", "rhs")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, row := range want {
			if got, err := table.row(); err != nil || !slices.Equal(got, row) {
				t.Errorf("%s: %q, %v; want %q", name, got, err, row)
			}
		}
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
