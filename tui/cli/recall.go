package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/tui/kit"
	"chainrule/tui/round"
)

const reviewHelp = `Review asks ten questions of the screens that you have finished: first what you are
about to forget, each time with other values, derivations with some of their lines
left out, or all. At the end it tells what improved, and what is due when. Leaving
in the midst loses nothing: what you answered counts.

  chainrule review           on screens
  chainrule review --plain   as plain lines

Exit codes: 0 all is well; 1 the course could not run, or the input of plain lines
ended before the review did; 2 a wrong command line; 4 what you did could not be
saved.`

const practiceHelp = `Practice asks questions of one skill for as long as you like; esc, or :end in plain
lines, ends it and tells what came of it. Without a SKILL there is a list to choose
from. A skill can be practised once you have finished a question on it.

  chainrule practice               choose from a list
  chainrule practice three-links   one skill
  chainrule practice slips         where the slip happened that you make most

Exit codes: those of chainrule review.`

func (e *env) review() *cobra.Command {
	s := &starter{env: e}
	c := command(&cobra.Command{
		Use: "review [flags]", Short: "be asked what you are about to forget", Long: reviewHelp, Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return s.recall(kit.Review, "") },
	})
	s.flags(c)
	return c
}

func (e *env) practice() *cobra.Command {
	s := &starter{env: e}
	c := command(&cobra.Command{
		Use: "practice [SKILL] [flags]", Short: "practise a skill, or where a slip happened", Long: practiceHelp,
		Args: func(_ *cobra.Command, words []string) error {
			if len(words) > 1 {
				return fmt.Errorf("one skill at a time, not %q; see chainrule practice --help", words)
			}
			return nil
		},
		RunE: func(_ *cobra.Command, words []string) error {
			if len(words) == 0 {
				return s.recall(kit.Practice, "")
			}
			return s.recall(kit.Practice, words[0])
		},
	})
	s.flags(c)
	return c
}

// recall starts a review, or practice of something.
func (s *starter) recall(kind kit.Kind, of string) error {
	if err := s.checkFlags(); err != nil {
		return err
	}
	course, err := content.Course()
	if err != nil {
		return err
	}
	if _, ok := course.Skill(of); !ok && of != "" && of != round.Slips {
		return fmt.Errorf("there is no skill %q%s; chainrule practice alone lists what you can practise", of, didYouMean(of, practised(course)))
	}
	return s.run(course, kind, of)
}

// practised returns what can be practised, as it is typed.
func practised(course *lessons.Course) []string {
	all := []string{round.Slips}
	for _, k := range course.Skills {
		all = append(all, k.ID)
	}
	return all
}

// skillsFrom returns what can be practised and begins as typed, with its words.
func skillsFrom(_ *cobra.Command, words []string, _ string) ([]string, cobra.ShellCompDirective) {
	course, err := content.Course()
	if err != nil || len(words) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	found := []string{cobra.CompletionWithDesc(round.Slips, "where the slip happened that you make most")}
	for _, k := range course.Skills {
		found = append(found, cobra.CompletionWithDesc(k.ID, k.Say))
	}
	return found, cobra.ShellCompDirectiveNoFileComp
}
