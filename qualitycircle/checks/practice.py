"""Reality from the start, not as the next step (Kongsgaard s22; BIP 2017 s20)."""

from __future__ import annotations

from collections.abc import Iterator

from qualitycircle.checks.context import Context
from qualitycircle.checks.references import activities, in_order
from qualitycircle.findings import Finding, warning
from qualitycircle.graph import reachable, successors
from qualitycircle.theory import Activity, Theory

QC325 = warning("QC325")

_REAL = frozenset({"company", "education"})


def reality_only_at_the_end(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC325: contact with a workplace or a school does not wait for the last phase."""
    real = [each for each in activities(theory) if each.setting in _REAL]
    others = [each for each in activities(theory) if each.setting not in _REAL]
    if not real or not others:
        return
    if _all_in_the_last_phase(real, theory) or _all_after_others(real, others, theory):
        yield Finding(code=QC325, place=real[0].place, facts={"element": real[0].id})


def _all_in_the_last_phase(real: list[Activity], theory: Theory) -> bool:
    return len(theory.phases) > 1 and all(each.phase == theory.phases[-1] for each in real)


def _all_after_others(real: list[Activity], others: list[Activity], theory: Theory) -> bool:
    """Say whether every contact waits for something else: the stairs of readiness."""
    later = successors(in_order(theory))
    waiting = {id for each in others for id in reachable(each.id, later)}
    return all(each.id in waiting for each in real)


RULES = (reality_only_at_the_end,)
