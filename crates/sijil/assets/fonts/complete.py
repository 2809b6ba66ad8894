"""Adds to the two sources the letters that the paper needs and they lack.

Arabic face: the five Kurdish letters, put together from its own bare letters and its caron.
Latin face: ayn and hamza of romanised Arabic, which share the shapes of the quotation marks.
Usage: complete.py serif.ttf naskh.ttf (both are rewritten)
"""

import sys

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

# Letter: for each form its bare shape, and where the small v stands
# (middle of the mark and its lower edge, in units of the 2048 em); no place means no mark.
ABOVE_WAW, ABOVE_LAM = (470, 700), (330, 480)
KURDISH = {
    0x06C6: {"isol": ("uni0648", ABOVE_WAW), "fina": ("uniFEEE", ABOVE_WAW)},
    0x06CE: {
        "isol": ("uni0649", (430, 640)),
        "init": ("uni066E.init", (330, 690)),
        "medi": ("uni066E.medi", (330, 660)),
        "fina": ("uniFEF0", (560, 470)),
    },
    0x06B5: {
        "isol": ("uni0644", (440, 620)),
        "init": ("uniFEDF", (-165, 850)),
        "medi": ("uniFEE0", (-165, 850)),
        "fina": ("uniFEDE", (440, 620)),
    },
    0x0695: {"isol": ("uni0631", (430, -780)), "fina": ("uniFEAE", (430, -780))},
    0x06D5: {"isol": ("uni0647", None), "fina": ("uniFEEA", None)},
}
MARK, MARK_SCALE = "caron", 0.8


def compose(font, name, base, place):
    """A glyph of `base` and, where `place` says, the small v."""
    glyphs = font["glyf"]
    pen = TTGlyphPen(glyphs)
    pen.addComponent(base, (1, 0, 0, 1, 0, 0))
    if place:
        mark = glyphs[MARK]
        middle, foot = place
        x = middle - MARK_SCALE * (mark.xMin + mark.xMax) / 2
        y = foot - MARK_SCALE * mark.yMin
        pen.addComponent(MARK, (MARK_SCALE, 0, 0, MARK_SCALE, round(x), round(y)))
    glyph = pen.glyph()
    glyphs[name] = glyph
    glyph.recalcBounds(glyphs)
    font["hmtx"][name] = (font["hmtx"][base][0], glyph.xMin)


def add_to_classes(font, name, base):
    """Marks attach to a letter only where the font's tables call it a base."""
    definitions = font["GDEF"].table.GlyphClassDef.classDefs
    definitions[name] = definitions.get(base, 1)


def forms(font):
    """The substitutions of the joining forms, by feature."""
    table = font["GSUB"].table
    found = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag in ("init", "medi", "fina"):
            index = record.Feature.LookupListIndex[0]
            found[record.FeatureTag] = table.LookupList.Lookup[index].SubTable[0].mapping
    return found


def add_kurdish(font):
    substitutions = forms(font)
    for code, shapes in KURDISH.items():
        letter = f"uni{code:04X}"
        for form, (base, place) in shapes.items():
            name = letter if form == "isol" else f"{letter}.{form}"
            compose(font, name, base, place)
            add_to_classes(font, name, base)
            if form != "isol":
                substitutions[form][letter] = name
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = letter
    font["maxp"].numGlyphs = len(font.getGlyphOrder())


def add_romanisation(font):
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code, like in ((0x02BB, 0x2018), (0x02BF, 0x2018), (0x02BE, 0x2019)):
                table.cmap.setdefault(code, table.cmap[like])


def rename(font, family, style):
    """Our files are changed copies: their name is ours, the copyright and licence stay."""
    names = font["name"]
    for record in list(names.names):
        if record.nameID not in (0, 5, 13, 14):
            names.removeNames(nameID=record.nameID)
    full = f"{family} {style}"
    for name_id, text in ((1, family), (2, "Regular"), (3, full), (4, full), (6, full.replace(" ", "-"))):
        names.setName(text, name_id, 3, 1, 0x409)


serif, naskh = (TTFont(path) for path in sys.argv[1:3])
add_romanisation(serif)
add_kurdish(naskh)
rename(serif, "Sijil Serif", "SemiBold")
rename(naskh, "Sijil Naskh", "Bold")
serif.save(sys.argv[1])
naskh.save(sys.argv[2])
