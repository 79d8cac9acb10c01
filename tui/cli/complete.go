package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/mathcore/form"
	"chainrule/tui/settings"
)

// completions gives a shell what can stand at each place of a command line: lessons and their screens, skills, files of lessons,
// the values of flags. Expressions are nobody's to complete.
func completions(root *cobra.Command) {
	root.ValidArgsFunction = func(_ *cobra.Command, words []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(words) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		found := placesFrom(typed)
		if len(found) == 0 {
			return []string{"md"}, cobra.ShellCompDirectiveFilterFileExt
		}
		if strings.Contains(typed, "/") {
			return found, cobra.ShellCompDirectiveNoFileComp
		}
		return found, cobra.ShellCompDirectiveDefault
	}
	for _, c := range root.Commands() {
		switch c.Name() {
		case "lint":
			c.ValidArgsFunction = cobra.FixedCompletions([]string{"md"}, cobra.ShellCompDirectiveFilterFileExt)
		case "progress":
			c.ValidArgsFunction = cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs)
		case "export", "import":
		case "reset":
			c.ValidArgsFunction = func(_ *cobra.Command, words []string, typed string) ([]string, cobra.ShellCompDirective) {
				if len(words) > 0 {
					return nil, cobra.ShellCompDirectiveNoFileComp
				}
				return placesFrom(typed), cobra.ShellCompDirectiveNoFileComp
			}
		case "transcript":
			c.ValidArgsFunction = func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
				return placesFrom(typed), cobra.ShellCompDirectiveNoFileComp
			}
			values(c, "format", []string{"markdown", "latex", "html"})
		case "place":
			c.ValidArgsFunction = func(_ *cobra.Command, words []string, _ string) ([]string, cobra.ShellCompDirective) {
				if len(words) > 0 {
					return nil, cobra.ShellCompDirectiveNoFileComp
				}
				return placesFrom(""), cobra.ShellCompDirectiveNoFileComp
			}
		case "practice":
			c.ValidArgsFunction = skillsFrom
		case "completion", "help":
		default:
			c.ValidArgsFunction = cobra.NoFileCompletions
		}
		values(c, "form", form.Names())
		values(c, "list", lists())
	}
	for _, c := range append(root.Commands(), root) {
		values(c, "theme", settings.Words("theme"))
		values(c, "motion", settings.Words("motion"))
	}
}

// values tells which values a flag may have, where the command has it.
func values(c *cobra.Command, flag string, all []string) {
	if c.Flags().Lookup(flag) == nil {
		return
	}
	if err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(all, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic("cli: " + err.Error())
	}
}

// placesFrom returns the lessons, or the screens of one, whose names begin as typed, with their titles.
func placesFrom(typed string) []string {
	course, err := content.Course()
	if err != nil {
		return nil
	}
	var found []string
	for _, at := range addresses(course, typed) {
		if !strings.HasPrefix(at, typed) {
			continue
		}
		l, s, _ := course.Locate(at)
		title := l.Title
		if s != nil {
			title = s.Title
		}
		found = append(found, cobra.CompletionWithDesc(at, title))
	}
	return found
}

// addresses returns the names of the lessons of a course, or of their screens where a place has a slash.
func addresses(course *lessons.Course, place string) []string {
	var all []string
	for _, l := range course.Lessons {
		if !strings.Contains(place, "/") {
			all = append(all, l.ID)
			continue
		}
		for _, s := range l.Screens {
			all = append(all, s.ID)
		}
	}
	return all
}
