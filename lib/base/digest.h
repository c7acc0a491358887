/*
 * digest: message digests: SHA-256, the Secure Hash Algorithm of FIPS 180-4,
 * section 6.2; and MD5, of RFC 1321, for draws that follow RFC 3797 to the letter,
 * which keeps nothing secret and proves nothing.
 */
#pragma once

#include <stddef.h>

struct arena;

/* The digest of bytes, in lower-case hexadecimal as sha256sum(1) and md5sum(1)
 * print it; in the arena. */
char *digest_sha256(struct arena *arena, const void *bytes, size_t length);
char *digest_md5(struct arena *arena, const void *bytes, size_t length);
