package lessons

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown reads the Markdown of lessons: the common kind, with tables, and with formulas between dollar signs.
var markdown = goldmark.New(goldmark.WithParserOptions(
	parser.WithInlineParsers(util.Prioritized(mathParser{}, 50)),
	parser.WithParagraphTransformers(util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
)).Parser()

var kindMath = ast.NewNodeKind("Math")

// A mathNode is what stands between dollar signs. Display tells two dollars from one.
type mathNode struct {
	ast.BaseInline
	content text.Segment
	display bool
	closed  bool
}

// Kind is part of ast.Node.
func (*mathNode) Kind() ast.NodeKind { return kindMath }

// Dump is part of ast.Node.
func (n *mathNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// A mathParser takes formulas out of the text before anything in them can be mistaken for emphasis.
type mathParser struct{}

// Trigger is part of parser.InlineParser.
func (mathParser) Trigger() []byte { return []byte{'$'} }

// Parse is part of parser.InlineParser.
func (mathParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	fence := 1
	if len(line) > 1 && line[1] == '$' {
		fence = 2
	}
	n := &mathNode{display: fence == 2}
	end := bytes.Index(line[fence:], line[:fence])
	if n.closed = end >= 0; !n.closed {
		end = len(bytes.TrimRight(line[fence:], "\n"))
	}
	start := segment.Start + fence
	n.content = text.NewSegment(start, start+end)
	if n.closed {
		end += fence
	}
	block.Advance(fence + end)
	return n
}

// offsetOf returns where a node begins in its source, as near as the Markdown parser tells.
func offsetOf(n ast.Node) int {
	best := -1
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if best >= 0 || !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			best = n.Segment.Start
		case *mathNode:
			best = n.content.Start
		case *ast.RawHTML:
			best = n.Segments.At(0).Start
		case *ast.FencedCodeBlock:
			if n.Info != nil {
				best = n.Info.Segment.Start
			}
		}
		if best < 0 && n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
			best = n.Lines().At(0).Start
		}
		return ast.WalkContinue, nil
	})
	if best >= 0 {
		return best
	}
	if p := n.Parent(); p != nil && p.Type() != ast.TypeDocument {
		return offsetOf(p)
	}
	if p := n.PreviousSibling(); p != nil {
		return offsetOf(p)
	}
	return 0
}
