"""Related passages as Qt's model."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from gui.samples import INFERRED, relation
from pressmark.gui.related.pane.cards import CARD_ROLE, KIND_NAMES, Card, RelatedModel, cards
from pressmark.values import RelationKind

ROLE = Qt.ItemDataRole
MIXED = [
    relation(RelationKind.EVENT, 0.9), relation(RelationKind.QUOTATION, 0.2), relation(RelationKind.FACT, 0.5),
    relation(RelationKind.QUOTATION, 0.8), relation(RelationKind.WORDING, 0.7), relation(RelationKind.EVENT, 0.95),
]  # fmt: skip


def test_qt_finds_nothing_wrong_with_it(qtmodeltester: ModelTester) -> None:
    model = RelatedModel()
    qtmodeltester.check(model, force_py=True)
    model.show(cards(MIXED, 1))
    model.show(())
    model.show(cards(MIXED[:1], 1))


def test_the_strongest_kind_comes_first_and_the_best_of_it() -> None:
    made = cards(MIXED, 1)
    assert [(card.relation.kind.value, card.relation.score) for card in made] == [
        ("quotation", 0.8), ("quotation", 0.2), ("wording", 0.7), ("fact", 0.5), ("event", 0.95), ("event", 0.9),
    ]  # fmt: skip
    assert [card.heading for card in made] == [
        "Same quotation", "", "Same wording", "Same fact", "Same event", "",
    ]  # fmt: skip


def test_every_kind_has_a_name_and_an_order() -> None:
    assert list(KIND_NAMES) == list(RelationKind)


def test_roles() -> None:
    model = RelatedModel()
    model.show(cards([relation(other_text="The ferry sails.")], 1))
    name = "Same quotation, The Harbour Post, 3 Oct 2001, The ferry sails."
    for role, wanted in (
        (ROLE.DisplayRole, name), (ROLE.AccessibleTextRole, name), (ROLE.ToolTipRole, "Ferry vote\n2.txt"),
        (ROLE.DecorationRole, None), (ROLE.EditRole, None),
    ):  # fmt: skip
        assert model.data(model.index(0), role) == wanted, role
    assert isinstance(model.index(0).data(CARD_ROLE), Card)
    assert [model.card(row) for row in (-1, 1)] == [None, None]


def test_a_card_says_where_it_comes_from() -> None:
    (here,), (dated,), (nameless,) = (
        cards([relation(other_id=1)], 1),
        cards([relation(other_date=INFERRED)], 1),
        cards([relation(other_outlet="")], 1),
    )
    assert (here.date, here.inferred) == ("this article", False)
    assert (dated.date, dated.inferred) == ("30 Sep 2001 – 3 Oct 2001, inferred", True)
    assert nameless.outlet == "2.txt"
