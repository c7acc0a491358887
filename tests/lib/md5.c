/*
 * Unit tests of md5: the test suite of RFC 1321, appendix A.5; the first digest
 * of RFC 3797, section 6; and a length around a block's.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/md5.h"

static void
assert_digest(const char *text, size_t length, const char *expected)
{
	char hex[MD5_HEX + 1];

	md5_hex(text, length, hex);
	assert_string_equal(hex, expected);
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
		assert_digest(rows[i].text, strlen(rows[i].text),
		    rows[i].digest);
}

static void
test_draw(void **state)
{
	static const char key[] = "\0\0"
				  "9319./2.5.8.10.12./9.18.26.34.41.45./"
				  "\0";

	(void)state;
	assert_digest(key, sizeof(key), "990dd0a5692a029a98b5e01aa28f3459");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_suite),
		cmocka_unit_test(test_draw),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
