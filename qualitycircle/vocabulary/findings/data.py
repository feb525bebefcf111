"""QC4xx: what is wrong in the data. No message can hold a value or a person's key.

`rows` is the first rows of the file and `count` how many there are in all.
"""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.vocabulary.findings._data_cells import CELLS
from qualitycircle.vocabulary.findings._data_files import FILES
from qualitycircle.vocabulary.findings._data_privacy import PRIVACY
from qualitycircle.vocabulary.findings._data_rounds import ROUNDS
from qualitycircle.vocabulary.findings.entry import FindingText

FINDINGS: Mapping[str, FindingText] = dict(sorted({**FILES, **PRIVACY, **CELLS, **ROUNDS}.items()))
