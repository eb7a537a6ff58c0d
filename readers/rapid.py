"""
Words by RapidOCR: PaddleOCR's models for detection and recognition, on onnxruntime, without a network.

From version 1.29 on onnxruntime tells its maker of each start and of the models it runs, unless it is told not to.

Lines are found in a smaller picture of the page, which is as good and much faster, and read in the picture as it is.
RapidOCR's own word boxes are not used: after a blank they give the certainty of the wrong character. A line is parted
here, where a blank was recognised and the picture is white.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readers.recognition import EngineError
from readers.scan_page import RecognisedWord

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grey = NDArray[np.uint8]
    Quad = NDArray[np.float32]

Run = tuple[float, float]
"""From and to, in dots from the left of a line."""

DETECTION_SIDE = 1_280
"""Dots of the longer side of the picture in which lines are looked for; a multiple of 32."""
MAX_ENLARGED = 2.0
"""A page with few dots is enlarged so many times at most."""
MIN_LINE = 4
"""Dots of the lowest and the narrowest line that is read."""
MIN_READ = 128
"""Dots to which a short line is filled up, at a height of 48."""
MAX_LONG = 250
"""Times as wide as high that a line of words is; across A4 on its side, in the smallest print, it is 180 times."""
MAX_READ = 6_000
"""Widths of all lines of a page, each in heights of its line, that are read: about 40 s. An SOP has 600, a page closely
printed in 8 points 4,000; a page with more is dirt."""
MIN_SCORE = 0.5
"""A line that is less certain is a figure or dirt ..."""
SHORT, MIN_SIGN_SCORE = 2, 0.1
"""... but for so few characters: a disc or a square that ticks a cell is like many letters, and counts as any."""
WIDE_GAP = 1.2
"""White between two letters, as a share of the height of their line, that parts words without a blank."""
SIDEWAYS = 2.5
"""A line so many times as high as wide runs upwards or downwards ..."""
MIN_SIDEWAYS = 0.3
"""... when it is at least so many inches high."""
SMALLEST_SIGN, LARGEST_SIGN = 0.025, 0.22
"""Inches of the longer side of a sign that stands alone."""
MIN_SIGN = 0.0003
"""Square inches of its ink: half of a dash."""
SIGN_GAP = 0.05
"""Inches between two signs that belong together."""
LINE_HEIGHT = 0.17
"""Inches of a usual line."""
MAX_LONE = 150
"""Signs that stand alone on one page; a table of 30 rows has 60."""
DARKER = 25
"""Steps of grey by which ink is darker than the paper."""
INK = 0.6
"""Share of the way from the darkest to the lightest dot of a line below which a dot is ink."""


def rapid() -> Rapid | None:
    """The engine, or None where its models are not beside it: they are never fetched."""
    found = importlib.util.find_spec("rapidocr")
    if found is None or found.origin is None:
        return None
    models = Path(found.origin).parent / "models"
    detection, recognition = sorted(models.glob("*_det_*.onnx")), sorted(models.glob("*_rec_*.onnx"))
    return Rapid(detection[-1], recognition[-1]) if detection and recognition else None


class Rapid:
    """RapidOCR with its models loaded at the first page."""

    def __init__(self, detection: Path, recognition: Path) -> None:
        self._models = detection, recognition
        self.title = f"RapidOCR {importlib.metadata.version('rapidocr')}"
        runtime = importlib.metadata.version("onnxruntime")
        self.key = f"{self.title}; onnxruntime {runtime}; {detection.name}; {recognition.name}; {DETECTION_SIDE}; 2"
        self._engine: Any = None

    def recognise(self, grey: Grey, dots: float) -> list[RecognisedWord]:
        """
        Recognise words; see `readers.recognition.Recogniser`.

        Raises:
            EngineError: RapidOCR or its runtime failed.
        """
        try:
            return list(self._words(grey, dots))
        except (MemoryError, EngineError):
            raise
        except Exception as error:
            raise EngineError(f"{self.title} gagal mengenali tulisan ({type(error).__name__})") from error

    def _words(self, grey: Grey, dots: float) -> Iterator[RecognisedWord]:
        engine = self._loaded()
        quads = _lines(engine, grey)
        quads += lone_signs(grey, dots, quads)
        quads = self._readable(quads)
        upright = [quad for quad in quads if not _is_sideways(quad, dots)]
        crops = [_crop(grey, quad) for quad in upright]
        for quad, crop, line in zip(upright, crops, _read(engine, crops), strict=True):
            yield from _words(quad, crop, line)
        for quad in quads:
            if _is_sideways(quad, dots):
                yield from _sideways(engine, grey, quad)

    def _readable(self, quads: Sequence[Quad]) -> list[Quad]:
        """
        Lines that may be words.

        Raises:
            EngineError: They are more than a page holds.
        """
        lengths = [max(_size(quad)) / max(1, min(_size(quad))) for quad in quads]
        readable = [(quad, length) for quad, length in zip(quads, lengths, strict=True) if length <= MAX_LONG]
        if sum(length for _, length in readable) > MAX_READ:
            raise EngineError(f"tulisan di halamannya terlalu padat bagi {self.title}")
        return [quad for quad, _ in readable]

    def _loaded(self) -> Any:
        if self._engine is None:
            os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # it is looked at once, when onnxruntime is loaded
            import cv2  # noqa: PLC0415 - large
            import onnxruntime  # noqa: PLC0415
            from rapidocr import RapidOCR  # noqa: PLC0415

            onnxruntime.disable_telemetry_events()  # Windows does not look at it
            cv2.setNumThreads(1)
            self._engine = RapidOCR(params=self._settings())
        return self._engine

    def _settings(self) -> dict[str, object]:
        detection, recognition = map(str, self._models)
        return {
            "Global.log_level": "critical",
            "Global.use_cls": False,  # it turns "90" upside down to "06"
            "Global.return_word_box": True,
            "Global.max_side_len": 2 * DETECTION_SIDE,
            "Det.limit_type": "max",
            "Det.limit_side_len": 2 * DETECTION_SIDE,
            "Rec.rec_img_shape": [3, 48, MIN_READ],
            "Rec.rec_batch_num": 1,  # no line is read otherwise for the lines beside it
            "Det.model_path": detection,
            "Rec.model_path": recognition,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }


# lines ------------------------------------------------------------------------------------------------------------


def _lines(engine: Any, grey: Grey) -> list[Quad]:
    """Where lines of words stand: four corners each, from the top left one on clockwise."""
    import cv2  # noqa: PLC0415

    scale = min(DETECTION_SIDE / max(grey.shape), MAX_ENLARGED)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    boxes = engine(cv2.cvtColor(small, cv2.COLOR_GRAY2BGR), use_det=True, use_rec=False).boxes
    if boxes is None:
        return []
    quads = [(box / scale).astype("float32") for box in boxes]
    return [quad for quad in quads if min(_size(quad)) >= MIN_LINE]


def _size(quad: Quad) -> tuple[int, int]:
    """Width and height."""
    import numpy as np  # noqa: PLC0415

    a, b, c, d = quad
    norm = np.linalg.norm
    return int(max(norm(a - b), norm(c - d))), int(max(norm(a - d), norm(b - c)))


def _crop(grey: Grey, quad: Quad) -> Grey:
    import cv2  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    width, height = _size(quad)
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype="float32")
    matrix = cv2.getPerspectiveTransform(quad, corners)
    crop = cv2.warpPerspective(grey, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE, flags=cv2.INTER_CUBIC)
    return np.asarray(crop, dtype=np.uint8)


def lone_signs(grey: Grey, dots: float, quads: Sequence[Quad]) -> list[Quad]:
    """
    Where signs stand that are no line: a dash, a tick, a digit alone in its cell, which the detection passes over.

    Args:
        grey: The page.
        dots: Its dots an inch.
        quads: Lines that were found.

    Returns:
        Boxes as high as a line of words around each; none on a page with more than `MAX_LONE`, which is dirty.
    """
    import cv2  # noqa: PLC0415 - large
    import numpy as np  # noqa: PLC0415

    found = np.zeros(grey.shape, np.uint8)
    for quad in quads:
        cv2.fillConvexPoly(found, quad.astype(np.int32), 1)
    _, labels, stats, middles = cv2.connectedComponentsWithStats(_ink(grey, dots), connectivity=8)
    width, height, ink = stats[:, 2] / dots, stats[:, 3] / dots, stats[:, 4] / dots**2
    longer = np.maximum(width, height)
    signs = (longer >= SMALLEST_SIGN) & (longer <= LARGEST_SIGN) & (ink >= MIN_SIGN)
    signs &= found[middles[:, 1].astype(int), middles[:, 0].astype(int)] == 0
    signs[0] = False
    grown = cv2.dilate(signs[labels].astype(np.uint8), np.ones((1, 2 * round(SIGN_GAP * dots) + 1), np.uint8))
    _, _, groups, _ = cv2.connectedComponentsWithStats(grown, connectivity=8)
    return [_around_sign(group, dots) for group in groups[1:]] if len(groups) <= MAX_LONE else []


def _ink(grey: Grey, dots: float) -> Grey:
    """255 where a dot is darker than the paper around it."""
    import cv2  # noqa: PLC0415 - large
    import numpy as np  # noqa: PLC0415

    window = 2 * max(1, round(0.05 * dots)) + 1
    smooth = cv2.GaussianBlur(grey, (3, 3), 0)
    return np.asarray(
        cv2.adaptiveThreshold(smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, DARKER), np.uint8
    )


def _around_sign(group: Any, dots: float) -> Quad:
    """The box of a sign, as high as a line, with some paper at both sides."""
    import numpy as np  # noqa: PLC0415 - large

    x, y, width, height = (int(value) for value in group[:4])
    air = SIGN_GAP * dots / 2
    middle, half = y + height / 2, max(height / 2 + air, LINE_HEIGHT * dots / 2)
    x0, x1 = x + air, x + width - air
    corners = [[x0, middle - half], [x1, middle - half], [x1, middle + half], [x0, middle + half]]
    return np.array(corners, dtype=np.float32)


def _is_sideways(quad: Quad, dots: float) -> bool:
    """Whether a line runs upwards or downwards; a lone digit is high, too."""
    width, height = _size(quad)
    return height >= SIDEWAYS * width and height >= MIN_SIDEWAYS * dots


def _sideways(engine: Any, grey: Grey, quad: Quad) -> Iterator[RecognisedWord]:
    """Read a line that runs upwards or downwards, as the heading of a narrow column; it is one word with blanks."""
    import numpy as np  # noqa: PLC0415

    turned = [np.roll(quad, shift, axis=0) for shift in (1, -1)]
    lines = _read(engine, [_crop(grey, one) for one in turned])
    line = max(lines, key=lambda line: line.score)
    if line.score >= MIN_SCORE and line.letters:
        text = "".join(" " * letter.after_blank + letter.text for letter in line.letters).strip()
        (x0, y0), (x1, y1) = quad.min(axis=0), quad.max(axis=0)
        yield RecognisedWord(float(x0), float(y0), float(x1), float(y1), text, _certainty(line.letters))


@dataclass(frozen=True, slots=True)
class _Letter:
    """A recognised character; blanks are none."""

    text: str
    x: float
    """About its middle, in dots from the left of its line."""
    score: float
    after_blank: bool


@dataclass(frozen=True, slots=True)
class _Line:
    letters: tuple[_Letter, ...]
    score: float


def _read(engine: Any, crops: Sequence[Grey]) -> list[_Line]:
    """What stands in the lines."""
    import cv2  # noqa: PLC0415

    if not crops:
        return []
    found = engine.recognize_txt([cv2.cvtColor(crop, cv2.COLOR_GRAY2BGR) for crop in crops])
    results = zip(crops, found.txts, found.scores, found.word_results, strict=True)
    return [_Line(tuple(_letters(text, info, crop.shape[1])), float(score)) for crop, text, score, info in results]


def _letters(text: str, info: Any, width: int) -> Iterator[_Letter]:
    """
    Characters with their places: the model tells each in one of the columns into which it parts the line.

    Args:
        text: The line.
        info: RapidOCR's `WordInfo`: scores of all characters, and the columns of those that are no blanks.
        width: Of the line, in dots.
    """
    columns = [column for word in info.word_cols for column in word]
    scores = dict(enumerate(info.confs))
    blank, at = False, 0
    for index, character in enumerate(text):
        if character.isspace():
            blank = True
            continue
        yield _Letter(character, (columns[at] + 0.5) * width / info.line_txt_len, scores.get(index, 0.0), blank)
        blank, at = False, at + 1


# words ------------------------------------------------------------------------------------------------------------


def _words(quad: Quad, crop: Grey, line: _Line) -> Iterator[RecognisedWord]:
    """Yield the words of a line, cut where the picture is blank."""
    if not line.letters or line.score < (MIN_SCORE if len(line.letters) > SHORT else MIN_SIGN_SCORE):
        return
    white = _white_runs(crop)
    width = float(crop.shape[1])
    start = white[0][1] if white and white[0][0] == 0 else 0.0
    letters: list[_Letter] = []
    for letter in line.letters:
        cut = _cut(letters[-1], letter, white, crop.shape[0]) if letters else None
        if cut:
            yield _word(quad, width, letters, (start, cut[0]))
            letters, start = [], cut[1]
        letters.append(letter)
    yield _word(quad, width, letters, (start, white[-1][0] if white and white[-1][1] == width else width))


def _cut(before: _Letter, letter: _Letter, white: Sequence[Run], height: int) -> Run | None:
    """Where a word ends and the next begins; None within a word."""
    middles = before.x, letter.x
    within = (run for run in white if run[0] < middles[1] and run[1] > middles[0])
    run = max(within, key=lambda run: run[1] - run[0], default=None)
    if letter.after_blank:
        return run or (sum(middles) / 2, sum(middles) / 2)
    return run if run and run[1] - run[0] > WIDE_GAP * height else None


def _white_runs(crop: Grey) -> list[Run]:
    """Stretches of a line, from left to right, in which no dot at the height of letters is ink."""
    import numpy as np  # noqa: PLC0415

    height = crop.shape[0]
    middle = crop[height // 5 : max(height // 5 + 1, height - height // 5)]
    low, high = np.percentile(middle, (1, 90))
    white = middle.min(axis=0) > low + INK * (high - low)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], white, [False])).astype(np.int8)))
    return [(float(start), float(end)) for start, end in edges.reshape(-1, 2)]


def _word(quad: Quad, width: float, letters: Sequence[_Letter], run: Run) -> RecognisedWord:
    """The word of these letters, which takes this stretch of its line."""
    corners = [_between(quad, x / width, side) for x in run for side in (0, 1)]
    lefts, tops = zip(*corners, strict=True)
    text = "".join(letter.text for letter in letters)
    return RecognisedWord(min(lefts), min(tops), max(lefts), max(tops), text, _certainty(letters))


def _certainty(letters: Iterable[_Letter]) -> int:
    """Of the least sure letter: a word with one wrong letter is wrong."""
    return int(100 * min(letter.score for letter in letters))


def _between(quad: Quad, share: float, side: int) -> tuple[float, float]:
    """The point at a share of the upper (0) or lower (1) side of a line."""
    left, right = (quad[0], quad[1]) if side == 0 else (quad[3], quad[2])
    x, y = left + (right - left) * share
    return float(x), float(y)
