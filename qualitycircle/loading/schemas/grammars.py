"""The small grammars as regular expressions, for editors: `loading.phrases` reads them."""

from __future__ import annotations

from collections.abc import Mapping

_NUMBER = r"-?[0-9]+([.,][0-9]+)?"
_REASON = r"(,? +(fordi|because) +.+)?"
_TIME = r"(dage?|days?|uger?|weeks?|måned(er)?|maaned(er)?|months?|mdr\.?|år|aar|years?)"
_SIGN = r"(øger|oeger|increases|mindsker|decreases)"
_TOGETHER = r"(følges[ _]ad|foelges[ _]ad|moves with|modsat|moves against)"
_HOW_ASSIGNED = (
    r"(målt behov|maalt behov|measured need|stabilt behov|stable need|lodtrækning|lodtraekning|randomised|"
    r"kapacitet|capacity|ukendt|unknown)"
)
_IN_AN_ID = r"[^\s,;:<>~#{}\[\]'\"/\\|?*\x00-\x1f\x7f-\x9f]"
_DEVICE = r"(?:[Cc][Oo][Nn]|[Pp][Rr][Nn]|[Aa][Uu][Xx]|[Nn][Uu][Ll]|(?:[Cc][Oo][Mm]|[Ll][Pp][Tt])[0-9])"
_ID = rf"(?!\.)(?!{_DEVICE}(?:\.|$)){_IN_AN_ID}+(?<!\.)"

PATTERNS: Mapping[str, str] = {
    "id": rf"^{_ID}$",
    "indicator": rf"^{_ID}$",
    "pair": rf"^ *{_ID} *(->|→|~) *{_ID} *$",
    "link": rf"^ *{_ID} *(->|→|~) *{_ID} *$",
    "claim": rf"^({_SIGN}|{_TOGETHER}){_REASON}$",
    "assignment": rf"^{_HOW_ASSIGNED}{_REASON}$",
    "smallest": rf"^{_NUMBER} *(trin|steps|sd|procentpoint|percentage points|pp){_REASON}$",
    "duration": rf"^((højst|hoejst|mindst|at most|at least|ca\.) )?{_NUMBER} +{_TIME}$",
    "reliability": rf"^(ukendt|unknown|{_NUMBER}){_REASON}$",
    "range": rf"^{_NUMBER} *%?( *[-–] *{_NUMBER} *%?)?$",
    "number": rf"^{_NUMBER}$",
    "amount": rf"^((højst|hoejst|mindst|præcis|praecis|at most|at least|exactly) )?{_NUMBER}.*$",
    "step": r"^-?[0-9]+$",
    "code": r"^QC[0-9]{3}$",
}
