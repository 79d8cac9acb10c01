package parse

import (
	"strings"

	"chainrule/mathcore/expr"
)

// A letter of which nobody says what it is may be an unknown function: φ(z) - φ(z)^2. It is one where it stands nowhere
// without a bracket behind it, and all these brackets hold the same letter. The letters φ and ψ are functions whatever they
// are applied to.

// longestSearched bounds the bytes of a line, and of what is read together with it, through which each letter is looked for.
const longestSearched = 3 * maxTried

// isShort reports whether each letter can be looked for in the whole line and beside it.
func (n *names) isShort(line string) bool { return len(line)+len(n.beside) <= longestSearched }

// mostRestarts bounds how often the text beside the line is taken up again behind what cannot be read.
const mostRestarts = 8

// isApplied reports whether the undeclared letter at token at, which stands before the bracket at token open, is an
// unknown function here and in the text that is read together with the line.
func (p *parser) isApplied(at, open int) bool {
	t := &p.tokens[at]
	if p.strict || p.beside == "" || constants[t.text] != 0 || p.tokens[open].shape != '(' || p.tokens[open].n > 0 {
		return false
	}
	if t.text == "phi" || t.text == "psi" {
		return p.standsBeforeBrackets(t.text, "")
	}
	argument := loneLetter(p.tokens, open)
	return argument != "" && argument != t.text && p.standsBeforeBrackets(t.text, argument)
}

// isLoss reports whether the letter at token at, which is differentiated on the left side, is an unknown function with
// letters as arguments: the J of ∂J(θ)/∂θ.
func (p *parser) isLoss(at int) bool {
	t := &p.tokens[at]
	if !p.left || t.kind != name || constants[t.text] != 0 || t.maybe || p.of(t.text).declared() {
		return false
	}
	open := p.skipIndex(min(at+1, p.last))
	if p.tokens[open].kind != opening || p.tokens[open].shape != '(' || p.tokens[open].n == 0 && loneLetter(p.tokens, open) == "" {
		return false
	}
	return p.standsBeforeBrackets(t.text, "")
}

// isFunctional reports whether the letter, with several arguments behind it, is a function that nobody declared: the loss
// in L(a, y).
func isFunctional(letter string) bool {
	return letter == "ell" || 'A' <= letter[0] && letter[0] <= 'Z'
}

// standsBeforeBrackets reports whether a letter stands nowhere in the line and beside it without a bracket behind it, one
// with the argument if that is given.
func (p *parser) standsBeforeBrackets(letter, argument string) bool {
	if !p.isShort(p.src) {
		return false
	}
	for _, tokens := range [][]token{p.tokens, p.besideTokens()} {
		for i := range tokens {
			t := &tokens[i]
			if t.kind != name || t.text != letter {
				continue
			}
			if i > 0 && !isDifferential(tokens, i-1) && tokens[i-1].kind == name && tokens[i-1].run == t.run {
				return false // xy(z) is a product
			}
			open := behindPower(tokens, i+1)
			if i > 0 && tokens[i-1].kind == under || tokens[open].kind != opening || tokens[open].shape != '(' {
				return false
			}
			if argument != "" && loneLetter(tokens, open) != argument {
				return false
			}
		}
	}
	return true
}

// isDifferential reports whether token i is the d of dφ/dz.
func isDifferential(tokens []token, i int) bool {
	return tokens[i].kind == partial || tokens[i].kind == name && tokens[i].text == "d"
}

// behindPower returns the token behind a power with a plain exponent at token i, or i if there is none.
func behindPower(tokens []token, i int) int {
	last := len(tokens) - 1
	if tokens[i].kind == prime && i < last {
		return i + 1
	}
	if tokens[i].kind != caret || i+2 > last {
		return i
	}
	if t := &tokens[i+1]; t.kind == opening && t.mate > 0 {
		return int(t.mate) + 1
	}
	return i + 2
}

// loneLetter returns the letter that is all of what stands in the bracket at token open, with its index if it has one; ""
// if something else stands there.
func loneLetter(tokens []token, open int) string {
	if tokens[open].kind != opening || tokens[open].mate < 0 || tokens[open+1].kind != name {
		return ""
	}
	var text strings.Builder
	for i := open + 1; i < int(tokens[open].mate); i++ {
		switch t := &tokens[i]; {
		case (t.kind == name || t.kind == number) && (i == open+1 || tokens[i-1].kind != name):
			text.WriteString(t.text)
		case (t.kind == under || t.kind == opening || t.kind == closing) && t.shape != '(':
			text.WriteByte('_')
		default:
			return ""
		}
	}
	return text.String()
}

// besideTokens returns the tokens of the text that is read together with the line.
func (p *parser) besideTokens() []token {
	if p.isCut {
		return p.aside
	}
	p.isCut = true
	for i, restarts := 0, 0; i < len(p.beside) && restarts < mostRestarts; restarts++ {
		q, complaint := newParser(p.beside, i, p.names)
		if complaint != nil {
			break
		}
		shift := int32(len(p.aside))
		p.aside = append(p.aside, q.tokens...)
		for j := range p.aside[shift:] {
			if t := &p.aside[int(shift)+j]; t.kind == opening && t.mate > 0 {
				t.mate += shift
			}
		}
		q.release()
		last := &p.aside[len(p.aside)-1]
		if last.kind != bad {
			break
		}
		i = int(last.end)
	}
	return p.aside
}

// isDoubled reports whether the bracket that comes next holds nothing but another one with commas in it, as in
// \max{\{0, x\}}: these hold the arguments.
func (p *parser) isDoubled() bool {
	t, inner := p.at(), &p.tokens[min(p.pos+1, p.last)]
	return t.kind == opening && t.n == 0 && t.mate > 0 && inner.kind == opening && inner.n > 0 && inner.mate+1 == t.mate
}

// doubled reads the arguments in two brackets.
func (p *parser) doubled() []expr.Node {
	open := p.pos
	p.advance()
	args := p.arguments()
	p.close(open)
	return args
}
