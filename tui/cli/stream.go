package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"chainrule/lessons/printable"
	"chainrule/tui/verdict"
)

// Rows are handed to the workers in batches, so that handing over costs little; no more of them wait than memory may
// well hold, whatever the length of the table.
const (
	batchRows   = 64
	batchesEach = 4 // for each worker
	mostJobs    = 256
)

// A batch is some rows of a table that one worker answers.
type batch struct {
	rows   [][]string
	answer chan string // the lines for the rows, once they are known
}

// table checks the rows of a table as they come, several at a time, and answers them in their order.
func (k *checker) table() error {
	if k.jobs < 1 || k.jobs > mostJobs {
		return fmt.Errorf("--jobs must be a number from 1 to %d, not %d", mostJobs, k.jobs)
	}
	name := k.tsv
	file, err := k.open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	if name == "-" {
		name = "standard input"
	}
	rows, err := openTable(name, file, "id", "lhs", "rhs")
	if err != nil {
		return err
	}
	if _, err := k.scope(); err != nil {
		return err
	}
	if rows.column("where") >= 0 && rows.column("vars") >= 0 {
		return fmt.Errorf("%s:1: the header names the columns where and vars, which mean the same; keep one", rows.name)
	}
	if _, err := k.wanted(); err != nil {
		return err
	}
	fmt.Fprintln(k.out, "id\tverdict\tevidence\tmicros\tdetail\tslip\tform")
	work, order := make(chan *batch), make(chan *batch, batchesEach*k.jobs)
	stop := make(chan struct{})
	defer close(stop)
	for range k.jobs {
		go func() {
			for b := range work {
				b.answer <- k.answer(rows, b.rows)
			}
		}()
	}
	ended := make(chan error, 1)
	go func() {
		ended <- gather(rows, work, order, stop)
		close(work)
		close(order)
	}()
	for b := range order {
		fmt.Fprint(k.out, <-b.answer)
		if len(order) > 0 {
			continue
		}
		if err := k.out.Flush(); err != nil {
			return fmt.Errorf("writing the answers: %w", err)
		}
	}
	return <-ended
}

// gather reads the table to its end and hands its rows out, to the workers and, in their order, to who prints. What has
// been read is not held back while more is waited for.
func gather(rows *table, work, order chan<- *batch, stop <-chan struct{}) error {
	b := &batch{answer: make(chan string, 1)}
	for {
		cells, err := rows.row()
		if err == nil {
			b.rows = append(b.rows, cells)
			if len(b.rows) < batchRows && !rows.waiting() {
				continue
			}
		}
		if len(b.rows) > 0 {
			select {
			case order <- b:
			case <-stop:
				return nil
			}
			select {
			case work <- b:
			case <-stop:
				return nil
			}
			b = &batch{answer: make(chan string, 1)}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

// answer judges pairs and returns their lines.
func (k *checker) answer(t *table, rows [][]string) string {
	var b strings.Builder
	for _, cells := range rows {
		b.WriteString(k.answerRow(t.pair(cells)))
	}
	return b.String()
}

// A tabled pair is one row of a table; what the table has no column for is empty.
type tabledPair struct{ id, lhs, rhs, where, define, given, form string }

// pair returns what a row says.
func (t *table) pair(cells []string) tabledPair {
	cell := func(name string) string {
		if at := t.column(name); at >= 0 {
			return cells[at]
		}
		return ""
	}
	return tabledPair{
		id: cell("id"), lhs: cell("lhs"), rhs: cell("rhs"),
		where: cell("where") + cell("vars"), define: cell("define"), given: cell("given"), form: cell("form"),
	}
}

// answerRow judges one pair and returns its line. Declarations that cannot be read make the row unreadable.
func (k *checker) answerRow(p tabledPair) string {
	start := time.Now()
	r := k.report(p)
	micros := time.Since(start).Microseconds()
	slip, form := "", ""
	if r.Slip != nil {
		slip = strings.Join(append([]string{r.Slip.ID}, r.Slip.Also...), ",")
	}
	if r.Form != nil {
		form = map[bool]string{true: "met", false: "missed"}[r.Form.Met]
	}
	return fmt.Sprintf("%s\t%s\t%s\t%d\t%s\t%s\t%s\n", p.id, r.Verdict, r.Evidence, micros, oneLine(r.Detail()), slip, form)
}

func (k *checker) report(p tabledPair) verdict.Report {
	t := k.terms
	t.where = strings.TrimSpace(t.where + " " + p.where)
	t.defines = append(slices.Clip(t.defines), several(p.define)...)
	t.given = append(slices.Clip(t.given), several(p.given)...)
	if strings.TrimSpace(p.form) != "" {
		t.form = p.form
	}
	sc, err := t.scope()
	if err != nil {
		return verdict.Report{Verdict: "unreadable", Evidence: "none", Say: err.Error()}
	}
	wanted, err := t.wanted()
	if err != nil {
		return verdict.Report{Verdict: "unreadable", Evidence: "none", Say: err.Error()}
	}
	return judged(p.lhs, p.rhs, sc, wanted)
}

// several splits a cell at its semicolons.
func several(cell string) []string {
	var all []string
	for part := range strings.SplitSeq(cell, ";") {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}

// oneLine returns text with all that would break a row of a table replaced by spaces.
func oneLine(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if printable.Harmful(r) {
			return ' '
		}
		return r
	}, text)), " ")
}
