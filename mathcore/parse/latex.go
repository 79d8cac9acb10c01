package parse

import "chainrule/mathcore/expr"

// commandSigns are the LaTeX commands that are one sign.
var commandSigns = map[string]kind{
	"cdot": times, "times": times, "ast": times, "div": slash, "frac": fracSign, "dfrac": fracSign, "tfrac": fracSign,
	"cfrac": fracSign, "partial": partial, "prime": prime, "lvert": barOpen, "rvert": barClose, "vert": bar, "mid": bar,
	"ldots": dots, "dots": dots, "cdots": dots, "lbrace": opening, "rbrace": closing, "lbrack": opening, "rbrack": closing,
	"lparen": opening, "rparen": closing, "coloneqq": equals, "approx": about, "over": over, "cdotp": times,
	"centerdot": times, "bullet": times, "Vert": norm, "lVert": norm, "rVert": norm, "top": top, "intercal": top,
	"Pi": sumSign,
}

var commandShapes = map[string]byte{
	"lbrace": '(', "rbrace": '(', "lparen": '(', "rparen": '(', "lbrack": '[', "rbrack": '[',
}

// fontCommands change the face of the letters in braces behind them.
var fontCommands = map[string]bool{
	"mathrm": true, "mathbf": true, "mathit": true, "mathsf": true, "boldsymbol": true, "bm": true, "text": true,
	"textrm": true, "textit": true, "operatorname": true, "mathcal": true, "mathscr": true, "mathfrak": true,
	"mbox": true, "hbox": true, "textbf": true, "textsf": true, "texttt": true, "textnormal": true, "mathnormal": true,
	"mathtt": true, "pmb": true, "underline": true, "vec": true, "overrightarrow": true,
}

var markCommands = map[string]expr.Mark{
	"hat": expr.Hat, "widehat": expr.Hat, "bar": expr.Bar, "overline": expr.Bar, "tilde": expr.Tilde, "widetilde": expr.Tilde,
}

var relationCommands = map[string]bool{
	"le": true, "ge": true, "leq": true, "geq": true, "ne": true, "neq": true, "lt": true, "gt": true,
	"equiv": true, "sim": true, "simeq": true, "propto": true, "in": true, "to": true, "rightarrow": true,
	"Rightarrow": true, "implies": true, "iff": true, "leftarrow": true, "mapsto": true,
}

var unsupportedCommands = map[string]bool{
	"int": true, "infty": true, "pm": true, "mp": true, "nabla": true, "lim": true, "atop": true, "choose": true,
	"binom": true, "det": true, "oint": true, "lfloor": true, "rfloor": true, "lceil": true,
	"rceil": true, "circ": true, "cup": true, "cap": true, "forall": true, "exists": true, "mathbb": true,
}

// vectorCommands are the signs of products of vectors.
var vectorCommands = map[string]bool{"odot": true, "langle": true, "rangle": true, "otimes": true, "circledast": true}
