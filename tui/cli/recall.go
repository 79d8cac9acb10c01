package cli

import (
	"fmt"
	"strings"

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

const practiceHelp = `Practice asks questions of one skill until all there is on it was asked; none comes
twice in one sitting. esc, or :end in plain lines, ends it and tells what came of it.
Without a SKILL there is a list to choose from. A skill can be practised once you have
finished a question on it.

  chainrule practice               choose from a list
  chainrule practice three-links   one skill
  chainrule practice slips         where the slip happened that you make most
  chainrule practice diff-log hard   drawn questions at a difficulty: easy, medium, hard

Many questions are drawn, with values of their own. Without a difficulty they become
harder after two answers in a row without help, and easier after a slip.

Exit codes: those of chainrule review.`

func (e *env) review() *cobra.Command {
	s := &starter{env: e}
	c := command(&cobra.Command{
		Use: "review [flags]", Short: "be asked what you are about to forget", Long: reviewHelp, Args: noWords,
		RunE: func(*cobra.Command, []string) error { return s.recall(kit.Review, "") },
	})
	s.flags(c)
	return c
}

func (e *env) practice() *cobra.Command {
	s := &starter{env: e}
	c := command(&cobra.Command{
		Use: "practice [SKILL [DIFFICULTY]] [flags]", Short: "practise a skill, or where a slip happened", Long: practiceHelp,
		Args: func(_ *cobra.Command, words []string) error {
			if len(words) > 2 {
				return fmt.Errorf("practice takes one skill and one difficulty at most, and got %d words; see chainrule practice --help", len(words))
			}
			if len(words) == 2 {
				if _, ok := lessons.ParseDifficulty(words[1]); !ok {
					return fmt.Errorf("there is no difficulty %q%s; behind a skill may stand easy, medium or hard", words[1], didYouMean(words[1], difficulties()))
				}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, words []string) error {
			if len(words) == 0 {
				return s.recall(kit.Practice, "")
			}
			return s.recall(kit.Practice, strings.Join(words, " "))
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
	skill, _, _ := round.ReadAt(of)
	if _, ok := course.Skill(skill); !ok && of != "" && skill != round.Slips {
		return fmt.Errorf("there is no skill %q%s; chainrule practice alone lists what you can practise", skill, didYouMean(skill, practised(course)))
	}
	return s.run(course, kind, of)
}

// difficulties returns the difficulties as they are typed.
func difficulties() []string {
	var all []string
	for _, d := range lessons.Difficulties {
		all = append(all, d.String())
	}
	return all
}

// practised returns what can be practised, as it is typed.
func practised(course *lessons.Course) []string {
	all := []string{round.Slips}
	for _, k := range course.Skills {
		all = append(all, k.ID)
	}
	return all
}

// skillsFrom returns what can be practised, with its words, and behind that how hard.
func skillsFrom(_ *cobra.Command, words []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(words) == 1 {
		return difficulties(), cobra.ShellCompDirectiveNoFileComp
	}
	course, err := content.Course()
	if err != nil || len(words) > 1 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	found := []string{cobra.CompletionWithDesc(round.Slips, "where the slip happened that you make most")}
	for _, k := range course.Skills {
		found = append(found, cobra.CompletionWithDesc(k.ID, k.Say))
	}
	return found, cobra.ShellCompDirectiveNoFileComp
}
