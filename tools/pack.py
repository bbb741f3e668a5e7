"""Packs what the server hands out: index.html and sw.js at the root, all else under /static/<hash of all content>/.

The shell's modules and style sheets become one file each (esbuild): forty answers would carry more headers than content.
@BASE@ in the shell's text files becomes that folder, @FILES@ a JSON list of all paths. Each file also lies there
compressed when that makes it smaller, so that the server never compresses what does not change.
"""
import argparse
import gzip
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import brotli

# The program, the page of a workshop's participants, and those of open reports.
ENTRIES = ("app.js", "lisa.css", "verkstad.js", "verkstad.css", "anmal.js", "anmal.css")
TEXT = {".html", ".js", ".css", ".json", ".webmanifest", ".svg"}


def bundle(shell, words):
    """The shell's modules and style sheets as {name: bytes}. The program itself is another file, asked for by import()."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "shell"), Path(folder, "out")
        shutil.copytree(shell, source)
        shutil.copy(words, source)
        subprocess.run(["esbuild", *(source / entry for entry in ENTRIES), "--bundle", f"--outdir={out}", "--format=esm",
                        "--target=es2022", "--minify", "--charset=utf8", "--external:./lisa.js",
                        "--external:*.ttf", "--external:*.svg", "--log-level=warning"], check=True)
        return {path.name: path.read_bytes() for path in out.iterdir()}


def collect(arguments):
    """Every file as {path below the web folder's version: bytes}, before its tokens are replaced."""
    files = bundle(arguments.shell, arguments.words)
    for path in sorted(Path(arguments.shell).rglob("*")):
        if path.name == "sw.js" or path.suffix not in (".js", ".css"):
            files[path.relative_to(arguments.shell).as_posix()] = path.read_bytes()
    for folder, paths in (("", arguments.program), ("fonts/", arguments.fonts), ("icons/", arguments.icons), ("words/", arguments.texts)):
        for path in map(Path, paths):
            files[folder + path.name] = path.read_bytes()
    return files


def is_at_root(name):
    return name == "sw.js" or (name.endswith(".html") and "/" not in name)


def version_of(files):
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:16]


def place(files):
    """{path below the web folder: final bytes}."""
    base = "/static/" + version_of(files)
    addresses = {name: f"/{name}" if is_at_root(name) else f"{base}/{name}" for name in files}
    # The root's own address is "/", and the worker never keeps itself.
    listed = sorted("/" if name == "index.html" else address for name, address in addresses.items() if name != "sw.js")
    placed = {}
    for name, content in files.items():
        if Path(name).suffix in TEXT:
            content = content.replace(b"@BASE@", base.encode()).replace(b"@FILES@", json.dumps(listed).encode())
        placed[addresses[name][1:]] = content
    return placed


def compressed(content, ending, compress, cache):
    """Compressing the program takes seconds, so that what did not change comes from the last time."""
    kept = cache / (hashlib.sha256(content).hexdigest() + ending)
    if not kept.exists():
        kept.write_bytes(compress(content))
    os.utime(kept)
    return kept.read_bytes()


def write(placed, out, cache):
    """Writes beside the old folder and swaps, so that a running server never sees half a version."""
    cache.mkdir(parents=True, exist_ok=True)
    fresh = out.with_name(out.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    used = set()
    for name, content in placed.items():
        path = fresh / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        for ending, compress in ((".br", lambda c: brotli.compress(c, quality=11)),
                                 (".gz", lambda c: gzip.compress(c, 9, mtime=0))):
            smaller = compressed(content, ending, compress, cache)
            used.add(hashlib.sha256(content).hexdigest() + ending)
            if len(smaller) < len(content):
                path.with_name(path.name + ending).write_bytes(smaller)
    for kept in cache.iterdir():
        if kept.name not in used:
            kept.unlink()
    shutil.rmtree(out, ignore_errors=True)
    fresh.rename(out)


def report(placed, out):
    for name in sorted(placed):
        small = out / (name + ".br")
        if name.endswith((".wasm", ".js", ".ttf")) and small.exists():
            print(f"  {name.rsplit('/', 1)[-1]:20} {len(placed[name]):>9,} bytes, {small.stat().st_size:>8,} by brotli")


def main():
    parser = argparse.ArgumentParser()
    for name in ("out", "cache", "shell", "words"):
        parser.add_argument("--" + name, required=True, type=Path)
    for name in ("program", "fonts", "icons", "texts"):
        parser.add_argument("--" + name, nargs="*", default=[])
    arguments = parser.parse_args()
    placed = place(collect(arguments))
    write(placed, arguments.out, arguments.cache)
    report(placed, arguments.out)


main()
