#!/bin/sh
# Install the system libraries that a list names, packages.txt or another one beside it, or print
# the command that does.
set -eu

here=$(dirname "$0")
wanted=$(sed 's/#.*//' "$here/${1:-packages.txt}" | tr -s ' \n' ' ')

command -v dpkg-query >/dev/null 2>&1 || {
    echo "This is not Debian or Ubuntu: please see that these libraries are here: $wanted" >&2
    exit 0
}

# Of the names of one library (a|b), any that is installed is enough.
is_here() {
    for name in $(echo "$1" | tr '|' ' '); do
        state=$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null || true)
        [ "$state" != installed ] || return 0
    done
    return 1
}

# Else apt gets the first that it knows; without lists yet the last, which newer systems provide too.
choose() {
    for name in $(echo "$1" | tr '|' ' '); do
        if apt-cache show "$name" >/dev/null 2>&1; then
            break
        fi
    done
    echo "$name"
}

missing=""
for names in $wanted; do
    is_here "$names" || missing="$missing $(choose "$names")"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
    echo "Installing$missing"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086 # the words are packages
    apt-get install -y -q --no-install-recommends $missing ||
        { apt-get update -q && apt-get install -y -q --no-install-recommends $missing; }
else
    echo "Some system libraries are missing. Please run this, then try again:" >&2
    echo "    sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi
