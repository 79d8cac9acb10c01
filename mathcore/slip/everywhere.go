package slip

import (
	"chainrule/mathcore/expr"
)

// everywhere makes a slip at all places of a tree where it can be made, inner ones first, in one of the
// ways in which it is made. It reports at how many.
func (m mistake) everywhere(tree, under expr.Node, in *setting, way int) (wrong expr.Node, times int) {
	parts := expr.Children(tree)
	if _, name := tree.(*expr.Symbol); !name {
		for i, c := range parts {
			if expr.Binds(tree, i) {
				continue
			}
			d, k := m.everywhere(c, tree, in, way)
			if k > 0 {
				parts = expr.With(parts, i, d)
				times += k
			}
		}
	}
	if times > 0 {
		tree = expr.WithChildren(tree, parts)
	}
	if under == nil {
		return tree, times // what slips do to whole lines is done once
	}
	if made := m.rewrite(tree, under, in); len(made) > way {
		return made[way], times + 1
	}
	return tree, times
}
