package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"chainrule/lessons/printable"
	"chainrule/mathcore/scope"
)

// table checks the rows of a table as they come, holding no more than one of them.
func (k *checker) table() error {
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
	fmt.Fprintln(k.out, "id\tverdict\tevidence\tmicros\tdetail")
	id, vars, lhs, rhs := rows.column("id"), rows.column("vars"), rows.column("lhs"), rows.column("rhs")
	for {
		cells, err := rows.row()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		where := ""
		if vars >= 0 {
			where = cells[vars]
		}
		k.answerRow(cells[id], where, cells[lhs], cells[rhs])
		if rows.waiting() {
			if err := k.out.Flush(); err != nil {
				return fmt.Errorf("writing the answers: %w", err)
			}
		}
	}
}

// answerRow judges one pair and prints its line. Declarations that cannot be read make the row unreadable.
func (k *checker) answerRow(id, where, lhs, rhs string) {
	start := time.Now()
	var r report
	if sc, err := k.rowScope(where); err != nil {
		r = report{Verdict: "unreadable", Evidence: "none", Say: "vars: " + err.Error()}
	} else {
		r = judged(lhs, rhs, sc, false)
	}
	micros := time.Since(start).Microseconds()
	fmt.Fprintf(k.out, "%s\t%s\t%s\t%d\t%s\n", id, r.Verdict, r.Evidence, micros, oneLine(r.detail()))
}

func (k *checker) rowScope(where string) (*scope.Scope, error) {
	t := k.terms
	t.where = strings.TrimSpace(t.where + " " + where)
	return t.scope()
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
