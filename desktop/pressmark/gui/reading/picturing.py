"""The pictures of the page that lies open: small in its text, large by a click; decoded in another process."""

import threading
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from pressmark.gui.lane import Lane, Stop
from pressmark.gui.messages import Messages
from pressmark.gui.reading.pane.reader_pane import ReaderPane
from pressmark.gui.reading.picture_decoding import DecodePicture, Pixels
from pressmark.indexing.reading_pool import ReadingPool
from pressmark.values import Picture

ZOOM = 2.0  # of the text up to which its pictures are sharp
IDLE_MS = 60_000  # after which the process that decodes is ended
NONE_HERE = "No picture of this page is in its file or beside it."


class Picturing(QObject):
    """Has the pictures decoded one after the other, and shows one large when it is wanted."""

    def __init__(self, reader: ReaderPane, messages: Messages) -> None:
        """Show them in this reader."""
        super().__init__(reader)
        self._reader, self._messages = reader, messages
        self._waiting: list[int] = []
        self._pool: ReadingPool | None = None
        self._one_pool, self._closed = threading.Lock(), False
        self._small = Lane("pictures", self)
        self._large = Lane("picture", self)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._rest)
        self._small.answered.connect(lambda _, answer: self._take_small(*answer))
        self._large.answered.connect(lambda _, answer: self._take_large(answer[0], answer[2]))
        for lane in self.lanes():
            lane.failed.connect(lambda _, error: messages.error(error))
        reader.view.picture_wanted.connect(self.show_large)
        reader.large.stepped.connect(self.step)

    def lanes(self) -> tuple[Lane, ...]:
        """Return the lanes, to be closed."""
        return self._small, self._large

    def close(self) -> None:
        """End the process that decodes, and decode nothing any more."""
        self._closed = True
        self._rest()

    def _rest(self) -> None:
        """End the process that decodes until it is needed again."""
        with self._one_pool:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.close()

    def set_shown(self, shown: bool) -> None:
        """Show the pictures in the text from now on, or leave them out."""
        self._reader.view.set_pictures_shown(shown)
        self.begin()

    def begin(self) -> None:
        """Have the pictures decoded that stand in the text now."""
        self._reader.large.hide()
        self._waiting = list(self._reader.view.missing_pictures)
        self._next()

    def _next(self) -> None:
        if self._waiting:
            self._ask(self._small, self._waiting[0], *self._reader.view.picture_size(ZOOM))

    def _ask(self, lane: Lane, number: int, width: int, height: int) -> None:
        picture = self._reader.view.pictures[number]

        def decode(stop: Stop) -> tuple[int, Picture, object]:
            return number, picture, self._decoded(DecodePicture(picture.file, picture.source, width, height))

        self._idle.start()
        lane.ask(decode)

    def _decoded(self, task: DecodePicture) -> object:
        """Return what came of decoding a picture, in the thread of a lane."""
        with self._one_pool:
            if self._closed:
                return None
            if self._pool is None:
                self._pool = ReadingPool(1)
            pool = self._pool
        return pool.collect(pool.submit([task]), lambda: None)[0]

    def _take_small(self, number: int, picture: Picture, found: object) -> None:
        """Show a picture in the text, and go on with the next one."""
        shown: Sequence[Picture] = self._reader.view.pictures
        if number < len(shown) and shown[number] == picture:
            self._reader.view.show_picture(number, _image(found))
            self._waiting = [other for other in self._waiting if other != number]
        self._next()

    # One of them, large

    def show_first(self) -> None:
        """Show the first picture in view large, or say that there is none."""
        number = self._reader.view.picture_in_view()
        if number is None:
            self._messages.said.emit(NONE_HERE)
        else:
            self.show_large(number)

    def show_large(self, number: int) -> None:
        """Show a picture over the text, with its caption."""
        view, large = self._reader.view, self._reader.large
        shown = view.shown_pictures
        large.open(number, view.caption(number), shown.index(number) + 1, len(shown))
        self._ask(self._large, number, *large.room())

    def step(self, step: int) -> None:
        """Go on to the next (1) or the previous (-1) picture of the page, while there is one."""
        shown = self._reader.view.shown_pictures
        at = shown.index(self._reader.large.number) + step
        if 0 <= at < len(shown):
            self.show_large(shown[at])

    def _take_large(self, number: int, found: object) -> None:
        large = self._reader.large
        if large.isVisible() and large.number == number:
            large.show_image(_image(found))


def _image(found: object) -> QImage | str:
    """Return a picture, or the sentence why there is none."""
    return found.image() if isinstance(found, Pixels) else str(found)
