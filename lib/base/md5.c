#include "base/md5.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { BLOCK = 64, WORDS = 4 };

/* RFC 1321, section 3.4: 4294967296 times abs(sin(i)). */
static const uint32_t constants[64] = { 0xd76aa478, 0xe8c7b756, 0x242070db,
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
mix(const uint32_t v[WORDS], size_t round)
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
digest_block(uint32_t state[WORDS], const unsigned char *block)
{
	uint32_t w[16], v[WORDS], t;
	unsigned n;

	for (size_t i = 0; i < 16; i++)
		w[i] = (uint32_t)block[4 * i + 3] << 24 |
		    (uint32_t)block[4 * i + 2] << 16 |
		    (uint32_t)block[4 * i + 1] << 8 | block[4 * i];
	memcpy(v, state, sizeof(v));
	for (size_t i = 0; i < 64; i++) {
		n = shifts[i / 16][i % 4];
		t = v[0] + mix(v, i / 16) + w[word_of(i)] + constants[i];
		v[0] = v[3];
		v[3] = v[2];
		v[2] = v[1];
		v[1] += t << n | t >> (32 - n);
	}
	for (size_t i = 0; i < WORDS; i++)
		state[i] += v[i];
}

void
md5_hex(const void *bytes, size_t length, char hex[MD5_HEX + 1])
{
	uint32_t state[WORDS] = { 0x67452301, 0xefcdab89, 0x98badcfe,
		0x10325476 };
	const unsigned char *at = bytes;
	unsigned char tail[2 * BLOCK] = { 0 };
	uint64_t bits = (uint64_t)length * 8;
	size_t rest, ends, i;

	for (rest = length; rest >= BLOCK; rest -= BLOCK, at += BLOCK)
		digest_block(state, at);
	memcpy(tail, at, rest);
	tail[rest] = 0x80;
	ends = rest < BLOCK - 8 ? BLOCK : 2 * BLOCK;
	for (i = 0; i < 8; i++)
		tail[ends - 8 + i] = (unsigned char)(bits >> (8 * i));
	for (i = 0; i < ends; i += BLOCK)
		digest_block(state, tail + i);
	for (i = 0; i < 4 * WORDS; i++)
		snprintf(hex + 2 * i, 3, "%02x",
		    (unsigned)(state[i / 4] >> (8 * (i % 4)) & 0xff));
}
