"""The one who follows the open article has what the reading room asks for."""

from driver import Driver
from pressmark.gui.reading.relating import Relating


def test_the_controller_of_related_passages_follows(driver: Driver) -> None:
    follower: Relating = driver.window.relating
    driver.open_first("nato")
    driver.until_related()
    follower.show_first = False
    follower.clear()
    assert follower.focused is None
    assert driver.window.related.model.rowCount() == 0
