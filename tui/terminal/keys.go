package terminal

// KeepsKeys reports whether the terminal is one that keeps some function keys for itself: for its help, its menu, or what it runs in.
func KeepsKeys(env Environment) bool {
	return env("VTE_VERSION") != "" || env("TERM_PROGRAM") == "vscode" || env("BYOBU_BACKEND") != ""
}
