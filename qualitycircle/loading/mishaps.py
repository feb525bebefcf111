"""What an author most likely meant where YAML gives up: one code per usual mishap."""

from __future__ import annotations

import re

import yaml

from qualitycircle.findings import Fact, Finding, error
from qualitycircle.loading.characters import Lines

QC109 = error("QC109")
QC112 = error("QC112")
QC114 = error("QC114")
QC115 = error("QC115")
QC116 = error("QC116")
QC123 = error("QC123")
QC124 = error("QC124")
QC125 = error("QC125")
QC126 = error("QC126")
QC127 = error("QC127")
QC128 = error("QC128")

_COLON = re.compile(r"""^(?:[^'"#]*?):\s""")
_START = re.compile(r"(?:[:\-]\s+|^\s*)([>|%@`*&!\[{].*)$")


def mishap(problem: yaml.YAMLError, lines: Lines) -> Finding:
    """Return the finding for what stopped the reader."""
    mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
    if mark is None:
        return Finding(code=QC114, place=lines.place(0, 0), facts={"problem": str(problem)[:120]})
    said = f"{getattr(problem, 'context', '') or ''} {getattr(problem, 'problem', '') or ''}".lower()
    line, column = min(mark.line, lines.count - 1), mark.column
    context = getattr(problem, "context_mark", None)
    return _recognised(said, line, column, context, lines)


def _recognised(said: str, line: int, column: int, context: yaml.Mark | None, lines: Lines) -> Finding:
    opened = (min(context.line, lines.count - 1), context.column) if context else (line, column)
    if "mapping values are not allowed" in said:
        return _second_colon(line, column, lines)
    if "block scalar" in said:
        return Finding(code=QC115, place=lines.place(*opened, 2), facts=_value_at(opened, lines))
    if "quoted scalar" in said:
        return Finding(code=QC124, place=lines.place(*opened))
    if "alias" in said or "anchor" in said:
        return Finding(code=QC109, place=lines.place(*opened), facts=_value_at(opened, lines))
    if "flow mapping" in said or "flow sequence" in said:
        return Finding(code=QC125, place=lines.place(*opened), facts={"line": line + 1})
    if "cannot start any token" in said or "tag" in said:
        return Finding(code=QC127, place=lines.place(line, column), facts=_value_at((line, column), lines))
    if "directive" in said or "incompatible yaml" in said:
        return Finding(code=QC123, place=lines.place(line, 0))
    if "document" in said:
        return _after_the_end(line, column, lines)
    if "could not find expected ':'" in said:
        return Finding(code=QC128, place=lines.place(*opened), facts={"text": _shown(lines, opened[0])})
    if "block mapping" in said or "block collection" in said or "expected key" in said:
        return Finding(code=QC126, place=lines.place(line, column), facts={"text": _shown(lines, line)})
    return Finding(code=QC114, place=lines.place(line, column), facts={"problem": said.strip()})


def _second_colon(line: int, column: int, lines: Lines) -> Finding:
    before = lines.line(line + 1)[:column]
    if _COLON.match(before):
        facts: dict[str, Fact] = {"text": lines.line(line + 1).split(":", 1)[1].strip()[:60]}
        return Finding(code=QC116, place=lines.place(line, column), facts=facts)
    return Finding(code=QC126, place=lines.place(line, column), facts={"text": _shown(lines, line)})


def _after_the_end(line: int, column: int, lines: Lines) -> Finding:
    if lines.line(line + 1).startswith(("---", "...")):
        return Finding(code=QC112, place=lines.place(line, 0, 3))
    return Finding(code=QC126, place=lines.place(line, column), facts={"text": _shown(lines, line)})


def _value_at(at: tuple[int, int], lines: Lines) -> dict[str, Fact]:
    return {"text": lines.line(at[0] + 1)[at[1] :].strip()[:60]}


def _shown(lines: Lines, line: int) -> str:
    return lines.line(line + 1).strip()[:60]
