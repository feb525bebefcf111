"""What was said before the data were seen, and what only afterwards (BIP 2017; KL 2011 p2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qualitycircle.circle.plain import Plain
from qualitycircle.circle.reading import Rounds
from qualitycircle.circle.values import Plan
from qualitycircle.findings import Fact, Finding, error, note
from qualitycircle.theory import Theory

QC501 = error("QC501")
QC516 = note("QC516")


def is_post_hoc(plan: Plan | None, first_data_date: str) -> bool:
    """Say whether no plan was frozen before the first data row (ISO dates; the same day is too late)."""
    return plan is None or not first_data_date or plan.date >= first_data_date


def post_hoc_links(rounds: Rounds, content: Mapping[str, Plain], first_data_date: str) -> tuple[str, ...]:
    """Return the links whose test was not frozen, just so, in a plan dated before the first data row.

    A link that no correction touched keeps the date of its first plan; a link that was changed after
    the data were seen must be confirmed on later data (MacCallum, Roznowski & Necowitz 1992).
    """
    now = _frozen_tests(content)
    before = [_frozen_tests(each.content) for each in rounds.plans if not is_post_hoc(each, first_data_date)]
    return tuple(link for link, test in now.items() if all(each.get(link) != test for each in before))


def post_hoc_findings(
    theory: Theory, rounds: Rounds, content: Mapping[str, Plain], first_data_date: str
) -> tuple[Finding, ...]:
    """Return the note that some links' tests were chosen after the data were there (post hoc)."""
    links = post_hoc_links(rounds, content, first_data_date)
    if not links:
        return ()
    facts: dict[str, Fact] = {"theory": theory.id, "links": links, "date": first_data_date}
    return (Finding(code=QC516, place=theory.place, facts=facts),)


def changed_links(plan: Plan, content: Mapping[str, Plain]) -> tuple[str, ...]:
    """Return the links that would be tested differently now than the plan says."""
    then, now = _frozen_tests(plan.content), _frozen_tests(content)
    return tuple(each for each in {**then, **now} if then.get(each) != now.get(each))


def frozen_findings(theory: Theory, content: Mapping[str, Plain], rounds: Rounds) -> tuple[Finding, ...]:
    """Return what `circle check` says of a theory that was frozen: a claim changed without a new version."""
    same_version = [each for each in rounds.plans if each.version == theory.version]
    changes = changed_links(same_version[-1], content) if same_version else ()
    if not changes:
        return ()
    facts: dict[str, Fact] = {"theory": theory.id, "version": theory.version, "links": changes}
    return (Finding(code=QC501, place=theory.places.get("version", theory.place), facts=facts),)


def _frozen_tests(content: Mapping[str, Plain]) -> dict[str, object]:
    """Return, for each link of a plan, its tests with all that is said of the indicators in them."""
    indicators = {str(each["indicator"]): each for each in _entries(content, "indicators")}
    return {
        str(each["link"]): (each, [indicators.get(id) for id in sorted(_indicators_in(each))])
        for each in _entries(content, "links")
    }


def _entries(content: Mapping[str, Plain], key: str) -> Iterator[Mapping[str, Plain]]:
    entries = content.get(key)
    for each in entries if isinstance(entries, list | tuple) else ():
        if isinstance(each, Mapping):
            yield each


def _indicators_in(value: Plain) -> set[str]:
    """Return the ids of all indicators that a plan's entry mentions."""
    if isinstance(value, Mapping):
        own = value.get("indicators")
        named = {str(each) for each in own} if isinstance(own, list | tuple) else set()
        return named.union(*(_indicators_in(each) for each in value.values()))
    if isinstance(value, list | tuple):
        return set().union(*(_indicators_in(each) for each in value))
    return set()
