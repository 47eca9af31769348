"""A button that opens a menu, and is no longer lit when the menu is gone."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMenu, QToolButton


def give_menu(button: QToolButton, menu: QMenu) -> None:
    """Have a button open a menu at once.

    While the menu has the pointer, Qt tells the button nothing of it: one that was left for an entry of the menu would
    stay lit, as if the pointer were still over it.
    """

    def settle() -> None:
        if button.underMouse() and not button.rect().contains(button.mapFromGlobal(QCursor.pos())):
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
            QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
            button.update()

    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)
    menu.aboutToHide.connect(lambda: QTimer.singleShot(0, button, settle))
