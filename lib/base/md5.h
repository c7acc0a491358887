/*
 * md5: the message digest of RFC 1321, for draws that follow RFC 3797 to the
 * letter.  It keeps nothing secret and proves nothing.
 */
#pragma once

#include <stddef.h>

enum { MD5_HEX = 32 };

/* The digest of bytes, in lower-case hexadecimal as md5sum(1) prints it. */
void md5_hex(const void *bytes, size_t length, char hex[MD5_HEX + 1]);
