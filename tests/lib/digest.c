/*
 * Unit tests of digest: the examples of FIPS 180-4 (NIST, "SHA256.pdf" and
 * "SHA2_Additional.pdf"); the test suite of RFC 1321, appendix A.5, and the first
 * digest of RFC 3797, section 6; and lengths around a block's.
 */
#include <stdlib.h>

#include "base/digest.h"
#include "test.h"

static void
assert_sha256(const void *bytes, size_t length, const char *expected)
{
	ARENA_SCRATCH(arena);

	assert_string_equal(digest_sha256(arena, bytes, length), expected);
}

static void
assert_md5(const void *bytes, size_t length, const char *expected)
{
	ARENA_SCRATCH(arena);

	assert_string_equal(digest_md5(arena, bytes, length), expected);
}

static void
test_examples(void **state)
{
	static const char two_blocks[] =
	    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";

	(void)state;
	assert_sha256("", 0,
	    "e3b0c44298fc1c149afbf4c8996fb924"
	    "27ae41e4649b934ca495991b7852b855");
	assert_sha256("abc", 3,
	    "ba7816bf8f01cfea414140de5dae2223"
	    "b00361a396177a9cb410ff61f20015ad");
	assert_sha256(two_blocks, strlen(two_blocks),
	    "248d6a61d20638b8e5c026930c3e6039"
	    "a33ce45964ff2167f6ecedd419db06c1");
	assert_sha256("\xbd", 1,
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
		assert_sha256(zeros, rows[i].length, rows[i].digest);
	free(zeros);
}

static void
test_suite(void **state)
{
	static const struct {
		const char *text, *digest;
	} rows[] = {
		{ "", "d41d8cd98f00b204e9800998ecf8427e" },
		{ "a", "0cc175b9c0f1b6a831c399e269772661" },
		{ "abc", "900150983cd24fb0d6963f7d28e17f72" },
		{ "message digest", "f96b697d7cb7938d525a2f31aaf161d0" },
		{ "abcdefghijklmnopqrstuvwxyz",
		    "c3fcd3d76192e4007dfb496cca67e13b" },
		{ "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
		    "d174ab98d277d9f5a5611c2c9f419d9f" },
		{ "1234567890123456789012345678901234567890"
		  "1234567890123456789012345678901234567890",
		    "57edf4a22be3c955ac49da2e2107b67a" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_md5(rows[i].text, strlen(rows[i].text), rows[i].digest);
}

static void
test_draw(void **state)
{
	static const char key[] = "\0\0"
				  "9319./2.5.8.10.12./9.18.26.34.41.45./"
				  "\0";

	(void)state;
	assert_md5(key, sizeof(key), "990dd0a5692a029a98b5e01aa28f3459");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_examples),
		cmocka_unit_test(test_zeros),
		cmocka_unit_test(test_suite),
		cmocka_unit_test(test_draw),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
