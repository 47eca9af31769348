"""Fitted tables and trees -> the arrays of the model's file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from fit import OF_THE_WEB, Line
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

# Of a table's weights this share stand below the largest that can be told; the rest count as that one.
TOLD = 0.9995
LARGEST = 127


def packed_table(name: str, table: Line) -> dict[str, NDArray[Any]]:
    """Return a table as small whole numbers and what one of them is worth."""
    step = float(np.float32(np.quantile(np.abs(table.weights), TOLD) / LARGEST)) or 1.0
    weights = np.clip(np.rint(table.weights / step), -LARGEST, LARGEST).astype(np.int8)
    return {name: weights, f"{name}_step": np.float32(step), f"{name}_bias": np.float32(table.bias)}


def packed_trees(model: HistGradientBoostingClassifier, names: tuple[str, ...]) -> dict[str, NDArray[Any]]:
    """Return the trees as splits with masks (see Forest), over the features that they use.

    The answers are those for pages of news: a split by OF_THE_WEB gives way to its left side.
    """
    settled = names.index(OF_THE_WEB) if OF_THE_WEB in names else -1
    trees = [_splits(stage[0].nodes, settled) for stage in model._predictors]
    used = sorted({feature for splits, _ in trees for feature, _, _ in splits})
    place = {feature: number for number, feature in enumerate(used)}
    most = max(len(splits) for splits, _ in trees)
    features = np.zeros((len(trees), most), np.int16)
    limits = np.full((len(trees), most), np.inf, np.float32)
    closed = np.zeros((len(trees), most), np.uint16)
    leaves = np.zeros((len(trees), most + 1), np.float32)
    for tree, (splits, values) in enumerate(trees):
        for number, (feature, limit, mask) in enumerate(splits):
            features[tree, number], limits[tree, number], closed[tree, number] = place[feature], limit, mask
        leaves[tree, : len(values)] = values
    return {
        "names": np.array([names[feature] for feature in used]),
        "features": features, "limits": limits, "closed": closed, "leaves": leaves,
        "bias": np.float32(model._baseline_prediction.ravel()[0]),
    }  # fmt: skip


def _splits(nodes: NDArray[Any], settled: int) -> tuple[list[tuple[int, float, int]], list[float]]:
    """Return (feature, limit, mask of the leaves on the left) of each split, and the leaves from left to right.

    The feature `settled` is 0 for all.
    """
    splits: list[tuple[int, float, int]] = []
    leaves: list[float] = []

    def walk(at: int) -> int:
        node = nodes[at]
        if node["is_leaf"]:
            leaves.append(float(node["value"]))
            return 1 << len(leaves) - 1
        if node["feature_idx"] == settled:
            return walk(int(node["left"] if node["num_threshold"] >= 0 else node["right"]))
        left = walk(int(node["left"]))
        splits.append((int(node["feature_idx"]), float(np.float32(node["num_threshold"])), left))
        return left | walk(int(node["right"]))

    walk(0)
    return splits, leaves


def write(file: Path, parts: Mapping[str, NDArray[Any]]) -> None:
    """Write the model's file; the same parts give the same bytes."""
    with file.open("wb") as out:
        np.savez_compressed(out, **{name: np.asarray(part) for name, part in sorted(parts.items())})
