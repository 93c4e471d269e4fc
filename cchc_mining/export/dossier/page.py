"""The dossier as one HTML page: nothing is fetched, nothing needs a script, and it prints well.

Written finding by finding, so that ten thousand of them need no more memory than ten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from ...index import Coverage, FindingInContext
from ...records import SEVERITIES, Decision, Passage, Rule
from . import Dossier
from .markup import Html, tag
from .telling import one_line, origin, place, reason, scope, shortened
from .words import Speech

_MOST_QUOTES, _MOST_PLACES = 8, 12  # shown of one finding, and of one quotation


def write_page(path: Path, dossier: Dossier) -> None:
    """Write the dossier to an HTML file (UTF-8)."""
    page = _Page(dossier)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for piece in page.pieces():
            file.write(piece)
            file.write("\n")


class _Page:
    """One dossier's page, piece by piece."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._say = Speech(dossier.lang)
        self._rules: Mapping[str, Rule] = {rule.slug: rule for rule in dossier.rules}

    def pieces(self) -> Iterator[str]:
        """The page in the order in which it is read."""
        say = self._say
        yield f'<!DOCTYPE html>\n<html lang="{self._dossier.lang}">\n<head>\n<meta charset="utf-8">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="referrer" content="no-referrer">'
        yield tag("title", f"{say('title')} – {self._dossier.name}")
        yield f"<style>\n{_resource('page.css')}</style>\n</head>\n<body>\n<main>"
        yield from self._summary()
        yield from self._by_document()
        yield from self._by_check()
        yield from self._lost()
        yield from self._coverage()
        yield f"</main>\n<script>\n{_resource('page.js')}</script>\n</body>\n</html>"

    # -- the summary

    def _summary(self) -> Iterator[str]:
        say, dossier = self._say, self._dossier
        yield tag("h1", say("title"))
        yield tag(
            "p",
            f"{say('archive')}: ",
            tag("b", dossier.name),
            f" · {say('made')} {say.day(dossier.made)}",
            class_="about",
        )
        if limits := scope(dossier, say):
            yield tag("p", tag("b", limits))
        yield tag("p", say("intro"), class_="note")
        sections = ("summary", "by-document", "by-check", "coverage")
        links = (tag("a", say(name), href=f"#{name}") for name in sections)
        yield tag("nav", *links)
        yield tag("h2", say("summary"), id="summary")
        yield tag("div", *map(self._tile, SEVERITIES), class_="tiles")
        yield from self._check_numbers()

    def _tile(self, severity: str) -> Html:
        say = self._say
        return tag(
            "div",
            tag("strong", say.number(self._dossier.by_severity[severity])),
            tag("span", say(severity)),
            tag("small", say(f"{severity}.means")),
            class_=f"tile {severity}",
        )

    def _check_numbers(self) -> Iterator[str]:
        """How many each check found; those that found nothing are told by check."""
        say, dossier = self._say, self._dossier
        headings = (*SEVERITIES, "dismissed")
        yield '<div class="scroll"><table class="numbers">'
        yield tag(
            "thead",
            tag("tr", tag("th", say("check")), *(tag("th", say(key)) for key in headings)),
        )
        yield "<tbody>"
        for rule in dossier.rules:
            found = dossier.of_check(rule.slug)
            if not found:
                continue
            name = tag("a", self._title(rule.slug), href=f"#check-{rule.slug}")
            yield tag("tr", tag("td", name), *(self._number(found[key]) for key in headings))
        totals = dossier.by_severity
        dismissed = sum(c.findings for c in dossier.counts if c.dismissed)
        yield "</tbody>"
        yield tag(
            "tfoot",
            tag(
                "tr",
                tag("th", say("total")),
                *(self._number(totals[key]) for key in SEVERITIES),
                self._number(dismissed),
            ),
        )
        yield "</table></div>"

    def _number(self, value: int) -> Html:
        return tag("td", self._say.number(value) if value else "–", class_="number")

    # -- document by document

    def _by_document(self) -> Iterator[str]:
        say = self._say
        yield tag("h2", say("by-document"), id="by-document", class_="part")
        yield from self._filter()
        some = False
        for number, (_, group) in enumerate(
            groupby(self._dossier.findings(), key=lambda finding: finding.source), 1
        ):
            some = True
            yield f'<section class="document" id="document-{number}">'
            found = iter(group)
            first = next(found)
            yield tag("div", *self._document_head(first), self._finding(first), class_="keep")
            for finding in found:
                yield self._finding(finding)
            yield "</section>"
        if not some:
            yield tag("p", say("nothing"))

    def _filter(self) -> Iterator[str]:
        """Shown by the script: without it there is nothing to operate."""
        say = self._say
        boxes = (
            Html(
                f'<label><input type="checkbox" value="{key}" checked> {tag("span", say(key))}</label>'
            )
            for key in SEVERITIES
        )
        undecided = Html(
            f'<label><input type="checkbox" value="undecided"> {tag("span", say("undecided"))}</label>'
        )
        search = tag("input", type="search", placeholder=say("search"), aria_label=say("search"))
        search = Html(search.removesuffix("</input>"))
        yield tag("form", *boxes, undecided, search, id="filter", hidden="")

    def _document_head(self, first: FindingInContext) -> Iterator[str]:
        say = self._say
        head = (first.doc_number, first.doc_issuer, say.day(first.doc_date))
        yield tag("h3", first.title or first.doc_number or one_line(first.source))
        known = " · ".join(part for part in head if part)
        yield tag(
            "p", tag("span", one_line(first.source), class_="path"), known and f" · {known}",
            class_="about",
        )  # fmt: skip

    def _finding(self, found: FindingInContext) -> Html:
        say = self._say
        verdict = found.decision.decision if found.decision else None
        return tag(
            "article",
            tag(
                "h4",
                tag("span", say(found.severity), class_="badge"),
                Html(" "),
                tag("a", self._title(found.check), href=f"#check-{found.check}"),
                Html(" "),
                tag("small", f"{place(found, say)} · {found.finding_id}"),
            ),
            tag("p", self._words(found.message), class_="message"),
            tag(
                "blockquote",
                one_line(found.before),
                tag("mark", shortened(found.text)),
                one_line(found.after),
            ),
            self._facts(found),
            id=f"f-{found.finding_id}",
            class_=" ".join(filter(None, ("finding", found.severity, verdict))),
            data_severity=found.severity,
            data_decision=verdict,
        )

    def _facts(self, found: FindingInContext) -> Html | None:
        facts = [
            *self._fact("arithmetic", found.arithmetic),
            *self._fact("expected", found.expected),
            *self._evidence(found.evidence),
        ]
        if found.decision:
            facts += self._fact("decision", self._decided(found.decision))
        return tag("dl", *facts) if facts else None

    def _fact(self, key: str, value: str | None) -> list[Html]:
        return [tag("dt", self._say(key)), tag("dd", value)] if value else []

    def _evidence(self, passages: tuple[Passage, ...]) -> list[Html]:
        """Where the same words stand in several places, they are quoted once."""
        if not passages:
            return []
        say = self._say
        places: dict[str, list[str]] = {}
        for passage in passages:
            places.setdefault(shortened(passage.text), []).append(self._where(passage))
        items = [self._places(words, where) for words, where in [*places.items()][:_MOST_QUOTES]]
        if (more := len(places) - _MOST_QUOTES) > 0:
            items.append(tag("li", say("more", count=say.number(more))))
        return [tag("dt", say("evidence")), tag("dd", tag("ul", *items))]

    def _places(self, words: str, where: Sequence[str]) -> Html:
        told = "; ".join(where[:_MOST_PLACES])
        if (more := len(where) - _MOST_PLACES) > 0:
            told += "; " + self._say("more", count=self._say.number(more))
        return tag("li", tag("q", words), Html(" "), tag("span", told, class_="path"))

    def _where(self, passage: Passage) -> str:
        origin_ = origin(passage, self._say)
        return origin_ if passage.doc_id is None else f"{origin_} ({place(passage, self._say)})"

    def _decided(self, decision: Decision) -> Html:
        say = self._say
        rest = (decision.note, decision.by, say.day(decision.at[:10]))
        words = " · ".join(part for part in rest if part)
        return Html(f"{tag('b', say.decision(decision.decision))}{tag('span', f' · {words}')}")

    # -- check by check

    def _by_check(self) -> Iterator[str]:
        yield tag("h2", self._say("by-check"), id="by-check", class_="part")
        groups = groupby(self._dossier.findings(by_check=True), key=lambda finding: finding.check)
        told: set[str] = set()
        for slug, found in groups:
            told.add(slug)
            yield from self._check(slug, found)
        for rule in self._dossier.rules:
            if rule.slug not in told:
                yield from self._check(rule.slug, ())

    def _check(self, slug: str, found: Iterable[FindingInContext]) -> Iterator[str]:
        say, rule = self._say, self._rules.get(slug)
        head = tag("h3", self._title(slug), Html(" "), tag("small", slug), id=f"check-{slug}")
        facts: tuple[tuple[str, str], ...] = ()
        if rule:
            facts = (
                ("rule", self._words(rule.rule)),
                ("tolerance", self._words(rule.tolerance)),
                ("source", rule.source),
            )
        told = (html for key, value in facts for html in self._fact(key, value))
        has_none = not self._dossier.of_check(slug)
        none = tag("p", say("nothing-of-check"), class_="about") if has_none else None
        yield tag("div", head, tag("dl", *told), none, class_="rule")
        if has_none:
            return
        yield '<div class="scroll"><table class="findings">'
        headings = ("error", "document", "what")
        cells = (tag("th", "" if key == "error" else say(key)) for key in headings)
        yield tag("thead", tag("tr", *cells))
        yield "<tbody>"
        for finding in found:
            yield self._row(finding)
        yield "</tbody></table></div>"

    def _row(self, found: FindingInContext) -> Html:
        say = self._say
        where = say("page", page=found.page) if found.page else None
        decided = found.decision and tag("i", f" · {say.decision(found.decision.decision)}")
        return tag(
            "tr",
            tag("td", tag("span", say(found.severity), class_="badge"), class_=found.severity),
            tag("td", one_line(found.source), where and f", {where}", class_="path"),
            tag(
                "td",
                tag("a", self._words(found.message), href=f"#f-{found.finding_id}"),
                found.arithmetic and f" {found.arithmetic}",
                decided or None,
            ),
        )

    # -- decisions without findings; the files

    def _lost(self) -> Iterator[str]:
        lost, say = self._dossier.lost_decisions(), self._say
        if not lost:
            return
        yield tag("h2", say("lost"), class_="part")
        yield tag("p", say("lost-intro"), class_="note")
        yield '<div class="scroll"><table class="findings">'
        headings = (tag("th", say(key)) for key in ("check", "document", "decision"))
        yield tag("thead", tag("tr", *headings))
        yield "<tbody>"
        for decision in lost:
            yield tag(
                "tr",
                tag(
                    "td",
                    self._title(decision.check or ""),
                    Html("<br>"),
                    tag("small", decision.finding_id),
                ),
                tag("td", one_line(decision.source or ""), class_="path"),
                tag("td", self._decided(decision)),
            )
        yield "</tbody></table></div>"

    def _coverage(self) -> Iterator[str]:
        say = self._say
        yield tag("h2", say("coverage"), id="coverage", class_="part")
        yield tag("p", say("coverage-intro"), class_="note")
        yield '<div class="scroll"><table class="files">'
        headings = (tag("th", say(key)) for key in ("outcome", "file", "reason"))
        yield tag("thead", tag("tr", *headings))
        yield "<tbody>"
        numbers: dict[str, int] = {}
        for file in self._dossier.coverage():
            numbers[file.outcome] = numbers.get(file.outcome, 0) + 1
            yield self._file(file)
        yield "</tbody>"
        told = (f"{say(outcome)}: {say.number(count)}" for outcome, count in numbers.items())
        yield tag("caption", " · ".join(told) or say("nothing"))
        yield "</table></div>"

    def _file(self, file: Coverage) -> Html:
        why = reason(file, self._dossier, self._say)
        return tag(
            "tr",
            tag("td", self._say(file.outcome), class_=f"outcome {file.outcome}"),
            tag("td", one_line(file.path), class_="path"),
            tag("td", why),
        )

    # -- words

    def _title(self, slug: str) -> str:
        rule = self._rules.get(slug)
        return self._words(rule.title) if rule else slug

    def _words(self, words: object) -> str:
        return str(getattr(words, self._dossier.lang))


def _resource(name: str) -> str:
    return files(__package__ or "").joinpath(name).read_text(encoding="utf-8")
