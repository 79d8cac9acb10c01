package check_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"chainrule/lessons"
	"chainrule/lessons/check"
	"chainrule/lessons/content"
)

// A plant is one block of testdata/planted.txt: a fault that the course had or could have, put into a screen of it.
type plant struct {
	name           string
	lesson         string
	screens        []string // the last one is that which is changed
	old, put, said []string
}

// fewest is how many faults the table holds at least.
const fewest = 60

// TestPlanted plants faults into the text of the course, one at a time, and demands that each is found. Only the screens that
// are named are checked, so that the rest of a lesson can change.
func TestPlanted(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing")
	}
	base := course(t)
	all := plants(t)
	if len(all) < fewest {
		t.Errorf("%d faults are planted, want %d", len(all), fewest)
	}
	cache := map[string][]string{}
	for _, p := range all {
		text, err := content.Files.ReadFile(p.lesson + ".md")
		if err != nil {
			t.Fatal(err)
		}
		good, bad, ok := p.into(string(text))
		if !ok {
			t.Errorf("%s: %s does not hold %q", p.name, p.lesson, p.old)
			continue
		}
		before, known := cache[good]
		if !known {
			before = heard(p.lesson, good, base)
			cache[good] = before
		}
		after := heard(p.lesson, bad, base)
		for _, want := range p.said {
			found := func(said string) bool { return strings.Contains(said, want) }
			if slices.ContainsFunc(before, found) {
				t.Errorf("%s: is found before it is planted: %s", p.name, want)
			}
			if !slices.ContainsFunc(after, found) {
				t.Errorf("%s: not found: %s\n%s", p.name, want, strings.Join(after, "\n"))
			}
		}
	}
}

var skillsOfLesson = regexp.MustCompile(`(?m)^skills = \[[^\]]*\]\n`)

// into returns a lesson of the screens that are named, as they are and with the fault. Without old text the new one stands
// behind the heading; of old text the first piece in the screen is taken out.
func (p plant) into(text string) (good, bad string, ok bool) {
	head, body, _ := strings.Cut(text, "\n# ")
	title, rest, _ := strings.Cut(body, "\n")
	good = skillsOfLesson.ReplaceAllString(head, "") + "\n# " + title + "\n\n"
	bad = good
	for i, id := range p.screens {
		at := strings.Index(rest, "{#"+id+"}\n")
		if at < 0 {
			return "", "", false
		}
		from := strings.LastIndex(rest[:at], "\n## ") + 1
		screen := rest[from:]
		heading := at - from + len("{#"+id+"}\n")
		if end := regexp.MustCompile(`(?m)^##? `).FindStringIndex(screen[heading:]); end != nil {
			screen = screen[:heading+end[0]]
		}
		good += screen
		if i < len(p.screens)-1 {
			bad += screen
			continue
		}
		old, put := strings.Join(p.old, "\n"), strings.Join(p.put, "\n")
		if len(p.old) == 0 {
			bad += screen[:heading] + "\n" + put + "\n" + screen[heading:]
			continue
		}
		if !strings.Contains(screen, old) {
			return "", "", false
		}
		bad += strings.Replace(screen, old, put, 1)
	}
	if !slices.Contains(p.screens, "run") { // the lab is that of the course
		elsewhere := strings.NewReplacer(`lab = "run"`, `lab = "`+p.lesson+`/run"`)
		good, bad = elsewhere.Replace(good), elsewhere.Replace(bad)
	}
	return good, bad, true
}

// heard returns what is said of a lesson in the place of that of the course.
func heard(id, text string, base *lessons.Course) []string {
	whole := fstest.MapFS{id + ".md": {Data: []byte(text)}}
	c, err := lessons.Load(whole, base)
	if err != nil {
		return strings.Split(err.Error(), "\n")
	}
	course := *base
	course.Lessons = slices.Clone(base.Lessons)
	i := slices.IndexFunc(course.Lessons, func(l *lessons.Entry) bool { return l.ID == id })
	c.Lessons[0].Number, c.Lessons[0].Optional = base.Lessons[i].Number, base.Lessons[i].Optional // it stands in the place of the other
	course.Lessons[i] = c.Lessons[0]
	lesson, err := c.Lesson(c.Lessons[0].ID)
	if err != nil {
		return strings.Split(err.Error(), "\n")
	}
	faults, remarks := check.Lesson(&course, lesson)
	var said []string
	for _, f := range append(append(faults, remarks...), check.Order(&course)...) {
		if f.File == id+".md" {
			said = append(said, f.Error())
		}
	}
	return said
}

func plants(t *testing.T) []plant {
	t.Helper()
	var all []plant
	for block := range strings.SplitSeq(strings.TrimSpace(read(t, "testdata/planted.txt")), "\n\n") {
		var p plant
		for line := range strings.SplitSeq(block, "\n") {
			rest := strings.TrimPrefix(line[1:], " ")
			switch line[0] {
			case '#':
				p.name = strings.TrimSpace(p.name + " " + rest)
			case '@':
				words := strings.Fields(rest)
				p.lesson, p.screens = words[0], words[1:]
			case '-':
				p.old = append(p.old, rest)
			case '+':
				p.put = append(p.put, rest)
			case '=':
				p.said = append(p.said, rest)
			default:
				t.Fatalf("a line of no kind: %q", line)
			}
		}
		if len(p.screens) > 0 {
			all = append(all, p)
		}
	}
	return all
}
