package parse

import "strings"

// A bracing says what the braces are that stand behind a command.
type bracing uint8

const (
	ownBraces bracing = iota // nothing that the command changes
	grouping                 // brackets around what is decorated; around one letter they are nothing
	box                      // likewise; around a whole line they are nothing
	strike                   // likewise; struck out is something only together with something else
	aboveIt                  // likewise; what stands above the brace is dropped
	belowIt                  // likewise; what stands below the brace is dropped
	unseen                   // nothing
)

// A decoration says what is done with a command that changes how a formula looks and not what it means: so many of its
// arguments are dropped.
type decoration struct {
	drops  int
	braces bracing
}

// decorations are the commands that say nothing about values.
var decorations = func() map[string]decoration {
	all := map[string]decoration{
		"boxed": {0, box}, "fbox": {0, box}, "framebox": {0, box}, "bbox": {0, box}, "ensuremath": {0, grouping},
		"cancel": {0, strike}, "bcancel": {0, strike}, "xcancel": {0, strike},
		"underbrace": {0, belowIt}, "underbracket": {0, belowIt}, "overbrace": {0, aboveIt}, "overbracket": {0, aboveIt},
		"color": {1, grouping}, "textcolor": {1, grouping}, "mathcolor": {1, grouping}, "colorbox": {1, grouping},
		"fcolorbox": {2, grouping}, "style": {1, grouping}, "class": {1, grouping},
		"stackrel": {1, unseen}, "overset": {1, unseen}, "underset": {1, unseen},
		"mathop": {0, unseen}, "mathbin": {0, unseen}, "mathrel": {0, unseen}, "mathord": {0, unseen}, "smash": {0, grouping},
		"mathopen": {0, unseen}, "mathclose": {0, unseen}, "mathinner": {0, grouping}, "strut": {},
		"tag": {1, ownBraces}, "label": {1, ownBraces}, "hspace": {1, ownBraces}, "vspace": {1, ownBraces},
		"mspace": {1, ownBraces}, "phantom": {1, ownBraces}, "hphantom": {1, ownBraces}, "vphantom": {1, ownBraces},
	}
	const blanks = "space quad qquad enspace enskip thinspace negthinspace medspace negmedspace thickspace negthickspace " +
		"nobreakspace hfill hfil hss nonumber notag hline mathstrut displaystyle textstyle scriptstyle scriptscriptstyle " +
		"limits nolimits displaylimits middle big Big bigg Bigg bigm Bigm biggm Biggm rm bf it sf tt cal boldmath " +
		"normalsize tiny Tiny scriptsize footnotesize small large Large LARGE huge Huge centering allowbreak nobreak relax noindent"
	for command := range strings.FieldsSeq(blanks) {
		all[command] = decoration{}
	}
	return all
}()

// What the open braces are that leave a trace in the tokens. One that leaves none is kept by its place.
const (
	seenBrace  int32 = -1
	underBrace int32 = -2 // of \underbrace{x}_{a}
	overBrace  int32 = -3
)

// decorate reads a command that changes the look; size is its length in bytes.
func (s *scanner) decorate(d decoration, size int) {
	start := s.i
	s.i += size
	s.space = true
	for range d.drops {
		if !s.dropArgument(start, size) {
			return
		}
	}
	if d.braces == ownBraces {
		s.lookBehind(s.src[start+1 : start+size])
		return
	}
	s.skipBlanks()
	if d.braces == strike && !s.struck {
		s.struck = true
		if !strings.Contains(s.src[s.i:], "cancel") {
			s.i = start
			s.bad(Misplaced, size)
			return
		}
	}
	if !s.after(0, "{") {
		return
	}
	switch {
	case d.braces == unseen, s.loneLetter(s.i + 1), s.signBehindOperand(), d.braces == box && s.isWholeLine():
		s.brace(true)
		if d.braces == aboveIt || d.braces == belowIt {
			s.unseenUnderBrace(d.braces)
		}
	case d.braces == belowIt:
		s.brace(false)
		s.silent[len(s.silent)-1] = underBrace
	case d.braces == aboveIt:
		s.brace(false)
		s.silent[len(s.silent)-1] = overBrace
	default:
		s.brace(false)
	}
}

// dropArgument goes past the argument of the command at byte start, with a star or square brackets before it, and
// reports whether there is one.
func (s *scanner) dropArgument(start, size int) bool {
	s.skipBlanks()
	if s.after(0, "*") {
		s.i++
	}
	if s.after(0, "[") {
		if k := strings.IndexByte(s.src[s.i:], ']'); k > 0 {
			s.i += k + 1
		}
	}
	s.skipBlanks()
	if !s.after(0, "{") {
		s.i = start
		s.bad(Misplaced, size)
		return false
	}
	until := s.closingBrace(s.i)
	if until == 0 {
		s.bad(MissingClose, 1)
		return false
	}
	s.i = until + 1
	return true
}

// dropScript goes past what stands below or above a brace: _{a}, _a.
func (s *scanner) dropScript(sign byte) {
	before := s.i
	s.skipBlanks()
	if s.i >= len(s.src) || s.src[s.i] != sign {
		s.i = before
		return
	}
	s.i++
	s.skipBlanks()
	switch {
	case s.after(0, "{"):
		if until := s.closingBrace(s.i); until > 0 {
			s.i = until + 1
			return
		}
		s.bad(MissingClose, 1)
	case s.after(0, `\`):
		for s.i++; s.i < len(s.src) && isASCIILetter(s.src[s.i]); {
			s.i++
		}
	case s.i < len(s.src):
		s.i += glyphAt(s.src, s.i).size
	}
}
