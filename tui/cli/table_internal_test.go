package cli

import (
	"strings"
	"testing"
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

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
