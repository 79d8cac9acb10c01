package content_test

import (
	"reflect"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// TestShownIsTyped demands that every formula of the course, as screens show it on one line and as it is typed, is read as
// what it is.
func TestShownIsTyped(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	all, err := course.All()
	if err != nil {
		t.Fatal(err)
	}
	shown, other := 0, 0
	for _, l := range all {
		formulasIn(reflect.ValueOf(l), l.Scope, func(n expr.Node, sc *scope.Scope) {
			sc = sc.Clone()
			sc.Strict = false // in prose any letter may be used
			for _, set := range []typeset.Charset{typeset.Unicode, typeset.ASCII, typeset.Book} {
				text := typeset.Inline(n, set)
				switch read, complaint := parse.Readings(text, sc); {
				case complaint != nil:
					t.Errorf("%s: %s is not read: %s", l.ID, text, complaint.Say())
				case len(read) > 1:
					t.Errorf("%s: %s is also read as %s", l.ID, text, typeset.Line(read[1].Right))
				case !expr.Equal(read[0].Right, n):
					t.Errorf("%s: %s is read as %s", l.ID, text, typeset.Line(read[0].Right))
				}
			}
			shown++
			if typeset.Inline(n, typeset.Book) != typeset.Line(n) {
				other++
			}
		})
	}
	if shown < 2000 || other < 1000 {
		t.Errorf("%d formulas, %d of them shown otherwise than typed", shown, other)
	}
}

// formulasIn finds the formulas in a part of a lesson, with the scope in which they are meant.
func formulasIn(v reflect.Value, sc *scope.Scope, found func(expr.Node, *scope.Scope)) {
	switch v.Kind() { //nolint:exhaustive // nothing else holds formulas
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			return
		}
		if q, ok := reflect.TypeAssert[lessons.Question](v); ok {
			sc = q.About().Scope
		}
		formulasIn(v.Elem(), sc, found)
	case reflect.Slice:
		for i := range v.Len() {
			formulasIn(v.Index(i), sc, found)
		}
	case reflect.Struct:
		switch part := v.Interface().(type) {
		case lessons.Formula:
			for _, n := range part.Parts {
				found(n, sc)
			}
			return
		case lessons.Term:
			if part.Tree != nil {
				found(part.Tree, sc)
			}
			return
		case lessons.Claims, scope.Scope:
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				formulasIn(v.Field(i), sc, found)
			}
		}
	}
}
