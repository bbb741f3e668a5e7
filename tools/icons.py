"""Cuts the icon font down to the icons of assets/icons/icons.json: icons.py NAMES FOLDER OUT_FONT OUT_HEADER.

FOLDER holds lucide.ttf and codepoints.json. The header gives each name its character, sorted by name.
"""
import json
import logging
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

# Lucide draws on a grid of 24: ten steps a unit are finer than a pixel at any size in use, and a quarter smaller.
UNITS_PER_EM = 240


def read_names(path, codepoints):
    names = json.loads(Path(path).read_text(encoding="utf-8"))
    if names != sorted(set(names)):
        sys.exit(f"{path}: the names must be sorted, each once")
    unknown = [name for name in names if name not in codepoints]
    if unknown:
        sys.exit(f"{path}: Lucide has no icon called {', '.join(unknown)}")
    return names


def write_font(source, codes, out):
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 4, 6]
    options.notdef_outline = True
    options.drop_tables += ["GSUB", "GPOS", "GDEF"]  # ligatures from names: we use the characters
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    scale_upem(font, UNITS_PER_EM)
    Path(out).parent.mkdir(parents=True, exist_ok=True)
    font.save(out)


def write_header(names, codepoints, out):
    def utf8(name):
        return "".join(f"\\x{byte:02x}" for byte in chr(codepoints[name]).encode())

    rows = [f'    {{"{name}", "{utf8(name)}"}},' for name in names]
    text = "\n".join([
        "#pragma once",
        "// Made by tools/icons.py from assets/icons/icons.json. Sorted by name; `utf8` is the character in lisa-icons.ttf.",
        "#include <string_view>",
        "",
        "namespace lisa::icons {",
        "",
        "struct Row {",
        "    std::string_view name;",
        "    const char* utf8;",
        "};",
        "",
        "inline constexpr Row kRows[] = {",
        *rows,
        "};",
        "",
        "}  // namespace lisa::icons",
        ""])
    Path(out).parent.mkdir(parents=True, exist_ok=True)
    Path(out).write_text(text, encoding="utf-8")


def main():
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # harmless remarks about the maker's tables
    names_path, folder, out_font, out_header = sys.argv[1:5]
    codepoints = json.loads((Path(folder) / "codepoints.json").read_text(encoding="utf-8"))
    names = read_names(names_path, codepoints)
    write_font(Path(folder) / "lucide.ttf", [codepoints[name] for name in names], out_font)
    write_header(names, codepoints, out_header)


main()
