package lessons

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// commonMarkdown reads Markdown as everybody else does, who knows nothing of formulas.
var commonMarkdown = goldmark.New().Parser()

// readsPlainly demands that other programs, too, show each formula of the prose as it was written: in $a*b*c$ the stars
// would be taken for emphasis.
func (r *reader) readsPlainly(doc ast.Node, body []byte) {
	inside := make([]ast.Node, len(body)) // the node in which a byte of text stands
	_ = ast.Walk(commonMarkdown.Parse(text.NewReader(body)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			for i := t.Segment.Start; i < t.Segment.Stop; i++ {
				inside[i] = n.Parent()
			}
		}
		return ast.WalkContinue, nil
	})
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		m, ok := n.(*mathNode)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		for i := m.content.Start; i < m.content.Stop; i++ {
			if inside[i] == nil || inside[i] != inside[m.content.Start] {
				r.fault(i, "here plain Markdown takes a sign of this formula for a mark of its own",
					"put blanks around stars and underscores, and after <, or write the formula in another way")
				break
			}
		}
		return ast.WalkContinue, nil
	})
}
