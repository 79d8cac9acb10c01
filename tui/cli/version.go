package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

// Version is the release that --version tells. The linker may set it.
var Version = "0.1.0"

// build describes the program for reports of faults: the release, the commit it was made from, if known, and for which
// system.
func build() string {
	info, _ := debug.ReadBuildInfo()
	return described(info)
}

func described(info *debug.BuildInfo) string {
	commit, day, changed := "", "", ""
	if info != nil {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				commit = s.Value
			case "vcs.time":
				day, _, _ = strings.Cut(s.Value, "T")
			case "vcs.modified":
				if s.Value == "true" {
					changed = ", changed"
				}
			}
		}
	}
	if commit == "" {
		return fmt.Sprintf("%s (%s, %s/%s)", Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	}
	const enough = 12 // digits of a commit
	commit = commit[:min(len(commit), enough)]
	return fmt.Sprintf("%s (commit %s of %s%s, %s, %s/%s)", Version, commit, day, changed, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
