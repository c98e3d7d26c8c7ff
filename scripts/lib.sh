# shellcheck shell=bash
# Shared by the scripts beside it: where things live, and how they tell what they do. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit

# Everything that can be made again lives outside the tree.
export YUI_CACHE=${YUI_CACHE:-$HOME/.cache/yui}
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$YUI_CACHE/target}
export YUI_SHARED=${YUI_SHARED:-$root/../shared}
export CARGO_TERM_COLOR=${CARGO_TERM_COLOR:-auto}
# shellcheck disable=SC2034  # read by the scripts that source this file
swift_tree=$YUI_CACHE/swift-6.0.3
tools=$YUI_CACHE/tools
export PATH=$tools/bin:$PATH:$HOME/.cargo/bin:/usr/sbin:/sbin

# In CI the lock file is the law; at a desk cargo may complete it.
locked=()
if [ "${CI:-}" = true ]; then
  # shellcheck disable=SC2034  # read by the scripts that source this file
  locked=(--locked)
fi

# say WORDS…: what is being done now, to whoever watches.
say() { printf '==> %s\n' "$*" >&2; }

# die WORDS…: what went wrong and the way on, then the end.
die() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# has COMMAND: whether it can be run.
has() { command -v "$1" >/dev/null 2>&1; }

# in_maven WORDS…: Maven, for the modules of Kotlin; it leaves no sequence for a terminal behind where there is none.
in_maven() {
  MAVEN_OPTS="${MAVEN_OPTS:-} -Djansi.noreset=true" mvn --batch-mode --no-transfer-progress --file android/pom.xml "$@" </dev/null
}
