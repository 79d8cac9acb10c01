package find

import "unicode/utf8"

// longestMeant bounds the words that are compared with others, in bytes.
const longestMeant = 64

// Near returns the word of a list that somebody may have meant by what was typed, or nothing where no word is near.
func Near(typed string, words []string) string {
	best, least := "", allowed(typed)+1
	for _, w := range words {
		if d := distance(typed, w); d < least {
			best, least = w, d
		}
	}
	return best
}

// allowed is how many slips of the finger are looked past in a word: one in three letters, and no more than three.
func allowed(word string) int {
	if len(word) > longestMeant {
		return -1
	}
	return min(utf8.RuneCountInString(word)/3, 3)
}

// distance counts the letters that must be put in, left out, exchanged, or swapped with their neighbour to make one word
// the other.
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	before, last := make([]int, len(to)+1), make([]int, len(to)+1)
	for j := range last {
		last[j] = j
	}
	for i := range from {
		row := make([]int, len(to)+1)
		row[0] = i + 1
		for j := range to {
			row[j+1] = min(last[j+1], row[j]) + 1
			if from[i] == to[j] {
				row[j+1] = min(row[j+1], last[j])
			} else {
				row[j+1] = min(row[j+1], last[j]+1)
			}
			if i > 0 && j > 0 && from[i] == to[j-1] && from[i-1] == to[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(to)]
}
