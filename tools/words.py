"""Turns the words of both languages into what the program needs: words.py assets/i18n/sv assets/i18n/en FOLDER.

words_keys.h holds the keys, for the proofs at compile time; words_tree.h the same for the running program, packed;
words_texts.h the texts, for programs that carry them along; sv.txt and en.txt the texts in the order of the keys with a
zero byte between, for the page, which loads one language; sv-help.txt and en-help.txt those of help.*, which it loads
when its first frame stands.

Each folder holds the same files, flat JSON from key to text, keys sorted. A difference between the languages stops
the build.
"""
import json
import re
import sys
from pathlib import Path

# {name}, or {name:form for one|form for many}.
PLACEHOLDER = re.compile(r"\{(\w+)(?::[^{}|]*\|[^{}|]*)?\}")


def read_file(path, problems):
    try:
        pairs = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=list)
    except ValueError as error:
        sys.exit(f"{path}: this is not JSON: {error}")
    keys = [key for key, _ in pairs]
    for before, after in zip(keys, keys[1:]):
        if before.encode() > after.encode():
            problems.append(f"{path}: '{after}' must come before '{before}' (keys are sorted by their bytes)")
    for key, text in pairs:
        if not isinstance(text, str) or not text.strip():
            problems.append(f"{path}: '{key}' has no text")
        elif set("{}") & set(PLACEHOLDER.sub("", text)):
            problems.append(f"{path}: '{key}' has a placeholder that is neither {{name}} nor {{name:one|many}}")
    return pairs


def read_folder(folder, problems):
    """{key: (file name, text)} over all files of a language but those of the shell, which shell_words.py reads."""
    words = {}
    for path in sorted(Path(folder).glob("*.json")):
        if path.name == "shell.json":
            continue
        for key, text in read_file(path, problems):
            if key in words:
                problems.append(f"{path}: '{key}' is already in {words[key][0]}")
            words[key] = (path.name, str(text))
    return words


def compare(sv_folder, sv, en_folder, en, problems):
    for missing, there, folder in ((sv.keys() - en.keys(), sv, en_folder), (en.keys() - sv.keys(), en, sv_folder)):
        for key in sorted(missing):
            problems.append(f"{folder}/{there[key][0]}: '{key}' is missing")
    for key in sorted(sv.keys() & en.keys()):
        (sv_file, swedish), (en_file, english) = sv[key], en[key]
        if sv_file != en_file:
            problems.append(f"'{key}' is in {sv_file} for Swedish, but in {en_file} for English")
        ours, theirs = (sorted(set(PLACEHOLDER.findall(text))) for text in (swedish, english))
        if ours != theirs:
            problems.append(f"{sv_file}: '{key}' has {' '.join(ours) or 'no placeholder'} in Swedish, "
                            f"but {' '.join(theirs) or 'none'} in English")


def literal(text):
    """A plain UTF-8 literal. Control characters become octal escapes, whose length is fixed: they cannot run on."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("?", "\\?")
    return '"' + "".join(c if c >= " " else f"\\{ord(c):03o}" for c in quoted) + '"'


def is_help(key):
    return key.startswith("help.")


def tree_of(keys):
    """A key in each line, which begins with a space for each part that is as in the line before."""
    lines, before = [], []
    for key in keys:
        parts = key.split(".")
        shared = 0
        while shared < min(len(parts) - 1, len(before)) and parts[shared] == before[shared]:
            shared += 1
        lines.append(" " * shared + ".".join(parts[shared:]) + "\n")
        before = parts
    return lines


def main():
    sv_folder, en_folder, out = sys.argv[1:4]
    problems = []
    sv, en = read_folder(sv_folder, problems), read_folder(en_folder, problems)
    compare(sv_folder, sv, en_folder, en, problems)
    if problems:
        sys.exit("\n".join(["The words do not agree:", *problems]))
    keys = sorted(sv, key=str.encode)
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    write_header(folder / "words_keys.h", "std::string_view kKeys[]", [literal(key) for key in keys], "Sorted by their bytes.")
    write_header(folder / "words_tree.h", "std::string_view kTree", [literal(line) for line in tree_of(keys)],
                 "Each line begins with a space for each part that is as in the line before.", "    {}")
    rows = [f"{{{literal(sv[key][1])}, {literal(en[key][1])}}}" for key in keys]
    write_header(folder / "words_texts.h", "std::string_view kTexts[][2]", rows, "Swedish and English, in the order of kKeys.")
    for name, words in (("sv", sv), ("en", en)):
        for ending, wanted in (("", False), ("-help", True)):
            texts = [words[key][1] for key in keys if is_help(key) == wanted]
            (folder / f"{name}{ending}.txt").write_text("\0".join(texts), encoding="utf-8")


def write(path, text):
    """Leaves alone what is as it was, and with it all that is built from it."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def write_header(path, declaration, rows, about, row="    {},"):
    write(path, "\n".join([
        "#pragma once",
        f"// Made by tools/words.py from assets/i18n. {about}",
        "#include <string_view>",
        "",
        "namespace lisa::words {",
        "",
        f"inline constexpr {declaration} = {{",
        *(row.format(text) for text in rows),
        "};",
        "",
        "}  // namespace lisa::words",
        ""]))


main()
