#!/bin/sh
# Makes the three faces that codes are drawn in: ten digits each, no hinting, no layout tables.
# Needs npm, and Python with fonttools. Run it here; it writes *.ttf and OFL-*.txt beside itself.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

face() { # package, version, file, name here
  npm pack --silent "@expo-google-fonts/$1@$2" >/dev/null
  tar xzf "expo-google-fonts-$1-$2.tgz"
  pyftsubset "package/$3" --output-file="$here/$4.ttf" --unicodes=U+0030-0039 --layout-features='' \
    --no-hinting --notdef-outline --name-IDs=0,13,14 --drop-tables+=GPOS,GSUB,GDEF,DSIG,gasp,meta,STAT
  cp package/LICENSE_FONT "$here/OFL-$4.txt"
  rm -rf package
}
face courier-prime 0.4.1 700Bold/CourierPrime_700Bold.ttf typewriter
face zilla-slab 0.4.1 500Medium/ZillaSlab_500Medium.ttf slab
face fredoka 0.4.1 500Medium/Fredoka_500Medium.ttf round
ls -l "$here"/*.ttf
