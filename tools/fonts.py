"""Makes a small text font from Inter: fonts.py FOLDER NAME OUT, e.g. fonts.py /fonts Inter-Regular lisa-regular.ttf.

Keeps what Swedish, English and the names of Western Europe need, makes figures equally wide (columns of numbers line up
without asking the renderer for a feature it lacks) and turns the outlines into TrueType, which every renderer reads.
Dear ImGui knows no kerning, so that none is carried along.
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.scaleUpem import scale_upem

TEXT = [*range(0x20, 0x7F), *range(0xA0, 0x180)]
SIGNS = [ord(c) for c in "–—‘’‚“”„†•…‰‹›€™←↑→↓−≈≠≤≥✓"]
DIGITS = range(0x30, 0x3A)
# A step is a fortieth of a pixel in body text, and most distances between points fit a byte.
UNITS_PER_EM = 704


def find(folder, name):
    for ending in (".ttf", ".otf"):
        for path in sorted(Path(folder).rglob(name + ending)):
            return path
    sys.exit(f"{folder} has no {name}.otf or {name}.ttf. Run './lisa setup build-tools', or set LISA_FONTS_DIR.")


def use_tabular_figures(font):
    """Maps the digits to the glyphs that the feature 'tnum' would choose."""
    gsub = font["GSUB"].table
    lookups = {i for f in gsub.FeatureList.FeatureRecord if f.FeatureTag == "tnum" for i in f.Feature.LookupListIndex}
    mapping = {}
    for index in sorted(lookups):
        for table in gsub.LookupList.Lookup[index].SubTable:
            mapping.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    for cmap in font["cmap"].tables:
        for code in DIGITS:
            if code in cmap.cmap:
                cmap.cmap[code] = mapping.get(cmap.cmap[code], cmap.cmap[code])
    digits = [font.getBestCmap()[code] for code in DIGITS]
    widths = sorted(font["hmtx"][glyph][0] for glyph in digits)
    if widths[-1] - widths[0] > font["head"].unitsPerEm / 500:
        sys.exit(f"the figures are not equally wide: {widths}")
    # Some weights differ by a rounding of the type designer's tool.
    for glyph in digits:
        font["hmtx"][glyph] = (widths[-1], font["hmtx"][glyph][1])


def reduce(font):
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["DSIG", "STAT", "meta", "GSUB", "GPOS", "GDEF"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=TEXT + SIGNS)
    subsetter.subset(font)


def use_truetype_outlines(font):
    if "CFF " not in font:
        return
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        # A thousandth of the em is far below a pixel; PostScript outlines run the other way round.
        glyphs[name].draw(Cu2QuPen(pen, font["head"].unitsPerEm / 1000, reverse_direction=True))
        glyf.glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), glyf
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    for name in order:
        glyf[name].recalcBounds(glyf)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyf[name], "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions", "maxPoints", "maxContours", "maxCompositePoints",
                  "maxCompositeContours", "maxComponentElements", "maxComponentDepth"):
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    post = font["post"]
    post.formatType = 3.0
    font.sfntVersion = "\000\001\000\000"


def main():
    folder, name, out = sys.argv[1:4]
    font = TTFont(find(folder, name), recalcTimestamp=False)
    use_tabular_figures(font)
    reduce(font)
    use_truetype_outlines(font)
    scale_upem(font, UNITS_PER_EM)
    Path(out).parent.mkdir(parents=True, exist_ok=True)
    font.save(out)


main()
