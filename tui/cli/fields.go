package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// An object is one of those that --json prints, with the words for each of its fields.
type object struct {
	name, of string
	fields   []field
}

type field struct{ name, means string }

// objects describe all that --json prints; there is no other description.
var objects = []object{
	{"check", "one object: the verdict on ANSWER", []field{
		{"verdict", "equal, different, undefined, unsure or unreadable"},
		{"evidence", "exact or modular (a proof), witness, or none"},
		{"say", "the verdict in words"},
		{"side", "which side of the answer that is about; left out where it has one, or is judged as a whole"},
		{"witness", "a point where the two differ, or null"},
		{"form", "whether an equal answer has the form of --form; left out where none was asked for"},
		{"slip", "the known mistake that explains the answer, or null"},
		{"understood", "what was read as the answer, or null"},
		{"notes", "remarks on how it was read; left out where there are none"},
		{"span", "of unreadable: where; left out otherwise"},
	}},
	{"derive", "one object a line: that of check, and", []field{
		{"step", "ok, goal, repeat, wrong, unreadable, undefined or unsure"},
		{"rule", "the IDs of the rules that lead to a true line, with commas between; empty where none are known"},
		{"progress", "nearer, same or back; empty where nothing is known"},
	}},
	{"diff", "one object: the derivative as understood, and", []field{
		{"by", "the letter"},
		{"steps", "with --steps: the first rule"},
	}},
	{"progress", "one object", []field{
		{"due", "how many skills are to be repeated now"},
		{"coming", "how many skills become due on each of the next 14 days, in stretches of 24 hours; those that are due now are with the first"},
		{"lessons", "a list"},
		{"skills", "a list"},
		{"slips", "a list of the slips that explained wrong answers, the most frequent first"},
		{"days", "a list of the days of study"},
		{"derivations", "a list of the finished derivations, the latest first"},
	}},
	{"progress DIR", "one object a line: that of progress, and", []field{
		{"learner", "the name of the file or folder in which the record lies"},
	}},
	{"witness", "a point and both values there", []field{
		{"point", "the value of each letter, as text"},
		{"answer", "bounds around the value of the answer"},
		{"expected", "bounds around the other value"},
		{"examples", "what unknown functions stand for at the point; left out where there are none"},
	}},
	{"bounds", "two numbers as text", []field{
		{"lo", "not above the value"},
		{"hi", "not below it"},
	}},
	{"form", "how an equal answer is written", []field{
		{"asked", "the name of the form"},
		{"met", "true or false"},
	}},
	{"slip", "a known mistake", []field{
		{"id", "its ID, which never changes"},
		{"also", "those of the others, where it took several"},
		{"where", "the part of the answer that it shows in, as it was typed"},
		{"say", "the words of the course for it"},
		{"span", "where that part stands; left out where it was not typed as such"},
	}},
	{"understood", "an expression as it was read", []field{
		{"line", "on one line"},
		{"block", "as rows of text; an empty list where it is very large"},
		{"latex", "as LaTeX"},
	}},
	{"span", "a range of bytes of what was typed", []field{
		{"in", "answer or expected"},
		{"start", "the first byte, from 0"},
		{"end", "the byte behind the last"},
		{"column", "the column on the screen in which it begins, from 0"},
	}},
	{"steps", "a use of a rule", []field{
		{"rule", "its ID"},
		{"of", "what it differentiates"},
		{"result", "the derivative"},
		{"parts", "the uses that it rests on; left out where there are none"},
	}},
	{"lessons", "a lesson", []field{
		{"id", "its ID"},
		{"title", "its title"},
		{"finished", "how many of its screens are finished"},
		{"screens", "how many there are"},
		{"optional", "whether nobody has to do it"},
		{"resume", "the ID of the screen to go on with"},
		{"state", "not begun, begun, finished or all known"},
		{"skills", "how many skills it trains"},
		{"known", "how many of them are known"},
		{"due", "the IDs of those that are due and that no earlier lesson trains"},
	}},
	{"skills", "a skill", []field{
		{"id", "its ID"},
		{"say", "what one can do with it"},
		{"state", "new, met, fresh or known"},
		{"lesson", "the ID of the first lesson that trains it"},
		{"asked", "how often a question of it came to its end"},
		{"row", "how many answers in a row were right at once and without help, each to another question or with other values"},
		{"slips", "how many wrong answers in its questions were recognised"},
		{"is_due", "whether it is to be repeated now"},
		{"look", "whether that is so since a skill that it rests on had to be shown"},
		{"fading", "whether it is not due yet, and more than half of the time until then has passed"},
		{"memory", "how well it is kept in mind, or null for a new skill"},
	}},
	{"memory", "of a skill, by the model of memory FSRS", []field{
		{"recall", "how likely it is recalled now, from 0 to 1"},
		{"stability", "after how many days without repetition that is 0.9"},
		{"difficulty", "from 1 to 10"},
		{"last", "when it was repeated; what other tasks repeat by the way moves that in part"},
		{"due", "when it is to be repeated"},
	}},
	{"slips", "a slip of the course", []field{
		{"id", "its ID"},
		{"say", "its name"},
		{"times", "how many wrong answers it explained"},
		{"last", "when it last did"},
		{"skills", "the IDs of the skills in whose questions, the most frequent first"},
	}},
	{"days", "a day of study", []field{
		{"date", "by the calendar here, as 2026-01-02"},
		{"questions", "how many questions came to their end on it"},
	}},
	{"derivations", "a finished derivation, as it was done last", []field{
		{"screen", "the ID of its screen"},
		{"title", "the title of that"},
		{"task", "what it was asked for; empty in its lesson"},
		{"at", "when it was finished"},
		{"level", "worked, faded or free"},
		{"aided", "whether it took a wrong answer, a hint or something shown"},
		{"shown", "whether something was shown"},
		{"typed", "a list of the lines of one's own; empty on the level worked, where rules are named"},
	}},
	{"typed", "a line of a derivation", []field{
		{"line", "as it was typed"},
		{"rules", "the IDs of those by which it follows; an empty list where none are known"},
	}},
}

// fieldsTopic is the help on what --json prints.
func fieldsTopic() *cobra.Command {
	return &cobra.Command{Use: "json", Args: noWords, Short: "what --json prints, field by field", Long: fieldsHelp()}
}

// fieldsHelp writes the objects down.
func fieldsHelp() string {
	var b strings.Builder
	b.WriteString("With --json check, derive, diff and progress print JSON, one object a line, in\nUTF-8. Fields may be added; those that are there keep their names and meanings.\n")
	for _, o := range objects {
		b.WriteString("\n" + o.name)
		if o.of != "" {
			b.WriteString(": " + o.of)
		}
		b.WriteString("\n")
		for _, f := range o.fields {
			fmt.Fprintf(&b, "  %-11s %s\n", f.name, wrapped(f.means, 14))
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// wrapped breaks words into lines that fit a terminal behind an indent, which all but the first get.
func wrapped(words string, indent int) string {
	const widest = 79
	var b strings.Builder
	column := indent
	for i, w := range strings.Fields(words) {
		switch {
		case i == 0:
		case column+1+len(w) > widest:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			column = indent
		default:
			b.WriteString(" ")
			column++
		}
		b.WriteString(w)
		column += len(w)
	}
	return b.String()
}
