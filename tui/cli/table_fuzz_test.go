package cli

import (
	"errors"
	"io"
	"strings"
	"testing"
)

// FuzzTable reads anything as a table. It must end; each row must have as many cells as the header, and no more columns
// or longer rows than are allowed may be read.
func FuzzTable(f *testing.F) {
	for _, seed := range []string{
		"id\tlhs\trhs\n1\tx\tx\n", "id\tlhs\trhs\r\n\r\n\t\t\r\n", "\ufeffrhs\tid\tx\tlhs\n1\t2\t3\t4\n1\n", "id\tid\tlhs\trhs\n", "\x00\t\xff\n", "",
		"id\t\"lhs\"\trhs\n\"\"\"\t\"\t\"x, \"\"\"\n", "\xff\xfei\x00d\x00\t\x00l\x00h\x00s\x00\t\x00r\x00h\x00s\x00\n\x00\n\xd8", "\xfe\xff\x00i",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		table, err := openTable("t", strings.NewReader(text), "id", "lhs", "rhs")
		if err != nil {
			return
		}
		if n := len(table.columns); n > mostColumns || n < 3 {
			t.Fatalf("%d columns", n)
		}
		for rows := 0; ; rows++ {
			cells, err := table.row()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				return // told with its line
			}
			size := 0
			for _, c := range cells {
				size += len(c) + 1
			}
			if len(cells) != len(table.columns) || size > longestRow+1 || rows > strings.Count(text, "\n")+1 {
				t.Fatalf("row %d has %d cells of %d bytes, the header %d", rows, len(cells), size, len(table.columns))
			}
		}
	})
}
