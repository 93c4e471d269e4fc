"""The pages of the documentation that follow from the code; docs/conf.py calls this, nobody types them.

Checks from their registry, tables from their columns, the record from its types, commands from click,
accuracy and speed from the runs that `evaluate.py`, `evaluate_audit.py` and `benchmark.py` have kept.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import click
from accuracy_table import render_table
from evaluate import read_kept

import cchc_mining as cm
from cchc_mining.audit import rules
from cchc_mining.cli import COMMANDS, main
from cchc_mining.export import COLUMNS, Lang
from cchc_mining.records import WIRE_TYPES, json_schema

SCRIPTS = Path(__file__).resolve().parent

_WIDTH = 78  # of a line of code
_CHECKS = {
    "en": (
        "Checks of the audit",
        "What each compares, what makes it a rule, and what it lets pass. `cchc audit --list-checks` "
        "prints the same.",
        ("Rule", "Lets pass", "Source"),
    ),
    "vi": (
        "Các phép kiểm tra",
        "Mỗi phép so sánh điều gì, căn cứ vào đâu, chấp nhận sai lệch nào. `cchc audit --list-checks "
        "--lang vi` in ra cùng nội dung.",
        ("Quy tắc", "Chấp nhận", "Căn cứ"),
    ),
}


def checks_page(lang: Lang) -> Iterator[str]:
    """Every check of the audit, in one language."""
    title, lead, (rule, lets_pass, source) = _CHECKS[lang]
    yield f"# {title}\n\n{lead}\n"
    for check in rules():
        yield f"({lang}-{check.slug})=\n\n## {getattr(check.title, lang)}\n"
        yield f"`{check.slug}` · {check.group}\n"
        yield f"- **{rule}:** {getattr(check.rule, lang)}"
        yield f"- **{lets_pass}:** {getattr(check.tolerance, lang)}"
        yield f"- **{source}:** {check.source}\n"


def tables_page() -> Iterator[str]:
    """Every column of every table."""
    yield "# Tables\n\nEvery table is there as CSV and as Parquet; `cchc export` writes other forms.\n"
    for table, columns in COLUMNS.items():
        yield f"## {table}\n\n| column | type | tiêu đề | meaning | nghĩa |\n| --- | --- | --- | --- | --- |"
        for column in columns:
            cells = (
                f"`{column.name}`",
                column.type,
                column.vi,
                column.note("en"),
                column.note("vi"),
            )
            yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"
        yield ""


def record_page() -> Iterator[str]:
    """The wire types, from their schemas."""
    yield "# The record\n"
    yield "What is written as JSON. `start` and `end` are half-open code-point offsets into the document's"
    yield "text, and `text[start:end]` is the mention's own text, always. The JSON Schemas lie in the"
    yield "package (`cchc_mining/schemas`) and are given by `cchc_mining.json_schema(name)`.\n"
    seen: set[str] = set()
    for name in WIRE_TYPES:
        for kind, schema in json_schema(name)["$defs"].items():
            if kind not in seen and "properties" in schema:
                seen.add(kind)
                yield from _type_section(kind, schema)


def _type_section(kind: str, schema: dict[str, Any]) -> Iterator[str]:
    yield f"## {kind}\n"
    yield "\n\n".join(
        " ".join(part.split()) for part in schema.get("description", "").split("\n\n")
    )
    yield "\n| key | type |\n| --- | --- |"
    for key, value in schema["properties"].items():
        mark = " (always there)" if key in schema.get("required", ()) else ""
        yield f"| `{key}`{mark} | {_type_name(value).replace('|', '&#124;')} |"
    yield ""


def _type_name(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(_type_name(one) for one in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "prefixItems" in schema:
        return f"list of {len(schema['prefixItems'])}"
    if schema.get("type") == "array":
        return f"list of {_type_name(schema.get('items') or {})}"
    return str(schema.get("type", "any"))


def command_page() -> Iterator[str]:
    """Every command with its options, as `--help` prints it."""
    yield "# Command line\n\nIn Vietnamese with `--lang vi`, in English with `--lang en`.\n"
    context = click.Context(main, info_name="cchc")
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command
        yield f"## cchc {name}\n"
        yield from _help(command, click.Context(command, info_name=name, parent=context))


def _help(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from _help(inner, click.Context(inner, info_name=name, parent=context))


def python_page() -> Iterator[str]:
    """What is public, by its signatures and docstrings."""
    yield "# Python\n\nWhat `import cchc_mining` offers; whatever is not here is not public.\n"
    public = {name: getattr(cm, name) for name in cm.__all__ if name[0] != "_"}
    for name, value in sorted(public.items(), key=lambda item: (inspect.isclass(item[1]), item[0])):
        yield f"## {name}\n"
        if inspect.isclass(value):
            yield from _class_section(name, value)
        else:
            yield _signature(name, value)
            yield f"{inspect.getdoc(value)}\n"


def _class_section(name: str, kind: type) -> Iterator[str]:
    own = kind.__doc__ or ""
    yield f"*class* **{name}**{_bases(kind)}\n\n{inspect.cleandoc(own)}\n"
    if fields := getattr(kind, "__struct_fields__", ()):
        hints = {
            k: v
            for base in reversed(kind.__mro__)
            for k, v in inspect.get_annotations(base).items()
        }
        yield "| field | type |\n| --- | --- |"
        yield from (f"| `{field}` | {_escaped(hints.get(field, ''))} |" for field in fields)
        yield ""
    for method, function in vars(kind).items():
        if method[0] != "_" and inspect.isfunction(function):
            yield f"### {name}.{method}\n\n{_signature(f'{name}.{method}', function)}"
            yield f"{inspect.getdoc(function)}\n"


def _bases(kind: type) -> str:
    names = [base.__name__ for base in kind.__bases__ if base.__name__ in cm.__all__]
    return f" ({', '.join(f'[{name}](#{name.lower()})' for name in names)})" if names else ""


def _signature(name: str, function: Callable[..., object]) -> str:
    signature = inspect.signature(function)
    parts = [str(parameter).replace("'", "") for parameter in signature.parameters.values()]
    first_named = next(
        (i for i, p in enumerate(signature.parameters.values()) if p.kind is p.KEYWORD_ONLY), -1
    )
    if first_named >= 0:
        parts.insert(first_named, "*")
    result = str(signature.return_annotation).strip("'")
    line = f"{name}({', '.join(parts)}) -> {result}"
    if len(line) > _WIDTH:
        line = f"{name}(\n" + "".join(f"    {part},\n" for part in parts) + f") -> {result}"
    return f"```python\n{line}\n```\n"


def _escaped(text: object) -> str:
    return f"`{text}`".replace("|", "\\|")


def accuracy_page() -> Iterator[str]:
    """The figures of the runs that are kept beside the scripts."""
    yield "# Accuracy and speed\n"
    yield "Every figure here is written by a script; none is typed.\n\n## Accuracy\n"
    yield "By `scripts/evaluate.py` against labels made by hand; F1 weighs what was missed and what was"
    yield "found wrongly, the other figures are shares of the mentions found. `lam-hai` is the sample"
    yield "archive, `gold` real reports of one province. Both were looked at while the program was"
    yield "written: expect less on reports of other offices.\n"
    runs = read_kept(SCRIPTS / "evaluation.json")
    yield render_table("en", {name: run.figures for name, run in runs.items()})
    yield "\n## Speed\n\nBy `scripts/benchmark.py`, on one core; ratios are of the same run.\n"
    yield from _speed_table(json.loads((SCRIPTS / "benchmark.json").read_text(encoding="utf-8")))


def _speed_table(report: dict[str, Any]) -> Iterator[str]:
    """What `scripts/benchmark.py --json scripts/benchmark.json` measured, on one core."""
    yield "| what | figure |\n| --- | ---: |"
    for name in ("whole extraction", "find_citations"):
        yield f"| {name} | {report['speeds'][name]:.2f} MB/s |"
    for name, ratio in report["ratios"].items():
        yield f"| {name} | {ratio:.1f} |"
    for name, seconds in report["starts"].items():
        yield f"| start: {name} | {seconds * 1000:.0f} ms |"
    for batch in report["batches"]:
        memory = f", peak {batch['peak_megabytes']:.0f} MB" if batch["peak_megabytes"] else ""
        yield f"| batch of {batch['documents']} made documents | {batch['seconds']:.1f} s{memory} |"
    for cost in report["audits"]:
        share = cost["audit"] / cost["extraction"]
        yield f"| audit of {cost['documents']} made documents | {share:.1%} of their extraction |"


def licences_page() -> Iterator[str]:
    """What is installed with this package, and under which licences."""
    yield "# Third-party licences\n\nWhat an installation without extras brings with it.\n"
    yield "| package | licence |\n| --- | --- |"
    for requirement in sorted(metadata.requires("cchc-mining") or (), key=str.lower):
        name, _, marker = requirement.partition(";")
        if "extra" not in marker:
            package = metadata.metadata(re.split(r"[<>=!~\[ ]", name)[0])
            yield f"| [{package['Name']}](https://pypi.org/project/{package['Name']}/) | {_licence(package)} |"


def _licence(package: Any) -> str:
    classified = [one for one in package.get_all("Classifier", ()) if one.startswith("License ::")]
    told = package["License-Expression"] or ", ".join(one.split(" :: ")[-1] for one in classified)
    return (told or (package["License"] or "see its page").splitlines()[0]).replace("|", "/")


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "checks.md": lambda: checks_page("en"),
    "checks.vi.md": lambda: checks_page("vi"),
    "tables.md": tables_page,
    "record.md": record_page,
    "command-line.md": command_page,
    "python.md": python_page,
    "accuracy.md": accuracy_page,
    "licences.md": licences_page,
}


def write_pages(folder: Path) -> None:
    """Write every page that follows from the code."""
    folder.mkdir(exist_ok=True)
    for name, page in PAGES.items():
        (folder / name).write_text("\n".join(page()) + "\n", encoding="utf-8")
