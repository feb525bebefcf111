"""The two maps over the data: sums of products (the Gram), then scores for standard errors.

Both are pure functions of a block and additive over persons, so any partition of the persons gives
the same sums, on any engine. The formulae are those of the statistics design, section 2; standard
errors follow fixest's convention (Bergé 2018).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from qualitycircle.data.block import Block, Floats, Integers
from qualitycircle.evaluation.frames import Frame, Rows, person_starts
from qualitycircle.evaluation.panel import Panel, Spacing

_HEAD = 5
"""How many sums of scores come before those of each cluster."""


@dataclass(frozen=True, slots=True)
class Gram:
    """What the first map sums: products of columns, rows, persons, cells, clusters, counts.

    `raw` has nothing taken out; `products` has person means or cell means taken out.
    `cell_sums` is (cells, columns + 2), `cluster_rows` is (clusters, 2): rows, exposed rows.
    """

    products: Floats
    raw: Floats
    rows: float
    persons: float
    counts: dict[str, float]
    cell_sums: Floats
    cluster_rows: Floats
    cluster_products: Floats


@dataclass(frozen=True, slots=True)
class Direction:
    """One coefficient's linear combinations of columns: its weight and its residual.

    `hat` gives a row's leverage as a quadratic form. `noise` is a third combination: times the frame's
    root it is what a row's product of the two holds of noise that was taken out.
    """

    weights: Floats
    residual: Floats
    noise: Floats
    hat: Floats | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """What the second map sums for one equation: squared scores at each level of clustering."""

    by_person: float
    by_pair: float
    by_cluster: Floats
    rows: float
    persons: float
    pairs: float = 0.0


def gram(frames: Sequence[Frame], spacing: Spacing, block: Block) -> Floats:
    """First map: every frame's sums, one after the other, as one flat array."""
    panel = Panel(block, spacing)
    return np.concatenate([np.zeros(0), *(_gram(each, each.rows(panel)) for each in frames)])


def score(
    frames: Sequence[Frame],
    grams: Sequence[Gram],
    directions: Sequence[Sequence[Direction]],
    spacing: Spacing,
    block: Block,
) -> Floats:
    """Second map: every solved equation's scores, as one flat array."""
    panel = Panel(block, spacing)
    parts = [np.zeros(0)]
    for frame, sums, wanted in zip(frames, grams, directions, strict=True):
        if wanted:
            parts.extend(_scores(frame, sums, panel, wanted))
    return np.concatenate(parts)


def unpacked(frames: Sequence[Frame], flat: Floats) -> tuple[Gram, ...]:
    """Return the first map's sums frame by frame."""
    found, position = [], 0
    for each in frames:
        size = _gram_size(each)
        found.append(_as_gram(each, flat[position : position + size]))
        position += size
    return tuple(found)


def unpacked_scores(
    frames: Sequence[Frame], directions: Sequence[Sequence[Direction]], flat: Floats
) -> tuple[tuple[Scores, ...], ...]:
    """Return the second map's sums, equation by equation within each frame."""
    found, position = [], 0
    for frame, wanted in zip(frames, directions, strict=True):
        size, scores = _HEAD + frame.clusters, []
        for _ in wanted:
            part = flat[position : position + size]
            by_person, by_pair, rows, persons, pairs = part[:_HEAD].tolist()
            scores.append(Scores(by_person, by_pair, part[_HEAD:], rows, persons, pairs))
            position += size
        found.append(tuple(scores))
    return tuple(found)


def _gram_size(frame: Frame) -> int:
    width = len(frame.columns)
    each_cluster = 2 + (width * width if frame.jackknife else 0)
    return (
        2 * width * width + 2 + len(frame.counts) + frame.cells * (width + 2) + frame.clusters * each_cluster
    )


def _gram(frame: Frame, rows: Rows) -> Floats:
    raw = rows.values @ rows.values.T
    products, used, persons = raw, float(rows.count), float(len(rows.starts))
    if frame.within:
        products, used, persons = _without_person_means(raw, rows)
    return np.concatenate(
        [
            products.ravel(),
            raw.ravel(),
            [used, persons],
            rows.counts,
            _cell_sums(frame, rows).ravel(),
            _cluster_rows(frame, rows).ravel(),
            _cluster_products(frame, rows).ravel(),
        ]
    )


def _without_person_means(raw: Floats, rows: Rows) -> tuple[Floats, float, float]:
    """Return W = sum zz' - sum SS'/n, and the rows and persons with more than one row."""
    if not rows.count:
        return raw, 0.0, 0.0
    sums = np.add.reduceat(rows.values, rows.starts, axis=1)
    lengths = rows.lengths
    several = lengths > 1
    return raw - (sums / lengths) @ sums.T, float(lengths[several].sum()), float(several.sum())


def _cell_sums(frame: Frame, rows: Rows) -> Floats:
    sums = np.zeros((frame.cells, len(frame.columns) + 2))
    if frame.cells:
        for position, column in enumerate(in_cells(rows)):
            sums[:, position] = np.bincount(rows.cells, weights=column, minlength=frame.cells)
    return sums


def in_cells(rows: Rows) -> Floats:
    """Return what is summed in a cell: every column, the weight, and the number of rows."""
    root = rows.roots
    return np.vstack([rows.values * root, root * root, np.ones(rows.count)])


def _cluster_rows(frame: Frame, rows: Rows) -> Floats:
    found = np.zeros((frame.clusters, 2))
    if frame.clusters:
        found[:, 0] = np.bincount(rows.clusters, minlength=frame.clusters)
        if frame.exposure:
            exposed = (rows.values[frame.position(frame.exposure)] > 0).astype(np.float64)
            found[:, 1] = np.bincount(rows.clusters, weights=exposed, minlength=frame.clusters)
    return found


def _cluster_products(frame: Frame, rows: Rows) -> Floats:
    width = len(frame.columns)
    if not frame.jackknife:
        return np.zeros(0)
    found = np.zeros((frame.clusters, width, width))
    order = np.argsort(rows.clusters, kind="stable")
    clusters, values = rows.clusters[order], rows.values[:, order]
    bounds = [*person_starts(clusters).tolist(), len(clusters)]
    for begin, end in pairwise(bounds):
        inside = values[:, begin:end]
        found[clusters[begin]] = inside @ inside.T
    return found


def _as_gram(frame: Frame, flat: Floats) -> Gram:
    width, square = len(frame.columns), len(frame.columns) ** 2
    products = flat[:square].reshape(width, width)
    raw = flat[square : 2 * square].reshape(width, width)
    at = 2 * square
    rows, persons = float(flat[at]), float(flat[at + 1])
    at += 2
    counts = dict(zip(frame.counts, flat[at : at + len(frame.counts)].tolist(), strict=True))
    at += len(frame.counts)
    cell_sums = flat[at : at + frame.cells * (width + 2)].reshape(frame.cells, width + 2)
    at += cell_sums.size
    cluster_rows = flat[at : at + frame.clusters * 2].reshape(frame.clusters, 2)
    at += cluster_rows.size
    clusters = frame.clusters if frame.jackknife else 0
    cluster_products = flat[at:].reshape(clusters, width, width)
    if frame.cells:
        products = products - between_cells(cell_sums)
    return Gram(products, raw, rows, persons, counts, cell_sums, cluster_rows, cluster_products)


def between_cells(cell_sums: Floats) -> Floats:
    """Return sum SS'/n over cells: what is taken out when cells are absorbed, after merging."""
    filled = cell_sums[cell_sums[:, -1] > 0]
    sums, sizes = filled[:, :-2], filled[:, -2:-1]
    between: Floats = sums.T @ (sums / sizes)
    return between


def _scores(frame: Frame, sums: Gram, panel: Panel, directions: Sequence[Direction]) -> list[Floats]:
    wanted = [part for each in directions for part in (each.weights, each.residual)]
    if frame.root:
        wanted += [
            *(each.noise for each in directions),
            np.eye(len(frame.columns))[frame.position(frame.root)],
        ]
    rows, values, used = _combinations(frame, sums, panel, np.stack(wanted))
    if not rows.count:
        return [np.zeros(_HEAD + frame.clusters) for _ in directions]
    person = np.repeat(np.arange(len(rows.starts)), rows.lengths)
    persons = float(np.count_nonzero(np.bincount(person, weights=used)))
    found, count = [], len(directions)
    for place, each in enumerate(directions):
        product = values[2 * place] * values[2 * place + 1]
        if frame.root:
            product = product + values[2 * count + place] * values[-1]
        if frame.leverage and each.hat is not None:
            own = np.einsum("ir,ij,jr->r", rows.values, each.hat, rows.values, optimize=True)
            product = product / np.sqrt(np.maximum(1.0 - own, 1e-9))
        by_person = np.add.reduceat(product, rows.starts)
        by_pair, pairs, by_cluster = _by_cluster(frame, rows, (person, used), product)
        head = [float(by_person @ by_person), by_pair, float(used.sum()), persons, pairs]
        found.append(np.concatenate([head, by_cluster]))
    return found


def _combinations(
    frame: Frame, sums: Gram, panel: Panel, combinations: Floats
) -> tuple[Rows, Floats, Floats]:
    """Return the rows, each combination of columns on them, and which rows count."""
    if frame.combined is not None:
        rows = frame.combined(combinations, panel)
        return rows, rows.values, np.ones(rows.count)
    rows = frame.rows(panel)
    values, used = _absorbed(frame, sums, rows, combinations)
    return rows, values, used


def _absorbed(frame: Frame, sums: Gram, rows: Rows, combinations: Floats) -> tuple[Floats, Floats]:
    """Return combinations with person or cell means taken out, and which rows count (not singletons)."""
    values = combinations @ rows.values
    if frame.within and rows.count:
        means = np.add.reduceat(values, rows.starts, axis=1) / rows.lengths
        several = np.repeat(rows.lengths > 1, rows.lengths).astype(np.float64)
        return values - np.repeat(means, rows.lengths, axis=1), several
    if frame.cells:
        weights = sums.cell_sums[:, -2]
        sizes = np.where(weights > 0, weights, 1.0)
        means = combinations @ (sums.cell_sums[:, :-2] / sizes[:, None]).T
        several = (sums.cell_sums[rows.cells, -1] > 1).astype(np.float64)
        return (values - means[:, rows.cells] * rows.roots) * several, several
    return values, np.ones(rows.count)


def _by_cluster(
    frame: Frame, rows: Rows, person: tuple[Integers, Floats], product: Floats
) -> tuple[float, float, Floats]:
    """Return the squared scores by person and cluster together, how many such pairs, and by cluster."""
    if not frame.clusters:
        return 0.0, 0.0, np.zeros(0)
    of_row, used = person
    _, place = np.unique(of_row * frame.clusters + rows.clusters, return_inverse=True)
    by_pair = np.bincount(place, weights=product)
    pairs = float(np.count_nonzero(np.bincount(place, weights=used)))
    by_cluster = np.bincount(rows.clusters, weights=product, minlength=frame.clusters).astype(np.float64)
    return float(by_pair @ by_pair), pairs, by_cluster
