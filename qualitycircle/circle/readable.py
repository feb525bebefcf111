"""YAML of our own records, for people to read: keys in our order, texts as blocks."""

from __future__ import annotations

from typing import Any

import yaml


class UnreadableError(ValueError):
    """A record that is not the YAML we write."""


_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FastDumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(_FastDumper):  # type: ignore[misc]  # which of the two is known only when it runs
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def as_yaml(value: object) -> str:
    """Return plain data as YAML; long lines are not broken."""
    text: str = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=None
    )
    return text


def from_yaml(text: str) -> object:
    """Return the plain data of YAML that we wrote. Raises UnreadableError for anything else."""
    try:
        loaded: object = yaml.load(text, Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError) as wrong:
        raise UnreadableError(str(wrong)) from None
    return loaded
