package lessons

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"chainrule/mathcore/scope"
)

// familiesFile holds the families of a course.
const familiesFile = "families.toml"

// A Difficulty says how hard a draw of a family is. Its number is kept in records.
type Difficulty int

// The difficulties.
const (
	Easy Difficulty = iota + 1
	Medium
	Hard
)

// Difficulties lists all difficulties, the easiest first.
var Difficulties = [...]Difficulty{Easy, Medium, Hard}

var difficultyNames = map[Difficulty]string{Easy: "easy", Medium: "medium", Hard: "hard"}

// String returns the name of the difficulty, as people type it.
func (d Difficulty) String() string { return difficultyNames[d] }

// ParseDifficulty returns the difficulty called name.
func ParseDifficulty(name string) (Difficulty, bool) {
	for _, d := range Difficulties {
		if d.String() == name {
			return d, true
		}
	}
	return 0, false
}

// A Draw names a question that was drawn: it and the course say all of it. Records keep it in the place of a screen's ID, as
// ~family/2/17.
type Draw struct {
	Family     string
	Difficulty Difficulty
	Seed       uint64
}

// drawMark begins the IDs of draws, which no ID of a screen begins with.
const drawMark = "~"

// String returns the draw as records keep it.
func (d Draw) String() string {
	return fmt.Sprintf("%s%s/%d/%d", drawMark, d.Family, d.Difficulty, d.Seed)
}

// ParseDraw reads a draw. It reports false for what is none, such as the ID of a screen.
func ParseDraw(id string) (Draw, bool) {
	rest, ok := strings.CutPrefix(id, drawMark)
	parts := strings.Split(rest, "/")
	if !ok || len(parts) != 3 {
		return Draw{}, false
	}
	difficulty, err := strconv.Atoi(parts[1])
	seed, err2 := strconv.ParseUint(parts[2], 10, 64)
	d := Draw{parts[0], Difficulty(difficulty), seed}
	return d, err == nil && err2 == nil && d.Difficulty.String() != ""
}

// A Family makes questions without end: it is a block of a lesson in which letters are drawn. Its ID is a promise to saved
// progress.
type Family struct {
	ID, Title string
	// Lesson is the ID of the lesson whose letters and definitions it uses.
	Lesson string
	// Kind is that of its blocks, as in a lesson.
	Kind string
	// Skills and Uses are those of each of its questions.
	Skills []string
	Uses   []Use
	// Ranges says for each difficulty what is drawn.
	Ranges map[Difficulty]Range
	// Unless holds equations: a draw for which one of them holds is not asked.
	Unless []string
	// Of is what the wrong answers are made from, where the block itself does not say it.
	Of string
	// At holds values of letters at which such an answer is taken.
	At map[string]string
	// Block holds the keys of the block, with letters in its formulas.
	Block map[string]any
	Place Position
}

// A Range says what is drawn: one of the Cases, each of which gives several letters a meaning at once, and for each of the
// Letters one of its values.
type Range struct {
	Letters map[string][]string
	Cases   []map[string]string
}

// families are those of a course, read when they are first asked for.
type families struct {
	once   sync.Once
	read   func() ([]*Family, Faults)
	all    []*Family
	faults Faults
}

func (f *families) parsed() ([]*Family, Faults) {
	if f == nil {
		return nil, nil
	}
	f.once.Do(func() {
		f.all, f.faults = f.read()
		f.read = nil // the text is needed no more
	})
	return f.all, f.faults
}

// Families returns the families of the course in their order. Of a file with faults there are none: lint tells them.
func (c *Course) Families() []*Family {
	all, faults := c.families.parsed()
	if len(faults) > 0 {
		return nil
	}
	return all
}

// Family returns the family called id.
func (c *Course) Family(id string) (*Family, bool) {
	return find(c.Families(), func(f *Family) bool { return f.ID == id })
}

// RepeatedByFamily returns the skills that a question of a family repeats besides those that it asks for.
func (c *Course) RepeatedByFamily(f *Family) []Use {
	return c.repeatedBy(f.Kind != "choice", f.Skills, f.Uses, nil)
}

// family is a family as written.
type family struct {
	ID, Title, Lesson, Kind, Of string
	Unless                      []string
	At                          map[string]string
	Easy, Medium, Hard          map[string]any
	Block                       map[string]any
}

// familyKinds are the kinds of block that can be drawn.
var familyKinds = []string{"formula", "number", "choice", "derive", "spot"}

// families finds the file of the families, to be read later.
func (l *loader) families() error {
	text, err := l.read(familiesFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	course := l.course
	course.families = &families{read: func() ([]*Family, Faults) {
		r := &familyReader{course: course}
		s := newSource(familiesFile, text)
		if len(s.faults) > 0 {
			return nil, s.sorted()
		}
		var raw struct{ Family []family }
		t, ok := readTable(s, s.text, 0, &raw)
		if ok {
			r.table = t
			r.families(raw.Family)
		}
		return r.all, s.sorted()
	}}
	return nil
}

// A familyReader checks the families as written.
type familyReader struct {
	*table
	course *Course
	all    []*Family
}

func (r *familyReader) families(raw []family) {
	for i, f := range raw {
		path := fmt.Sprintf("family[%d]", i)
		if _, taken := find(r.all, func(o *Family) bool { return o.ID == f.ID }); taken || !isName(f.ID) {
			r.failAt(path+".id", 0, fmt.Sprintf("the family ID %q is no plain name, or taken", f.ID), "use small letters, digits and hyphens, a letter first")
		}
		if _, ok := r.course.Entry(f.Lesson); !ok {
			r.failAt(path+".lesson", 0, fmt.Sprintf("there is no lesson %q", f.Lesson), "name the lesson whose letters and definitions it uses")
		}
		if !slices.Contains(familyKinds, f.Kind) {
			r.failAt(path+".kind", 0, fmt.Sprintf("nothing can be drawn of kind %q", f.Kind), "the kinds are "+strings.Join(familyKinds, ", "))
		}
		if f.Title == "" {
			r.failAt(path, 0, "the family has no title", `write title = "…"`)
		}
		made := &Family{
			ID: f.ID, Title: f.Title, Lesson: f.Lesson, Kind: f.Kind, Unless: f.Unless, Of: f.Of, At: f.At, Block: f.Block,
			Place: r.at(r.where(path)),
		}
		r.trained(path, made)
		made.Ranges = map[Difficulty]Range{
			Easy: r.ranges(path+".easy", f.Easy), Medium: r.ranges(path+".medium", f.Medium), Hard: r.ranges(path+".hard", f.Hard),
		}
		r.all = append(r.all, made)
	}
}

// trained reads which skills the questions of a family ask for and repeat.
func (r *familyReader) trained(path string, f *Family) {
	ids, _ := f.Block["skills"].([]any)
	for _, id := range ids {
		f.Skills = append(f.Skills, fmt.Sprint(id))
	}
	if len(f.Skills) == 0 {
		r.failAt(path, 0, fmt.Sprintf("the family %s names no skill", f.ID), `write skills = ["…"] in its block`)
	}
	for _, id := range f.Skills {
		if _, ok := r.course.Skill(id); !ok {
			r.failAt(path+".block.skills", 0, fmt.Sprintf("there is no skill %q", id), "the skills are listed in "+courseFile)
		}
	}
	weights, _ := f.Block["uses"].(map[string]any)
	for _, id := range slices.Sorted(maps.Keys(weights)) {
		switch w := weights[id].(type) {
		case float64:
			f.Uses = append(f.Uses, Use{id, w})
		case int64:
			f.Uses = append(f.Uses, Use{id, float64(w)})
		}
	}
}

// ranges reads what is drawn at one difficulty.
func (r *familyReader) ranges(path string, raw map[string]any) Range {
	made := Range{Letters: map[string][]string{}}
	if len(raw) == 0 {
		r.failAt(path, 0, "there is nothing to draw at this difficulty", `write what each letter may be: a = "2 to 5"`)
	}
	for _, name := range slices.Sorted(maps.Keys(raw)) {
		at := path + "." + name
		switch v := raw[name].(type) {
		case string:
			made.Letters[name] = r.values(at, v)
		case []any:
			for _, one := range v {
				switch one := one.(type) {
				case map[string]any:
					made.Cases = append(made.Cases, meanings(one))
				default:
					made.Letters[name] = append(made.Letters[name], r.values(at, fmt.Sprint(one))...)
				}
			}
		case int64, float64:
			made.Letters[name] = []string{fmt.Sprint(v)}
		default:
			r.failAt(at, 0, "this is neither a text nor a list", `write a = "2 to 5", or a = ["x", "x^2"]`)
		}
	}
	return made
}

func meanings(raw map[string]any) map[string]string {
	all := map[string]string{}
	for name, v := range raw {
		all[name] = fmt.Sprint(v)
	}
	return all
}

// values returns what a letter may be: the numbers of a range, or the text itself.
func (r *familyReader) values(path, text string) []string {
	words := strings.Fields(text)
	if len(words) == 3 && words[1] == "to" {
		text += " by 1"
	}
	if !strings.Contains(text, " to ") {
		return []string{text}
	}
	all, ok := steps(text)
	if !ok {
		r.failAt(path, 0, fmt.Sprintf("%q is no range", text), `write "2 to 5", or "0.1 to 0.9 by 0.1"`)
	}
	for i, v := range all {
		if strings.Contains(v, ".") {
			all[i] = strings.TrimSuffix(strings.TrimRight(v, "0"), ".")
		}
	}
	return all
}

// Question reads a block that stands for itself: of a kind, with the letters, the definitions and the roles of a lesson of the
// course. The screen that it is on is called id. The error is Faults, whose places are those in the text.
func (c *Course) Question(lesson, id, title, kind string, text []byte) (*Screen, error) {
	l, err := c.Lesson(lesson)
	if err != nil {
		return nil, err
	}
	read, ok := blocks[kind]
	if !ok {
		return nil, fmt.Errorf("there is no block of kind %q", kind)
	}
	s := newSource(id, text)
	screen := &Screen{ID: id, Lesson: lesson, Named: true, Title: title}
	if len(s.faults) == 0 {
		r := &reader{source: s, opened: &opened{course: c}, made: l, review: true, screen: screen}
		r.prose = loose(l.Scope)
		read(&blockReader{reader: r, kind: kind}, s.text, 0)
	}
	if len(s.faults) > 0 {
		return nil, s.sorted()
	}
	return screen, nil
}

// ReadFormula reads a formula as it stands in prose between dollar signs: expressions joined by relations such as = or <.
func ReadFormula(text string, sc *scope.Scope) (Formula, error) {
	f, wrong := readFormula(text, loose(sc))
	if wrong != nil {
		return f, fmt.Errorf("reading $%s$: %s", text, wrong.what)
	}
	return f, nil
}
