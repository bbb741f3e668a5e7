"""Writes the shell's words as a JavaScript module: shell_words.py ASSETS_I18N SHELL OUT, e.g.
shell_words.py assets/i18n web/shell build/web/generated/words.js.

Fails if the languages have different keys or placeholders, if the shell uses a word that is missing, or if a word is
used nowhere.
"""
import json
import re
import sys
from pathlib import Path

LANGUAGES = ("sv", "en")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
# In HTML: data-word="…" and data-label="…". In JavaScript: any text that begins with "shell.".
USED = re.compile(r"""data-(?:word|label)="([^"]+)"|['"`](shell\.[\w.${}?-]*)['"`?]?""")


def read(folder, language):
    path = Path(folder) / language / "shell.json"
    words = json.loads(path.read_text(encoding="utf-8"))
    if list(words) != sorted(words):
        sys.exit(f"{path}: the keys must be sorted")
    return words


def check_languages(words):
    first, *others = LANGUAGES
    for other in others:
        unequal = set(words[first]) ^ set(words[other])
        if unequal:
            sys.exit(f"only in one of {first} and {other}: {', '.join(sorted(unequal))}")
        for key, text in words[first].items():
            if set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(words[other][key])):
                sys.exit(f"{key}: the languages have different placeholders")


def check_uses(words, shell):
    """A text with ${…} in it stands for every key that fits."""
    used = set()
    for path in sorted(Path(shell).iterdir()):
        if path.suffix not in {".html", ".js"} or path.name == "words.js":
            continue
        for match in USED.finditer(path.read_text(encoding="utf-8")):
            text = match[1] or match[2]
            pattern = re.sub(r"\\\$\\\{.*?\\\}", ".+", re.escape(text))
            found = {key for key in words if re.fullmatch(pattern, key)}
            if not found:
                sys.exit(f"{path}: there is no word {text}")
            used |= found
    unused = sorted(set(words) - used)
    if unused:
        sys.exit(f"used nowhere: {', '.join(unused)}")


def main():
    folder, shell, out = sys.argv[1:4]
    words = {language: read(folder, language) for language in LANGUAGES}
    check_languages(words)
    check_uses(words[LANGUAGES[0]], shell)
    text = json.dumps(words, ensure_ascii=False, indent=1)
    Path(out).parent.mkdir(parents=True, exist_ok=True)
    Path(out).write_text(f"// Made by tools/shell_words.py from assets/i18n.\n\nexport const WORDS = {text};\n", encoding="utf-8")


main()
