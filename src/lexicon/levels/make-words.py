#!/usr/bin/env python3
"""Makes words.bin, the levels of English words, from the Python package cefrpy.

    pip install cefrpy==1.0.3
    python3 make-words.py

A word that can be several parts of speech has the easiest of its levels. A form whose level follows
from the word it is a form of ("houses", "walked") is left out: base.rs finds it again.

words.bin: the words in the order of the alphabet. For each, one byte, then the letters that follow
those it shares with the word before. The byte is 128 + 16 * level + shared letters, with level 0 for
A1 to 5 for C2. Every 32nd word shares nothing.
"""
import pathlib
from cefrpy import CEFRAnalyzer

A_BLOCK = 32
MOST_SHARED = 15


def levels():
    analyzer = CEFRAnalyzer()
    found = {}
    for word in analyzer.yield_words():
        of_parts = [analyzer.get_word_pos_level_float(word, part) for part in analyzer.get_all_pos_for_word(word)]
        if of_parts:
            found[word] = int(min(of_parts) + 0.5) - 1
    return found


def bases(word):
    """What a word can be a form of. The same as in base.rs."""
    found = []
    if word.endswith("s") and not word.endswith("ss"):
        found.append(word[:-1])
        if word.endswith("es"):
            found.append(word[:-2])
        if word.endswith("ies"):
            found.append(word[:-3] + "y")
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            found += [stem, stem + "e"]
            if len(stem) > 3 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
            if ending == "ed" and stem.endswith("i"):
                found.append(stem[:-1] + "y")
    if word.endswith("ly"):
        found.append(word[:-2])
        if word.endswith("ily"):
            found.append(word[:-3] + "y")
    return [base for base in found if len(base) > 2]


def packed(words, level):
    out = bytearray()
    before = ""
    for index, word in enumerate(words):
        shared = 0
        if index % A_BLOCK:
            while shared < min(len(before), len(word), MOST_SHARED) and before[shared] == word[shared]:
                shared += 1
        out.append(128 + 16 * level[word] + shared)
        out += word[shared:].encode("ascii")
        before = word
    return bytes(out)


level = levels()
kept = {}
# The shortest first: a base is decided before its forms.
for word in sorted(level, key=lambda word: (len(word), word)):
    easiest_base = min((kept[base] for base in bases(word) if base in kept), default=6)
    if level[word] < easiest_base:
        kept[word] = level[word]
data = packed(sorted(kept), kept)
(pathlib.Path(__file__).parent / "words.bin").write_bytes(data)
print(f"{len(level)} words, {len(kept)} kept, {len(data)} bytes")
