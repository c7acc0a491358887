/*
 * sha256: the Secure Hash Algorithm of FIPS 180-4, section 6.2.
 */
#pragma once

#include <stddef.h>

enum { SHA256_HEX = 64 };

/* The digest of bytes, in lower-case hexadecimal as sha256sum(1) prints it. */
void sha256_hex(const void *bytes, size_t length, char hex[SHA256_HEX + 1]);
