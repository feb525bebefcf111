"""QC3xx: what a theory says that it cannot mean, and what it leaves unsaid.

Examples are parts of a theory; what they leave out is as in the first theory of the documentation.
"""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.findings._meaning_conditions import CONDITIONS
from qualitycircle.vocabulary.findings._meaning_laboratory import LABORATORY
from qualitycircle.vocabulary.findings._meaning_links import LINKS
from qualitycircle.vocabulary.findings._meaning_measurement import MEASUREMENT
from qualitycircle.vocabulary.findings.entry import FindingText

FINDINGS: Mapping[str, FindingText] = dict(
    sorted({**LINKS, **MEASUREMENT, **CONDITIONS, **LABORATORY}.items())
)
