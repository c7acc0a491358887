#include "base/digest.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"

enum { BLOCK = 64, MD5_WORDS = 4, SHA256_WORDS = 8 };

/* FIPS 180-4, section 4.2.2. */
static const uint32_t roots[64] = { 0x428a2f98, 0x71374491, 0xb5c0fbcf,
	0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
	0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7,
	0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
	0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
	0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
	0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
	0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
	0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c,
	0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee,
	0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
	0xc67178f2 };

static uint32_t
rotate(uint32_t x, unsigned n)
{
	return x >> n | x << (32 - n);
}

/* Section 6.2.2, steps 1 to 4. */
static void
take_sha256(uint32_t *state, const unsigned char *block)
{
	uint32_t w[64], v[SHA256_WORDS], t1, t2;
	size_t i;

	for (i = 0; i < 16; i++)
		w[i] = (uint32_t)block[4 * i] << 24 |
		    (uint32_t)block[4 * i + 1] << 16 |
		    (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
	for (; i < 64; i++)
		w[i] = w[i - 16] + w[i - 7] +
		    (rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^
			w[i - 15] >> 3) +
		    (rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^
			w[i - 2] >> 10);
	memcpy(v, state, sizeof(v));
	for (i = 0; i < 64; i++) {
		t1 = v[7] +
		    (rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25)) +
		    ((v[4] & v[5]) ^ (~v[4] & v[6])) + roots[i] + w[i];
		t2 = (rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22)) +
		    ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
		memmove(v + 1, v, 7 * sizeof(*v));
		v[4] += t1;
		v[0] = t1 + t2;
	}
	for (i = 0; i < SHA256_WORDS; i++)
		state[i] += v[i];
}

/* RFC 1321, section 3.4: 4294967296 times abs(sin(i)). */
static const uint32_t sines[64] = { 0xd76aa478, 0xe8c7b756, 0x242070db,
	0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501, 0x698098d8,
	0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e,
	0x49b40821, 0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d,
	0x02441453, 0xd8a1e681, 0xe7d3fbc8, 0x21e1cde6, 0xc33707d6, 0xf4d50d87,
	0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a, 0xfffa3942,
	0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60,
	0xbebfbc70, 0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039,
	0xe6db99e5, 0x1fa27cf8, 0xc4ac5665, 0xf4292244, 0x432aff97, 0xab9423a7,
	0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1, 0x6fa87e4f,
	0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb,
	0xeb86d391 };

static const unsigned shifts[4][4] = { { 7, 12, 17, 22 }, { 5, 9, 14, 20 },
	{ 4, 11, 16, 23 }, { 6, 10, 15, 21 } };

static uint32_t
mix(const uint32_t v[MD5_WORDS], size_t round)
{
	switch (round) {
	case 0:
		return (v[1] & v[2]) | (~v[1] & v[3]);
	case 1:
		return (v[1] & v[3]) | (v[2] & ~v[3]);
	case 2:
		return v[1] ^ v[2] ^ v[3];
	default:
		return v[2] ^ (v[1] | ~v[3]);
	}
}

/* Which word of the block a step takes, in its round. */
static size_t
word_of(size_t step)
{
	static const size_t times[4] = { 1, 5, 3, 7 }, plus[4] = { 0, 1, 5, 0 };

	return (times[step / 16] * step + plus[step / 16]) % 16;
}

static void
take_md5(uint32_t *state, const unsigned char *block)
{
	uint32_t w[16], v[MD5_WORDS], t;
	unsigned n;

	for (size_t i = 0; i < 16; i++)
		w[i] = (uint32_t)block[4 * i + 3] << 24 |
		    (uint32_t)block[4 * i + 2] << 16 |
		    (uint32_t)block[4 * i + 1] << 8 | block[4 * i];
	memcpy(v, state, sizeof(v));
	for (size_t i = 0; i < 64; i++) {
		n = shifts[i / 16][i % 4];
		t = v[0] + mix(v, i / 16) + w[word_of(i)] + sines[i];
		v[0] = v[3];
		v[3] = v[2];
		v[2] = v[1];
		v[1] += t << n | t >> (32 - n);
	}
	for (size_t i = 0; i < MD5_WORDS; i++)
		state[i] += v[i];
}

/* The byte of a place in words of four; big: they begin with the highest. */
static unsigned char
byte_of(const uint32_t *words, size_t place, bool big)
{
	size_t at = big ? 3 - place % 4 : place % 4;

	return (unsigned char)(words[place / 4] >> 8 * at);
}

/* Takes bytes block by block, the last ones with a one bit, zeros, and their
 * length in bits; returns the words in hexadecimal. */
static char *
digest(struct arena *arena, const void *bytes, size_t length, uint32_t *state,
    size_t words, void (*take)(uint32_t *state, const unsigned char *block))
{
	bool big = words == SHA256_WORDS;
	const unsigned char *at = bytes;
	unsigned char last[2 * BLOCK] = { 0 };
	size_t left = length, size, i;
	char *hex = arena_alloc(arena, 8 * words + 1);

	for (; left >= BLOCK; left -= BLOCK, at += BLOCK)
		take(state, at);
	if (left > 0)
		memcpy(last, at, left);
	last[left] = 0x80;
	size = left + 9 <= BLOCK ? BLOCK : 2 * BLOCK;
	for (i = 0; i < 8; i++)
		last[big ? size - 1 - i : size - 8 + i] =
		    (unsigned char)((uint64_t)length * 8 >> 8 * i);
	for (i = 0; i < size; i += BLOCK)
		take(state, last + i);
	for (i = 0; i < 4 * words; i++)
		snprintf(hex + 2 * i, 3, "%02x", byte_of(state, i, big));
	return hex;
}

char *
digest_sha256(struct arena *arena, const void *bytes, size_t length)
{
	uint32_t state[SHA256_WORDS] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372,
		0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };

	return digest(arena, bytes, length, state, SHA256_WORDS, take_sha256);
}

char *
digest_md5(struct arena *arena, const void *bytes, size_t length)
{
	uint32_t state[MD5_WORDS] = { 0x67452301, 0xefcdab89, 0x98badcfe,
		0x10325476 };

	return digest(arena, bytes, length, state, MD5_WORDS, take_md5);
}
