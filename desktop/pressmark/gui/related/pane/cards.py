"""Relations as Qt's list model, grouped by kind; everything is worked out before it is shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from pressmark.gui.look.wording import dated
from pressmark.values import Certainty, Relation, RelationKind

CARD_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
KIND_NAMES = {
    RelationKind.QUOTATION: "Same quotation",
    RelationKind.WORDING: "Same wording",
    RelationKind.FACT: "Same fact",
    RelationKind.EVENT: "Same event",
}
ORDER = list(KIND_NAMES)


@dataclass(frozen=True, slots=True)
class Card:
    """One relation as it is painted; the first card of a kind carries the kind's heading."""

    relation: Relation
    heading: str
    outlet: str
    date: str
    inferred: bool
    name: str


def cards(relations: Iterable[Relation], article_id: int | None) -> tuple[Card, ...]:
    """Work out how a passage's relations are shown: strongest kind first, other articles first, best first."""
    made: list[Card] = []
    ranked = sorted(
        relations,
        key=lambda relation: (ORDER.index(relation.kind), relation.other_id == article_id, -relation.score),
    )
    for relation in ranked:
        heading = KIND_NAMES[relation.kind]
        first = not made or made[-1].relation.kind is not relation.kind
        here = relation.other_id == article_id
        outlet = relation.other_outlet or relation.other_path
        date = "this article" if here else dated(relation.other_date)
        made.append(
            Card(
                relation=relation,
                heading=heading if first else "",
                outlet=outlet,
                date=date,
                inferred=not here and relation.other_date.certainty is Certainty.INFERRED,
                name=", ".join(part for part in (heading, outlet, date, relation.other_text) if part),
            )
        )
    return tuple(made)


class RelatedModel(QAbstractListModel):
    """A tuple of cards."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty model."""
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()

    def show(self, made: tuple[Card, ...]) -> None:
        """Take other cards."""
        self.beginResetModel()
        self._cards = made
        self.endResetModel()

    def card(self, row: int) -> Card | None:
        """Return the card of a row."""
        return self._cards[row] if 0 <= row < len(self._cards) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Return how many cards there are."""
        return 0 if parent.isValid() else len(self._cards)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Look up what a card shows."""
        card = self.card(index.row()) if index.isValid() else None
        if card is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return card.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{card.relation.other_headline}\n{card.relation.other_path}"
        return card if role == CARD_ROLE else None
