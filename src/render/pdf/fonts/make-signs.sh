#!/usr/bin/env bash
# Makes DejaVuSans-Signs.ttf: the signs of council papers that the text face lacks, and no more.
# Needs npm and the Python packages fonttools 4.68.0 and brotli. The same versions give the same bytes.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent dejavu-fonts-ttf@2.37.3 >/dev/null && tar xzf dejavu-fonts-ttf-2.37.3.tgz)
# Bullets, primes, raised and lowered figures; letterlike signs, fractions; arrows; operators; shapes;
# the signs of dingbats and of papers; circled figures; arrows of dingbats.
signs="2023,2032,2033,203B,2043,2070,2074-208E,2103,2109,2113,2116,2117,2120,2126,2150-215F,\
2190-2199,21B5,21D0-21D5,21E6-21E9,2206,220E,2213,2217,2219,221D,2220,2225,2234,2235,2243,2254,2261,226A,226B,2282-2287,22C5,2300,231B,2460-2473,\
25A0-25AB,25B2-25C1,25C4-25C7,25CA,25CB,25CE,25CF,25D0,25D1,25E6,25EF,2600,2601,2605,2606,260E,260F,2610-2612,261B-261E,262F,\
2639-263B,2640,2642,2660-2667,266A,267B,267F,2691,26A0,26A1,2702,2706-2709,270E,270F,2713-2718,271A,271D,2722,272A,2731,2736,273D,\
2746,274F-2752,2756,2762,2764,2776-277F,2794,2798-27A9,27A1,27F5-27F7,2A7D,2A7E,2B05-2B07,2B1B,2B1C"
pyftsubset "$work/package/ttf/DejaVuSans.ttf" --unicodes="$signs" --output-file=DejaVuSans-Signs.ttf \
  --layout-features= --no-hinting --desubroutinize --notdef-outline --name-IDs=0,1,2,3,4,5,6,13,14 --name-languages=1033 --drop-tables+=FFTM,kern,GDEF
cp "$work/package/LICENSE" DejaVu-LICENSE.txt
