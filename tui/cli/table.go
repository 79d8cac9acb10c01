package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"chainrule/lessons/printable"
)

// mostColumns bounds the columns of a table.
const mostColumns = 1000

// longestRow bounds the length of one row of a table in bytes, so that memory stays flat whatever is fed in.
const longestRow = 16 << 20

// A table reads rows of columns separated by tabs, named by a header line, one at a time. It takes what spreadsheets save
// as text: UTF-8, or UTF-16 behind its byte order mark, and quotation marks around a cell.
type table struct {
	name    string // what the table is called in messages
	in      *bufio.Reader
	columns []string
	line    int
}

// openTable reads the header of a table and makes sure that it names the wanted columns.
func openTable(name string, in io.Reader, wanted ...string) (*table, error) {
	name = printable.Line(name)
	t := &table{name: name, in: bufio.NewReaderSize(transform.NewReader(in, unicode.BOMOverride(transform.Nop)), 64<<10)}
	header, err := t.next()
	if errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: the table is empty; its first line must name the columns: %s", name, strings.Join(wanted, ", "))
	}
	if err != nil {
		return nil, err
	}
	if count := strings.Count(header, "\t") + 1; count > mostColumns {
		return nil, fmt.Errorf("%s:1: the header names %d columns, more than %d; keep those that are read: %s", name, count, mostColumns, strings.Join(wanted, ", "))
	}
	t.columns = strings.Split(strings.TrimPrefix(header, "\ufeff"), "\t")
	for i, c := range t.columns {
		t.columns[i] = strings.TrimSpace(unquoted(c))
	}
	for _, w := range wanted {
		if first := t.column(w); first >= 0 && slices.Contains(t.columns[first+1:], w) {
			return nil, fmt.Errorf("%s:1: the header names column %q twice; keep one", name, w)
		}
		if !slices.Contains(t.columns, w) {
			return nil, fmt.Errorf("%s:1: the header names no column %q; it must name %s, separated by tabs", name, w, strings.Join(wanted, ", "))
		}
	}
	return t, nil
}

// row returns the cells of the next row that is not blank, or io.EOF.
func (t *table) row() ([]string, error) {
	for {
		line, err := t.next()
		if err != nil {
			return nil, err
		}
		if strings.Trim(line, " ") == "" { // tabs make a row, though all its cells are empty
			continue
		}
		if count := strings.Count(line, "\t") + 1; count != len(t.columns) {
			return nil, fmt.Errorf("%s:%d: %d columns where the header has %d; separate them by single tabs and leave none out", t.name, t.line, count, len(t.columns))
		}
		cells := strings.Split(line, "\t")
		for i, c := range cells {
			cells[i] = unquoted(c)
		}
		return cells, nil
	}
}

// unquoted returns what a cell holds that a spreadsheet may have put between quotation marks, as it does where a comma or such a
// mark stands in it; each mark inside is then written twice.
func unquoted(cell string) string {
	inside, opened := strings.CutPrefix(cell, `"`)
	inside, closed := strings.CutSuffix(inside, `"`)
	if !opened || !closed || strings.Contains(strings.ReplaceAll(inside, `""`, ""), `"`) {
		return cell
	}
	return strings.ReplaceAll(inside, `""`, `"`)
}

// column returns the place of the column called name, or -1.
func (t *table) column(name string) int { return slices.Index(t.columns, name) }

// waiting reports whether the next row would have to be waited for.
func (t *table) waiting() bool { return t.in.Buffered() == 0 }

// next returns the next line without its end.
func (t *table) next() (string, error) {
	t.line++
	var line []byte
	for {
		part, err := t.in.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case len(line) > longestRow:
			return "", fmt.Errorf("%s:%d: the line is longer than %d bytes", t.name, t.line, longestRow)
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(line) == 0:
			return "", io.EOF
		case err != nil && !errors.Is(err, io.EOF):
			return "", fmt.Errorf("reading %s: %w", t.name, err)
		}
		return strings.TrimSuffix(strings.TrimSuffix(string(line), "\n"), "\r"), nil
	}
}
