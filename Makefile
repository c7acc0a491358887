# Atelier, for GNU make. Every product is in $(B), so a variant needs no clean:
# make B=build/debug CFLAGS='-g -O0'

VERSION = 0.2
PREFIX  = /usr/local
B      ?= build

# Debian packages: to build, and what check, lint, bench and fuzz need beyond.
PACKAGES       = libc6-dev pkg-config libyaml-dev libcmark-dev libutf8proc-dev \
	libgmp-dev libglpk-dev
CHECK_PACKAGES = libcmocka-dev cmark cmark-gfm pandoc mandoc icu-devtools \
	discount lowdown php-cli php-parsedown python3-markdown python3-mistune
LINT_PACKAGES  = clang clang-tidy clang-format cppcheck shellcheck mandoc \
	libcmocka-dev
FUZZ_PACKAGES  = clang libclang-rt-dev

# Asked when first used, since `make demo` may have to install pkg-config. A
# library that one tool alone needs is named here too: --as-needed keeps it
# out of the others.
LIBRARIES = yaml-0.1 libcmark libutf8proc gmp
PC_CFLAGS = $(eval PC_CFLAGS := $$(shell pkg-config --cflags $(LIBRARIES)))$(PC_CFLAGS)
PC_LIBS   = $(eval PC_LIBS := $$(shell pkg-config --libs $(LIBRARIES)))$(PC_LIBS)

# CFLAGS, CPPFLAGS and LDFLAGS are the packager's, from the command line or the
# environment; what the code itself needs stands in FLAGS.
CFLAGS   ?= -O2
WARNINGS  = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wwrite-strings -Wformat=2 -Wvla -Wno-missing-field-initializers
FLAGS     = -Ilib -I$(B) -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -DATELIER_VERSION='"$(VERSION)"' $(PC_CFLAGS)
LDLIBS    = $(PC_LIBS) -lglpk -lm

# What is made is named, and not told with -s; V=1 shows the commands.
QUIET     = $(findstring s,$(firstword -$(MAKEFLAGS)))
SAY       = $(if $(V)$(QUIET),,@echo "$1"; )

SANITIZE  = -g -O1 -fno-omit-frame-pointer -fno-sanitize-recover=all
SAN_FLAGS = $(SANITIZE) -fsanitize=address,undefined
FUZZ_FLAGS = $(SANITIZE) -fsanitize=fuzzer-no-link,address,undefined \
	-Dmain=tool_main -Wno-missing-prototypes

# A tool is cmd/NAME.c, or cmd/NAME/main.c and the files beside it.
names    := $(sort $(patsubst cmd/%.c,%,$(wildcard cmd/*.c)) \
	$(patsubst cmd/%/main.c,%,$(wildcard cmd/*/main.c)))
by_hand  := tool hat laws sheet
fuzzed   := $(filter-out $(by_hand),$(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/*.c)))
objects   = $(patsubst %.c,$(B)/obj/%.o,$(wildcard $1))
MANDIR    = $(PREFIX)/share/man
# man/fr/NAME.1 is installed as fr/man1/NAME.1
page_at   = $(DESTDIR)$(MANDIR)/$(patsubst man/%,%,$(dir $1))man$(patsubst .%,%,$(suffix $1))/$(notdir $1)
PAGES    := $(wildcard man/*.[1-9] man/fr/*.[1-9])
# Who types `man atelier` is shown the map, and not the page of section 5.
MAPS      = $(addprefix $(DESTDIR)$(MANDIR)/,man1/atelier.1 fr/man1/atelier.1)

ARCHIVE  := $(B)/libatelier.a
TOOLS    := $(names:%=$(B)/%)
UNITS    := $(patsubst tests/lib/%.c,$(B)/test/%,$(wildcard tests/lib/*.c))
KEYS     := $(patsubst %,$(B)/keys/%,$(filter-out atelier-data,$(names)))
HATS     := $(names:%=$(B)/hat/%)
FAULTS   := $(B)/memory.so
FUZZERS  := $(fuzzed:%=$(B)/target/%) $(names:%=$(B)/target/tool-%)

all: $(TOOLS)
units: $(UNITS) $(HATS) $(FAULTS)
fuzzers: $(FUZZERS)

$(B)/obj/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(call SAY,$(CC) $<)$(CC) -std=c11 $(FLAGS) $(CPPFLAGS) $(WARNINGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(ARCHIVE): $(call objects,lib/*/*.c)
	@rm -f $@
	$(call SAY,$(AR) $@)$(AR) rcs $@ $^

.SECONDEXPANSION:
$(TOOLS): $(B)/%: $$(call objects,cmd/$$*.c cmd/$$*/*.c)
$(UNITS): $(B)/test/%: $(B)/obj/tests/lib/%.o \
	$$(call objects,$$(filter-out cmd/$$*/main.c,$$(wildcard cmd/$$*/*.c)))
$(UNITS): LDLIBS += -lcmocka
$(fuzzed:%=$(B)/target/%): $(B)/target/%: $(B)/obj/tests/fuzz/%.o
$(names:%=$(B)/target/tool-%): $(B)/target/tool-%: \
	$$(call objects,cmd/$$*.c cmd/$$*/*.c tests/fuzz/tool.c)
$(FUZZERS): LDLIBS += -fsanitize=fuzzer

$(TOOLS) $(UNITS) $(FUZZERS): $(ARCHIVE)
	@mkdir -p $(@D)
	$(call SAY,$(CC) $@)$(CC) $(CFLAGS) $(LDFLAGS) -Wl,--as-needed -o $@ $(filter %.o,$^) $(ARCHIVE) $(LDLIBS)

# What the tools take, for the one that reads the sheets of all: each is linked
# with a bind_open that prints its rows. A tool that opens no sheet says nothing.
$(KEYS): $(B)/keys/%: $$(call objects,cmd/$$*.c cmd/$$*/*.c cmd/atelier-data/keys/*.c) \
	$(ARCHIVE)
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) $(LDFLAGS) -Wl,--as-needed -Wl,--wrap=bind_open -o $@ $^ $(LDLIBS)
$(B)/keys.def: $(KEYS)
	@for keys in $^; do $$keys; done </dev/null >$@ 2>/dev/null; test -s $@
$(B)/obj/cmd/atelier-data/rows.o: $(B)/keys.def

# The laws over sheets made from a tool's rows: its main is called, and asked
# for them where it opens its documents.
$(HATS): $(B)/hat/%: $$(call objects,cmd/$$*.c cmd/$$*/*.c) $(ARCHIVE) \
	$(call objects,tests/fuzz/hat.c tests/fuzz/laws.c tests/fuzz/sheet.c)
	@mkdir -p $(@D)
	$(call SAY,$(CC) $@)$(LD) -r -o $@.o $(filter $(B)/obj/cmd/%,$^) && \
	objcopy --redefine-sym main=tool_main $@.o && \
	$(CC) $(CFLAGS) $(LDFLAGS) -Wl,--as-needed -Wl,--wrap=bind_open -o $@ \
		$(filter $(B)/obj/tests/%,$^) $@.o $(ARCHIVE) $(LDLIBS)

$(FAULTS): tests/faults/memory.c
	@mkdir -p $(@D)
	$(call SAY,$(CC) $@)$(CC) -std=c11 -D_GNU_SOURCE $(WARNINGS) -O2 -fPIC -shared -o $@ $<

demo:
	@tests/deps $(PACKAGES)
	@$(MAKE) --no-print-directory all
	@PATH="$(abspath $(B)):$$PATH" examples/demo

check:
	@tests/deps $(PACKAGES) $(CHECK_PACKAGES)
	@$(MAKE) --no-print-directory all units
	@B="$(B)" tests/run

check-san:
	@READERS= $(MAKE) --no-print-directory check B=build/san \
		CFLAGS='$(SAN_FLAGS)'

# What the tests of tests/node need, where npm is; they are skipped without.
NODE = build/node/node_modules/.package-lock.json
node-deps: $(NODE)
$(NODE): tests/node/package.json tests/node/package-lock.json
	@mkdir -p build/node
	cp $^ build/node
	npm ci --prefix build/node --ignore-scripts --no-audit --no-fund

lists:
	@tests/lists

lint:
	@tests/deps $(PACKAGES) $(LINT_PACKAGES)
	@tests/lint

# What clang-tidy said of a source is kept until the source or a header of it
# changes. One file a run: clang-tidy 14 forgets what a va_list is in the second.
TIDY = $(patsubst %.c,$(B)/tidy/%.ok,$(wildcard lib/*/*.c cmd/*.c cmd/*/*.c tests/lib/*.c tests/fuzz/*.c))
tidy: $(TIDY)
$(TIDY): $(B)/tidy/%.ok: $(B)/obj/%.o .clang-tidy
	@mkdir -p $(@D)
	@clang-tidy --quiet $*.c -- -std=c11 -D_GNU_SOURCE -Ilib -I$(B) $(EXPLORED) 2>/dev/null
	@touch $@
# How far the analyzer goes into a function: a quarter of its own bound, in a
# quarter of the time.
EXPLORED = -Xclang -analyzer-config -Xclang max-nodes=60000

# Lines of code, headers counted: of each room, of each tool, and of all.
size:
	@tests/size

# What share of the lines of each room and tool the tests reach.
coverage:
	-@READERS= $(MAKE) --no-print-directory check B=build/coverage CFLAGS='-O0 --coverage'
	@B=build/coverage tests/coverage

# Which of some hundred changes of one token no test notices.
mutate:
	@tests/deps $(PACKAGES) $(CHECK_PACKAGES)
	@tests/mutate $(MUTATIONS) $(SEED)
MUTATIONS = 100
SEED      = 1

# What share is read of what people type: headings, columns, names, values.
reading:
	@tests/deps $(PACKAGES)
	@$(MAKE) --no-print-directory all
	@B="$(B)" tests/reading/run

bench:
	@tests/deps $(PACKAGES) cmark
	@$(MAKE) --no-print-directory all
	@B="$(B)" tests/bench/run

fuzz:
	@tests/deps $(PACKAGES) $(FUZZ_PACKAGES)
	@mkdir -p build/fuzz # where no tool has a main to ask for its keys
	@$(MAKE) --no-print-directory $(B)/keys.def
	@cp $(B)/keys.def build/fuzz
	@$(MAKE) --no-print-directory fuzzers -o build/fuzz/keys.def B=build/fuzz CC=clang CFLAGS='$(FUZZ_FLAGS)'
	@B=build/fuzz tests/fuzz/run $(notdir $(FUZZERS))

# Where shells look for what completes a command, below share.
BASH = bash-completion/completions
ZSH  = zsh/site-functions
FISH = fish/vendor_completions.d
SHARE     = $(DESTDIR)$(PREFIX)/share
DOC       = $(SHARE)/doc/atelier

install: all
	@mkdir -p $(DESTDIR)$(PREFIX)/bin && [ -w $(DESTDIR)$(PREFIX)/bin ] || \
		{ echo "sudo make install, or make install PREFIX=$$HOME/.local" >&2; exit 1; }
	$(call SAY,install in $(DESTDIR)$(PREFIX))install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/$(BASH) $(SHARE)/$(ZSH) $(SHARE)/$(FISH)
	@install $(TOOLS) $(DESTDIR)$(PREFIX)/bin
	@set -e; $(foreach page,$(PAGES),install -D -m 644 $(page) $(call page_at,$(page));)
	@for page in $(MAPS); do ln -sf ../man7/atelier.7 $$page; done
	@set -e; for tool in $(names); do \
		{ $(B)/$$tool -l en --help && $(B)/$$tool -l fr --help; } | \
			awk -v tool=$$tool -v share=$(SHARE) -f lib/sheet/complete.awk; \
		for lang in en fr; do for form in yaml markdown; do \
			install -d $(DOC)/templates/$$lang; \
			$(B)/$$tool -l $$lang --template=$$form \
				>$(DOC)/templates/$$lang/$$tool.$$form; \
		done; done; \
	done
	@rm -rf $(DOC)/examples
	@cp -R examples $(DOC)
	@install -m 644 README COPYING $(DOC)
	@install -m 644 man/fr/README $(DOC)/README.fr

uninstall:
	$(call SAY,uninstall from $(DESTDIR)$(PREFIX))rm -f $(names:%=$(DESTDIR)$(PREFIX)/bin/%)
	@rm -f $(foreach page,$(PAGES),$(call page_at,$(page))) $(MAPS)
	@rm -f $(names:%=$(SHARE)/$(BASH)/%) $(names:%=$(SHARE)/$(ZSH)/_%) $(names:%=$(SHARE)/$(FISH)/%.fish)
	@rm -rf $(DOC)

# The same bytes each time, of what is committed.
TARBALL = build/atelier-$(VERSION).tar
dist:
	@mkdir -p build
	@git rev-parse -q --verify HEAD >/dev/null || \
		{ echo "dist: packs what is committed, so git and a clone are needed" >&2; exit 1; }
	@git diff --quiet HEAD || echo "dist: what is not committed is left out" >&2
	@git archive --prefix=atelier-$(VERSION)/ -o $(TARBALL) HEAD && gzip -nf9 $(TARBALL)
	@echo $(TARBALL).gz

deb:
	@tests/deps $(PACKAGES) dpkg-dev
	@$(MAKE) --no-print-directory all
	@rm -rf $(B)/deb
	@$(MAKE) --no-print-directory -s install PREFIX=/usr DESTDIR=$(B)/deb
	@tests/deb $(VERSION) $(B)/deb

clean:
	rm -rf build

.PHONY: all units fuzzers demo check check-san node-deps lists lint tidy size coverage \
	mutate reading bench fuzz install uninstall dist deb clean
.DELETE_ON_ERROR:
-include $(patsubst %.c,$(B)/obj/%.d,$(wildcard lib/*/*.c cmd/*.c cmd/*/*.c cmd/*/*/*.c tests/lib/*.c tests/fuzz/*.c))
