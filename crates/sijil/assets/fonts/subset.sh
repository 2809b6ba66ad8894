#!/bin/sh
# Makes the two web fonts of the public site from their sources.
# Needs npm, and Python with pip, fonttools and brotli. Run it here; it writes *.woff2 beside itself.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

pip download --quiet --no-deps fontpkg-newsreader==1.3
npm pack --silent @expo-google-fonts/markazi-text@0.4.1
python3 -m zipfile -e fontpkg_newsreader-1.3-*.whl newsreader
tar xzf expo-google-fonts-markazi-text-0.4.1.tgz

# One weight and one optical size: headlines are all the web font sets.
fonttools varLib.instancer -q "newsreader/fontpkg_newsreader/files/Newsreader[opsz,wght].ttf" \
  opsz=36 wght=600 -o serif.ttf
cp package/700Bold/MarkaziText_700Bold.ttf naskh.ttf
python3 "$here/complete.py" serif.ttf naskh.ttf

# Europe's Latin, and the letters of the usual romanisations of Arabic.
latin=U+0020-007E,U+00A0-017F,U+018F,U+0192,U+01CE,U+01E6-01E7,U+01F0,U+0218-021B,U+0259
latin=$latin,U+02B9-02BF,U+0300-0304,U+0306-0308,U+030A-030C,U+0323-0324,U+0327-0328,U+032E,U+0331
latin=$latin,U+1E0C-1E0F,U+1E20-1E21,U+1E24-1E25,U+1E28-1E2B,U+1E32-1E35,U+1E62-1E63,U+1E6C-1E6F,U+1E92-1E93
latin=$latin,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+2030,U+2032-2033,U+2039-203A,U+20AC,U+2122,U+2212
# Arabic, Persian, Kurdish, Urdu; the digits and marks a headline mixes with them.
arabic=U+0600-0603,U+060C-060D,U+0610-061F,U+0621-0656,U+0660-0671,U+0679,U+067E,U+0681,U+0685-0689
arabic=$arabic,U+0691,U+0693,U+0695-0696,U+0698,U+069A,U+06A4,U+06A9,U+06AB,U+06AD,U+06AF,U+06B5,U+06BA,U+06BC
arabic=$arabic,U+06BE,U+06C0-06C3,U+06C6-06C8,U+06CA-06CE,U+06D0-06D5,U+06F0-06F9
arabic=$arabic,U+0020-0022,U+0025-003B,U+003F,U+005B,U+005D,U+00A0,U+00AB,U+00BB
arabic=$arabic,U+200C-200F,U+2013-2014,U+2018-201D,U+2022,U+2026,U+25CC

subset() { # source, target, codepoints, features
  pyftsubset "$1" --output-file="$here/$2" --flavor=woff2 --unicodes="$3" --layout-features="$4" \
    --no-hinting --desubroutinize --name-IDs=0,1,2,3,4,6,13,14 --notdef-outline
}
subset serif.ttf sijil-serif.woff2 "$latin" ccmp,locl,kern,liga,mark,mkmk,lnum,onum,pnum,tnum
subset naskh.ttf sijil-naskh.woff2 "$arabic" ccmp,locl,init,medi,fina,isol,rlig,calt,liga,kern,mark,mkmk,curs,tnum,lnum

cp newsreader/fontpkg_newsreader/LICENSE "$here/OFL-newsreader.txt"
cp package/LICENSE_FONT "$here/OFL-markazi-text.txt"
ls -l "$here"/*.woff2
