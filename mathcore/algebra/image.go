package algebra

import "math/big"

// imagePrime is the modulus of the images by which most pairs of polynomials are seen to be coprime.
const imagePrime = 2147483647

// largestImage bounds the degree of images.
const largestImage = 400

// coprimeImages reports whether p and q are certainly coprime: for every kernel that both hold, their images as
// polynomials in it over a prime field, all other kernels replaced by fixed numbers, are coprime. Images whose degree
// has fallen prove nothing.
func (f *field) coprimeImages(p, q poly) bool {
	inQ := kernelsOf(q)
	for _, x := range kernelsOf(p) {
		shared := false
		for _, y := range inQ {
			shared = shared || x == y
		}
		if !shared {
			continue
		}
		f.meter.Spend(len(p)*(1+p.girth().kernels) + len(q)*(1+q.girth().kernels))
		a, ok1 := imageIn(p, x)
		b, ok2 := imageIn(q, x)
		if !ok1 || !ok2 {
			return false
		}
		f.meter.Spend(len(a) * len(b) / 16)
		if len(imageGCD(a, b)) != 1 {
			return false
		}
	}
	return true
}

// imageIn returns the image of p as coefficients by rising powers of x; ok is false when the degree falls or is large.
func imageIn(p poly, x kernelID) (image []int64, ok bool) {
	n := degree(p, x)
	if n > largestImage {
		return nil, false
	}
	image = make([]int64, n+1)
	for _, t := range p {
		c, ok := residue(t.c)
		if !ok {
			return nil, false
		}
		e := int64(0)
		for _, q := range t.m {
			if q.k == x {
				e = q.n
				continue
			}
			c = c * powMod(imagePoint(q.k), q.n) % imagePrime
		}
		image[e] = (image[e] + c) % imagePrime
	}
	return image, image[n] != 0
}

// imagePoint is the number that stands for a kernel in images.
func imagePoint(k kernelID) int64 { return (int64(k)*1_103_515_245 + 123_457_891) % imagePrime }

func residue(c rat) (int64, bool) {
	if c.big != nil {
		p := big.NewInt(imagePrime)
		d := new(big.Int).Mod(c.big.Denom(), p).Int64()
		n := new(big.Int).Mod(c.big.Num(), p).Int64()
		return n * powMod(d, imagePrime-2) % imagePrime, d != 0
	}
	n, d := c.n%imagePrime, c.d%imagePrime
	if n < 0 {
		n += imagePrime
	}
	if d == 1 {
		return n, true
	}
	return n * powMod(d, imagePrime-2) % imagePrime, d != 0
}

func powMod(b, n int64) int64 {
	result := int64(1)
	for b %= imagePrime; n > 0; n >>= 1 {
		if n&1 == 1 {
			result = result * b % imagePrime
		}
		b = b * b % imagePrime
	}
	return result
}

// imageGCD returns the greatest common divisor over the prime field, up to a factor. It overwrites its arguments.
func imageGCD(a, b []int64) []int64 {
	for len(b) > 0 {
		inverse := powMod(b[len(b)-1], imagePrime-2)
		for len(a) >= len(b) {
			c := a[len(a)-1] * inverse % imagePrime
			shift := len(a) - len(b)
			for i, v := range b {
				a[shift+i] = (a[shift+i] + (imagePrime-c)*v) % imagePrime
			}
			a = trim(a)
		}
		a, b = b, a
	}
	return a
}

func trim(a []int64) []int64 {
	for len(a) > 0 && a[len(a)-1] == 0 {
		a = a[:len(a)-1]
	}
	return a
}
