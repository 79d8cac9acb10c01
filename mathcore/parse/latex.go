package parse

import "chainrule/mathcore/expr"

// commandSigns are the LaTeX commands that are one sign.
var commandSigns = map[string]kind{
	"cdot": times, "times": times, "ast": times, "div": slash, "frac": fracSign, "dfrac": fracSign, "tfrac": fracSign,
	"cfrac": fracSign, "partial": partial, "prime": prime, "lvert": barOpen, "rvert": barClose, "vert": bar, "mid": bar,
	"ldots": dots, "dots": dots, "cdots": dots, "lbrace": opening, "rbrace": closing, "lbrack": opening, "rbrack": closing,
	"lparen": opening, "rparen": closing, "coloneqq": equals, "approx": about, "Pi": sumSign,
}

var commandShapes = map[string]byte{
	"lbrace": '(', "rbrace": '(', "lparen": '(', "rparen": '(', "lbrack": '[', "rbrack": '[',
}

// ignoredCommands change the look and not the meaning.
var ignoredCommands = map[string]bool{
	"big": true, "Big": true, "bigg": true, "Bigg": true, "bigl": true, "bigr": true, "Bigl": true, "Bigr": true,
	"biggl": true, "biggr": true, "Biggl": true, "Biggr": true, "limits": true, "nolimits": true,
	"displaystyle": true, "textstyle": true, "quad": true, "qquad": true, "thinspace": true, "rm": true,
}

// fontCommands change the face of the letters in braces behind them.
var fontCommands = map[string]bool{
	"mathrm": true, "mathbf": true, "mathit": true, "mathsf": true, "boldsymbol": true, "bm": true, "text": true,
	"textrm": true, "textit": true, "operatorname": true, "mathcal": true, "rm": true,
}

var markCommands = map[string]expr.Mark{
	"hat": expr.Hat, "widehat": expr.Hat, "bar": expr.Bar, "overline": expr.Bar,
}

var relationCommands = map[string]bool{
	"le": true, "ge": true, "leq": true, "geq": true, "ne": true, "neq": true, "lt": true, "gt": true,
	"equiv": true, "sim": true, "simeq": true, "propto": true, "in": true, "to": true, "rightarrow": true,
	"Rightarrow": true, "implies": true, "iff": true, "leftarrow": true, "mapsto": true,
}

var unsupportedCommands = map[string]bool{
	"int": true, "infty": true, "pm": true, "mp": true, "nabla": true, "lim": true, "vec": true,
	"begin": true, "end": true, "binom": true, "det": true, "oint": true, "lfloor": true, "rfloor": true, "lceil": true,
	"rceil": true, "circ": true, "cup": true, "cap": true, "forall": true, "exists": true, "mathbb": true,
}
