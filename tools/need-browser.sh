#!/bin/sh
# The browser tests need Chromium and a font with Chinese characters (without one, Chinese shows as boxes).
# As root on Debian they are installed; otherwise name a browser with SITEGEN_CHROMIUM.
set -eu

have_browser() {
    if [ -n "${SITEGEN_CHROMIUM:-}" ]; then
        command -v "$SITEGEN_CHROMIUM" >/dev/null 2>&1
    else
        command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1
    fi
}
have_font() {
    command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list ':lang=zh-cn' family)" ]
}

if have_browser && have_font; then
    exit 0
fi
if [ -n "${SITEGEN_CHROMIUM:-}" ] && ! have_browser; then
    echo "make: SITEGEN_CHROMIUM names '$SITEGEN_CHROMIUM', which is not a program" >&2
    exit 1
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq
    missing=fonts-noto-cjk
    have_browser || missing="$missing chromium"
    # shellcheck disable=SC2086 # two package names
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing fontconfig >/dev/null
fi
if ! have_browser; then
    echo "make: the tests need Chromium or Chrome; as root on Debian: apt-get install chromium fonts-noto-cjk" >&2
    echo "      or name an installed one: SITEGEN_CHROMIUM=/path/to/chrome make test" >&2
    exit 1
fi
have_font || echo "make: no Chinese font here (Debian: fonts-noto-cjk); screenshots will show boxes" >&2
