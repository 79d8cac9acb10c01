package cli

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"chainrule/mathcore/decimal"
	"chainrule/tui/verdict"
)

// TestFields: each object that --json prints is described with exactly the fields that it has.
func TestFields(t *testing.T) {
	types := map[string]reflect.Type{
		"check": reflect.TypeFor[verdict.Report](), "derive": reflect.TypeFor[stepJSON](), "diff": reflect.TypeFor[derivativeJSON](),
		"progress": reflect.TypeFor[recordJSON](), "progress DIR": reflect.TypeFor[learnerJSON](), "witness": reflect.TypeFor[verdict.Witness](), "bounds": reflect.TypeFor[decimal.Bounds](), "form": reflect.TypeFor[verdict.Formed](),
		"slip": reflect.TypeFor[verdict.Slip](), "understood": reflect.TypeFor[verdict.Understood](), "span": reflect.TypeFor[verdict.Span](),
		"steps": reflect.TypeFor[ruleJSON](), "lessons": reflect.TypeFor[lessonJSON](), "skills": reflect.TypeFor[skillJSON](),
		"memory": reflect.TypeFor[memoryJSON](), "slips": reflect.TypeFor[slipJSON](), "days": reflect.TypeFor[dayJSON](),
		"derivations": reflect.TypeFor[derivationJSON](), "typed": reflect.TypeFor[typedJSON](),
	}
	var reached []reflect.Type
	for _, name := range []string{"check", "derive", "diff", "progress", "progress DIR"} {
		reached = printed(types[name], reached)
	}
	for _, o := range objects {
		of, known := types[o.name]
		if !known {
			t.Errorf("%s is no object that is printed", o.name)
			continue
		}
		if !slices.Contains(reached, of) {
			t.Errorf("%s is described and never printed", o.name)
		}
		var told []string
		for _, f := range o.fields {
			told = append(told, f.name)
			if f.means == "" || !strings.Contains(fieldsHelp(), "  "+f.name+" ") {
				t.Errorf("%s: %s has no words", o.name, f.name)
			}
		}
		if has := tags(of); !slices.Equal(has, told) {
			t.Errorf("%s has the fields %v, described are %v", o.name, has, told)
		}
		delete(types, o.name)
		reached = slices.DeleteFunc(reached, func(r reflect.Type) bool { return r == of })
	}
	for name := range types {
		t.Errorf("%s is not described", name)
	}
	for _, of := range reached {
		t.Errorf("%s is printed and not described", of)
	}
}

// tags returns the names of the fields of an object, those of embedded ones left out.
func tags(of reflect.Type) []string {
	var all []string
	for f := range of.Fields() {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
			all = append(all, name)
		}
	}
	return all
}

// printed adds to all the types of objects that are printed with one of that type.
func printed(of reflect.Type, all []reflect.Type) []reflect.Type {
	for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
		of = of.Elem()
	}
	if of.Kind() != reflect.Struct || of == reflect.TypeFor[time.Time]() || slices.Contains(all, of) {
		return all
	}
	all = append(all, of)
	for f := range of.Fields() {
		if f.Anonymous || f.Tag.Get("json") != "" {
			all = printed(f.Type, all)
		}
	}
	return all
}
