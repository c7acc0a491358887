/*
 * Unit tests of sha256: the examples of FIPS 180-4 (NIST, "SHA256.pdf" and "SHA2_Additional.pdf"),
 * and lengths around a block's.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/sha256.h"

static void
assert_digest(const void *bytes, size_t length, const char *expected)
{
	char hex[SHA256_HEX + 1];

	sha256_hex(bytes, length, hex);
	assert_string_equal(hex, expected);
}

static void
test_examples(void **state)
{
	static const char two_blocks[] =
	    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";

	(void)state;
	assert_digest("", 0,
	    "e3b0c44298fc1c149afbf4c8996fb924"
	    "27ae41e4649b934ca495991b7852b855");
	assert_digest("abc", 3,
	    "ba7816bf8f01cfea414140de5dae2223"
	    "b00361a396177a9cb410ff61f20015ad");
	assert_digest(two_blocks, strlen(two_blocks),
	    "248d6a61d20638b8e5c026930c3e6039"
	    "a33ce45964ff2167f6ecedd419db06c1");
	assert_digest("\xbd", 1,
	    "68325720aabd7c82f30f554b313d0570"
	    "c95accbb7dc4b5aae11204c08ffe732b");
}

static void
test_zeros(void **state)
{
	static const struct {
		size_t length;
		const char *digest;
	} rows[] = {
		{ 55,
		    "02779466cdec163811d078815c633f21"
		    "901413081449002f24aa3e80f0b88ef7" },
		{ 56,
		    "d4817aa5497628e7c77e6b606107042b"
		    "bba3130888c5f47a375e6179be789fbb" },
		{ 57,
		    "65a16cb7861335d5ace3c60718b5052e"
		    "44660726da4cd13bb745381b235a1785" },
		{ 64,
		    "f5a5fd42d16a20302798ef6ed309979b"
		    "43003d2320d9f0e8ea9831a92759fb4b" },
		{ 1000,
		    "541b3e9daa09b20bf85fa273e5cbd3e8"
		    "0185aa4ec298e765db87742b70138a53" },
	};
	char *zeros = calloc(1, 1000);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_digest(zeros, rows[i].length, rows[i].digest);
	free(zeros);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_examples),
		cmocka_unit_test(test_zeros),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
