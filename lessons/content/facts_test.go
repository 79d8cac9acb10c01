package content_test

import (
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/grade"
)

// told lists what the course must tell, as a file and words of it. It is what is often printed about these formulas, and
// corrected where that is often wrong.
const told = `
sigmoid | $$g(x) = 1/(1+e^(-x))$$
sigmoid | **Whatever number $x$ is, $g(x)$ lies strictly between 0 and 1.**
sigmoid | $g(-5.5) ≈ 0.0041$, $g(0.4) ≈ 0.5987$ and $g(6.5) ≈ 0.9985$
sigmoid | 0 and 1 are limits of g, not values of g.
sigmoid | marks = [[-5.5, 0.0041], [0, 0.5], [0.4, 0.5987], [6.5, 0.9985]]
sigmoid-derivative | right = "$g(x)$ is known from the forward pass, so no new exponential is needed"
sigmoid-derivative | curves = ["g(x)", "g(x)(1-g(x))"]
entropy | In 1948 Claude Shannon
entropy | $$H = -sum(k=1..n, p_k ln(p_k))$$
entropy | H = −∫ p(x) ln p(x) dx
entropy | negative when $a < 1$
cross-entropy | $$E = -sum(k=1..n, t_k ln(p_k))$$
cross-entropy | For a one-hot label the loss is $-ln(p)$, with $p$ the probability of the true class.
cross-entropy | The other probabilities act only in that all of them add up to 1.
cross-entropy | *Kullback–Leibler divergence*, after those who described it in 1951
cross-entropy | Then the loss can be 0, but only for a prediction of exactly 1 for the true class. A sigmoid comes near to 1 and never reaches it.
cross-entropy | The least value is the entropy of the truth, 0 for certain labels.
cross-entropy | The same $ŷ$ stands in both logarithms.
cross-entropy | it is $-ln(1-d)$ for a prediction that differs from the label by $d$: there is no largest loss.
cross-entropy | Small on these examples means that the model fits these examples well; on others it may do worse.
linear-regression | The cost falls at first, to 0.9097 at step 33. Then it rises again, slowly, and comes to rest at 0.9381
bce-derivative | how wrong the prediction is, below how unsure it is
sigmoid | This sigmoid is also called the *logistic function*
sigmoid | *activation function*
entropy | *random variable*
cross-entropy | *logarithmic loss*, or *log loss*
cross-entropy | *logistic loss*
cross-entropy | *negative log-likelihood*
cross-entropy | *maximum likelihood*
linear-regression | *mean squared error*
linear-regression | *least squares*
linear-regression | *gradient descent*
linear-regression | *learning rate*
linear-regression | *regularisation*
logistic-regression | *softplus*
logistic-regression | it is *convex*
logistic-regression | *threshold*
logistic-regression | *decision boundary*
softmax | *log-sum-exp*
whole-way | *backpropagation*
bce-derivative | It is negative for $t = 1$ and positive for $t = 0$
`

// derived lists what must be derived: screen, start (any will do for links of a chain) and goal.
const derived = `
sigmoid/symmetry | g(-x) | 1-g(x)
sigmoid-derivative/quotient-rule | d/dx(1/(1+e^(-x))) | e^(-x)/(1+e^(-x))^2
sigmoid-derivative/chain-rule | d/dx((1+e^(-x))^(-1)) | e^(-x)/(1+e^(-x))^2
sigmoid-derivative/in-terms-of-g | e^(-x)/(1+e^(-x))^2 | g(x)(1-g(x))
cross-entropy/likelihood | -ln(ŷ^t (1-ŷ)^(1-t)) | -(t ln(ŷ)+(1-t) ln(1-ŷ))
bce-derivative/both | d/dŷ(-(t ln(ŷ)+(1-t) ln(1-ŷ))) | -t/ŷ+(1-t)/(1-ŷ)
bce-derivative/one-fraction | -t/ŷ+(1-t)/(1-ŷ) | (ŷ-t)/(ŷ(1-ŷ))
linear-regression/batch | d/dθ_1(1/(2m) * sum(i=1..m, (θ_0+θ_1 x_i-y_i)^2)) | 1/m * sum(i=1..m, (θ_0+θ_1 x_i-y_i) x_i)
cross-entropy/most-entropy | sum(k=1..n, t_k ln(t_k/(1/n))) | ln(n)*sum(k=1..n, t_k)+sum(k=1..n, t_k ln(t_k))
softmax/gradient | d/dz_1(-(t_1*ln(p_1)+t_2*ln(p_2)+t_3*ln(p_3))) | p_1-t_1
whole-way/batch-slope | d/dθ_1(-(1/m)*sum(i=1..m, t_i*ln(ŷ_i)+(1-t_i)*ln(1-ŷ_i))) | 1/m * sum(i=1..m, (ŷ_i-t_i) x_i)
logistic-regression/three-links | any | (ŷ-t) x
logistic-regression/batch | d/dθ_1(1/m * sum(i=1..m, ln(1+e^(θ_0+θ_1 x_i))-t_i*(θ_0+θ_1 x_i))) | 1/m * sum(i=1..m, (σ(θ_0+θ_1 x_i)-t_i) x_i)
`

// asked lists answers to questions: screen, row, answer, what it is worth, and some words about it. Digits that were cut
// off instead of rounded are taken, with a remark.
const asked = `
sigmoid/values | 0 | 0.0041 | right |
sigmoid/values | 0 | 0.0040 | right | Rounded it is 0.0041
sigmoid/values | 1 | 0.9985 | right |
sigmoid/values | 1 | 0.9984 | right | Rounded it is 0.9985
sigmoid/values | 2 | 0.5987 | right |
sigmoid/values | 2 | 0.5986 | right | Rounded it is 0.5987
entropy/coin | 0 | -p ln(p)-(1-p) ln(1-p) | right |
cross-entropy/two-classes | 0 | -[t ln(ŷ)+(1-t) ln(1-ŷ)] | right |
cross-entropy/two-classes | 0 | -(t ln(ybar)+(1-t) ln(1-ŷ)) | unreadable | ŷ
cross-entropy/two-classes | 0 | -(t_n ln(ŷ)+(1-t) ln(1-ŷ)) | wrong | not equal to the right answer
bce-derivative/label-1 | 0 | -1/ŷ | right |
entropy/one-term | 0 | -ln(p)-1 | right |
entropy/tails-surprise | 0 | 1/(1-p) | right |
entropy/waiting-time | 0 | 1+ln(a) | right |
cross-entropy/line-above | 0 | 1/u-1 | right |
logistic-regression/one-valley | 0 | b^2 σ(a+b u)(1-σ(a+b u)) | right |
logistic-regression/not-convex | 0 | ŷ(1-ŷ)^2(3ŷ-1) | right |
bce-derivative/label-0 | 0 | 1/(1-ŷ) | right |
linear-regression/cost | 0 | 1/(2m) sum(i=1..m, (h_i-y_i)^2) | right |
`

func TestFacts(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows(told) {
		text, err := content.Files.ReadFile(row[0] + ".md")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(strings.Join(strings.Fields(string(text)), " "), row[1]) {
			t.Errorf("%s does not tell: %s", row[0], row[1])
		}
	}
	for _, row := range rows(derived) {
		s, _ := course.Screen(row[0])
		q, ok := s.Question.(*lessons.Derive)
		if !ok || row[1] != "any" && q.From.Source != row[1] || q.To.Source != row[2] {
			t.Errorf("%s does not lead from %s to %s", row[0], row[1], row[2])
		}
	}
	for _, row := range rows(asked) {
		s, _ := course.Screen(row[0])
		f := grade.New(course, s.Question, grade.Options{Seed: uint64(row[1][0] - '0')}).Judge(row[2])
		words := f.Remark.Plain()
		for _, paragraph := range f.Say {
			words += " " + paragraph.Plain()
		}
		if f.Kind.String() != row[3] || !strings.Contains(words, row[4]) || row[4] == "" && len(f.Remark) > 0 {
			t.Errorf("%s: %s is %s:%s", row[0], row[2], f.Kind, words)
		}
	}
}

// rows splits a table into trimmed cells.
func rows(table string) [][]string {
	var all [][]string
	for line := range strings.Lines(strings.TrimSpace(table)) {
		cells := strings.Split(line, " | ")
		for i := range cells {
			cells[i] = strings.Trim(cells[i], " |\n")
		}
		all = append(all, append(cells, ""))
	}
	return all
}
