#!/usr/bin/env python3
"""plainsong beside Typst and WeasyPrint: the same words, in the same face and size, as accessible PDF.

    cargo build --release
    pip install typst weasyprint
    python3 benches/peers.py

What is not installed is left out. The best of five runs counts. plainsong is timed as a whole process,
and so is the command of WeasyPrint. Typst, which is a library, is timed from within, and WeasyPrint a
second time so; the aims say nothing of that one. Each run from within has a process of its own, because
Typst remembers what it has set. Exits with 1 if plainsong misses one of its aims.
"""

import argparse
import base64
import html
import importlib.util
import random
import resource
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
FONTS = HOME / "src/render/pdf/fonts"
RUNS = 5

# The aims, as issue 4 gives them.
TIMES_AS_FAST = {"typst": 3, "weasyprint": 50, "weasyprint, from within": 0}
MEMORY = 30 * 1024 * 1024


# ---- The document: a strategy of some 3,260 words with one small figure.

SENTENCES = [
    "{who} will {do} {what} with {partner}, so that {people} can {live}.",
    "In {month} we asked {people} about {what}, and {share} in 100 said that it had {changed}.",
    "We spent £{sum} on {what} last year, and {partner} gave as much again.",
    "{people} told us that {what} should be {better}, above all in {place}.",
    "By {month} next year {who} will {do} {what} in {place} and tell {people} what came of it.",
    "Nothing about {what} will change before {partner} and {people} have been heard.",
    "If {what} costs more than £{sum}, {who} will come back to the committee in {month}.",
]
WORDS = {
    "who": ["the council", "our housing team", "the director of care", "each local panel", "the transport board"],
    "do": ["review", "pay for", "plan", "test", "publish", "look after", "write down"],
    "what": [
        "the day centres", "short breaks", "help at home", "the advice line", "our travel scheme", "training for carers",
        "the repairs service", "direct payments", "the community kitchens", "support after hospital",
    ],
    "partner": ["the health board", "two charities", "the tenants' forum", "local schools", "Ambleford Credit Union", "the bus companies"],
    "people": ["carers", "older people", "people with a learning disability", "young adults", "neighbours", "families"],
    "live": ["stay at home for longer", "work near where they live", "be heard", "get help before things go wrong", "meet each other"],
    "month": ["January", "March", "May", "July", "September", "November"],
    "changed": ["become easier to use", "not changed", "grown too dear", "been a great help", "come too late"],
    "better": ["open at weekends", "easier to find", "explained in plain words", "free of charge", "closer to a bus stop"],
    "place": ["Ambleford", "the upper valley", "Saltmarsh ward", "the harbour", "every village hall"],
}


def strategy(sections=21):
    """The blocks of the document: a kind and what it holds."""
    chance = random.Random(4)

    def sentence():
        words = {slot: chance.choice(choices) for slot, choices in WORDS.items()}
        words |= {"share": chance.randrange(20, 90), "sum": f"{chance.randrange(10, 900)},{chance.randrange(100, 999)}"}
        words = chance.choice(SENTENCES).format(**words)
        return words[0].upper() + words[1:]

    def paragraph(sentences):
        return " ".join(sentence() for _ in range(sentences))

    blocks = [("title", "Our strategy for care at home"), ("paragraph", paragraph(3)), ("figure", "A page of a report in large print")]
    for section in range(1, sections + 1):
        blocks.append(("heading", f"{section} What we will do about {chance.choice(WORDS['what'])}"))
        blocks += [("paragraph", paragraph(3)) for _ in range(2)]
        if section % 3 == 0:
            blocks.append(("list", [sentence() for _ in range(3)]))
        if section % 5 == 0:
            rows = [[f"{day} {chance.choice(WORDS['month'])}", chance.choice(WORDS["what"]), chance.choice(WORDS["place"])] for day in (4, 11, 25)]
            blocks.append(("table", [["Date", "About", "Place"], *rows]))
    return blocks


def words(blocks):
    """How many words the blocks hold."""
    def count(held):
        return len(held.split()) if isinstance(held, str) else sum(count(part) for part in held)

    return sum(count(held) for _, held in blocks)


def figure():
    """A small drawing as a PNG of eight-bit colours, as programs save it: three bars on white."""
    width, height = 240, 120
    bars = [(30, 40, (0, 75, 135)), (100, 80, (0, 120, 90)), (170, 60, (180, 60, 30))]

    def colour(x, y):
        return next((paint for left, high, paint in bars if left <= x < left + 40 and y >= height - high), (255, 255, 255))

    rows = b"".join(b"\0" + b"".join(bytes(colour(x, y)) for x in range(width)) for y in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


# ---- The same document for each program.

def markdown(blocks):
    parts = []
    for kind, held in blocks:
        match kind:
            case "title":
                parts.append(f"# {held}")
            case "heading":
                parts.append(f"## {held}")
            case "paragraph":
                parts.append(held)
            case "figure":
                parts.append(f"![{held}](figure.png)")
            case "list":
                parts.append("\n".join(f"- {item}" for item in held))
            case "table":
                head, *rows = (f"| {' | '.join(row)} |" for row in held)
                parts.append("\n".join([head, "|---" * len(held[0]) + "|", *rows]))
    return "\n\n".join(parts) + "\n"


def typst_markup(blocks):
    def literal(text):
        return '#"' + text.replace('"', '\\"') + '"'

    parts = [
        f'#set document(title: "{blocks[0][1]}")',
        '#set text(font: "Atkinson Hyperlegible Next", size: 18pt, lang: "en", region: "GB", hyphenate: false)',
        '#set page(paper: "a4", margin: 64pt, numbering: "1")',
        # From the foot of a line to the head of the next: 1.35 from foot to foot.
        "#set par(leading: 0.65em, spacing: 1.6em, justify: false)",
        "#show heading.where(level: 1): set text(size: 28pt)",
        "#show heading.where(level: 2): set text(size: 24pt)",
        "#show heading: set block(above: 1.6em, below: 1.2em)",
    ]
    for kind, held in blocks:
        match kind:
            case "title":
                parts.append(f"= {literal(held)}")
            case "heading":
                parts.append(f"== {literal(held)}")
            case "paragraph":
                parts.append(literal(held))
            case "figure":
                parts.append(f'#image("figure.png", alt: "{held}", width: 270pt)')
            case "list":
                parts.append("\n".join(f"- {literal(item)}" for item in held))
            case "table":
                head, *rows = held
                cells = ", ".join(f"[{literal(cell)}]" for row in rows for cell in row)
                heads = ", ".join(f"[*{literal(cell)}*]" for cell in head)
                parts.append(f"#table(columns: {len(head)}, table.header({heads}), {cells})")
    return "\n\n".join(parts) + "\n"


def web_page(blocks):
    faces = "".join(
        f'@font-face {{ font-family: "Large"; font-weight: {weight}; src: url("{(FONTS / name).as_uri()}") }}\n'
        for weight, name in [("normal", "AtkinsonHyperlegibleNext-Regular.ttf"), ("bold", "AtkinsonHyperlegibleNext-Bold.ttf")]
    )
    style = (
        faces + '@page { size: A4; margin: 64pt; @bottom-left { content: "Page " counter(page); font: 18pt "Large" } }\n'
        'body { font: 18pt/1.35 "Large" } h1 { font-size: 28pt } h2 { font-size: 24pt }\n'
        "td, th { border: 1pt solid; padding: 4pt; text-align: left; vertical-align: top }"
    )
    parts = []
    for kind, held in blocks:
        match kind:
            case "title":
                parts.append(f"<h1>{html.escape(held)}</h1>")
            case "heading":
                parts.append(f"<h2>{html.escape(held)}</h2>")
            case "paragraph":
                parts.append(f"<p>{html.escape(held)}</p>")
            case "figure":
                data = base64.b64encode(figure()).decode()
                parts.append(f'<p><img alt="{html.escape(held)}" width="360" src="data:image/png;base64,{data}"></p>')
            case "list":
                parts.append("<ul>" + "".join(f"<li>{html.escape(item)}</li>" for item in held) + "</ul>")
            case "table":
                head, *rows = held
                heads = "".join(f'<th scope="col">{html.escape(cell)}</th>' for cell in head)
                body = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
                parts.append(f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>")
    title = html.escape(blocks[0][1])
    return f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title><style>{style}</style></head><body>{"".join(parts)}</body></html>'


# ---- One run of each. Each gives back the seconds it took and the bytes of its file.

def run_typst(folder):
    import typst

    source, output = folder / "strategy.typ", folder / "typst.pdf"
    start = time.perf_counter()
    typst.compile(source, output=output, root=folder, font_paths=[FONTS], ignore_system_fonts=True, pdf_standards=["ua-1"])
    return time.perf_counter() - start, output.stat().st_size


def run_weasyprint_within(folder):
    import weasyprint

    source, output = folder / "strategy.html", folder / "weasyprint.pdf"
    start = time.perf_counter()
    weasyprint.HTML(source).write_pdf(output, pdf_variant="pdf/ua-1")
    return time.perf_counter() - start, output.stat().st_size


WITHIN = {"typst": run_typst, "weasyprint": run_weasyprint_within}


def run_within(name, folder):
    """A run of a library in a process of its own."""
    ran = subprocess.run([sys.executable, __file__, "--run", name, folder], check=True, capture_output=True, text=True)
    seconds, size = ran.stdout.split()
    return float(seconds), int(size)


def run_command(arguments, output):
    start = time.perf_counter()
    subprocess.run(arguments, check=True, capture_output=True)
    return time.perf_counter() - start, output.stat().st_size


def run_weasyprint(folder):
    output = folder / "weasyprint.pdf"
    command = [sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1"]
    return run_command([*command, folder / "strategy.html", output], output)


def run_plainsong(command, folder):
    arguments = [command, "convert", folder / "strategy.md", "--to", "large-print", "--output", folder / "out"]
    return run_command(arguments, folder / "out/strategy.large-print.pdf")


# Each with the library that it needs.
PEERS = {
    "typst": ("typst", lambda folder: run_within("typst", folder)),
    "weasyprint": ("weasyprint", run_weasyprint),
    "weasyprint, from within": ("weasyprint", lambda folder: run_within("weasyprint", folder)),
}


def compare(command):
    if not command.is_file():
        sys.exit(f"{command} is not there. Build it first: cargo build --release")
    blocks = strategy()
    missed = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "figure.png").write_bytes(figure())
        for file, text in [("strategy.md", markdown(blocks)), ("strategy.typ", typst_markup(blocks)), ("strategy.html", web_page(blocks))]:
            (folder / file).write_text(text, encoding="utf-8")
        ours, size = min(run_plainsong(command, folder) for _ in range(RUNS))
        # The highest that any child came to; so far plainsong alone has run. Linux counts kibibytes, macOS bytes.
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        print(f"{words(blocks)} words and a figure, 18 point, best of {RUNS}")
        print(f"{'plainsong':24}{ours * 1000:9.1f} ms{size:12,} bytes{memory / 1024 / 1024:8.1f} MB of memory")
        if memory >= MEMORY:
            missed.append(f"plainsong took {memory / 1024 / 1024:.1f} MB of memory, and {MEMORY / 1024 / 1024:.0f} is the most.")
        for peer, (library, run) in PEERS.items():
            if importlib.util.find_spec(library) is None:
                print(f"{peer:24} is not installed, and left out. To compare: pip install {library}")
                continue
            theirs, their_size = min(run(folder) for _ in range(RUNS))
            print(f"{peer:24}{theirs * 1000:9.1f} ms{their_size:12,} bytes   plainsong is {theirs / ours:.1f} times as fast, its file {size / their_size:.0%} of this one")
            if theirs / ours < TIMES_AS_FAST[peer]:
                missed.append(f"plainsong is not {TIMES_AS_FAST[peer]} times as fast as {peer}.")
            if peer == "weasyprint" and size > their_size:
                missed.append("The file of plainsong is larger than that of weasyprint.")
    for aim in missed:
        print(f"Missed: {aim}")
    return 1 if missed else 0


def main():
    arguments = argparse.ArgumentParser(description="Compares plainsong with Typst and WeasyPrint.")
    arguments.add_argument("--plainsong", type=Path, default=HOME / "target/release/plainsong", help="the command (target/release/plainsong)")
    arguments.add_argument("--run", nargs=2, metavar=("PEER", "FOLDER"), help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.run:
        peer, folder = given.run
        print(*WITHIN[peer](Path(folder)))
        return 0
    return compare(given.plainsong.absolute())


if __name__ == "__main__":
    sys.exit(main())
