"""Pictures of pages: of all kinds, however they lie, and what costs more than a page should."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageFile

from readers.errors import ReadError
from readers.images import read_image
from readers.options import ReadOptions
from readers.reader import is_picture, most_bytes, read_document
from readers.recognition import RecognisedWord
from readers.scan_limits import ScanLimits
from tests.test_ocr import LETTER, Stand, codes, grey_of, letter, texts, use


def page(dots: int = 200) -> Image.Image:
    return Image.fromarray(grey_of(letter(), dots=dots))


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


class Seeing(Stand):
    """Notes what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[np.ndarray, float]] = []

    def recognise(self, grey: np.ndarray, dots: float) -> list[RecognisedWord]:
        self.seen.append((grey, dots))
        return super().recognise(grey, dots)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Seeing:
    engine = Seeing()
    use(monkeypatch, engine)
    return engine


def test_a_photo_of_a_letter_says_what_the_letter_says() -> None:
    document = read_document(saved(page(), "JPEG", quality=70, dpi=(200, 200)), name="surat.dat")
    assert LETTER.replace(" ", "").splitlines() == [text.replace(" ", "") for text in texts(document)]
    assert document.media == "image/jpeg"
    assert [("ocr", 595, 842)] == [(one.source, round(one.width), round(one.height)) for one in document.pages]


def rgba(image: Image.Image) -> Image.Image:
    """Black letters on nothing, which would be black, too."""
    found = Image.new("RGBA", image.size, (0, 0, 0, 0))
    found.putalpha(Image.eval(image, lambda dot: 255 - dot))
    return found


def palette_on_nothing(image: Image.Image) -> Image.Image:
    found = image.convert("P")
    found.info["transparency"] = 255
    return found


def deep(image: Image.Image) -> Image.Image:
    return Image.fromarray(np.asarray(image).astype(np.uint16) * 257)


KINDS: dict[str, tuple[str, Callable[[Image.Image], Image.Image], dict[str, object]]] = {
    "png": ("PNG", lambda image: image, {}),
    "png-bits": ("PNG", lambda image: image.convert("1"), {}),
    "png-rgb": ("PNG", lambda image: image.convert("RGB"), {}),
    "png-see-through": ("PNG", rgba, {}),
    "png-grey-see-through": ("PNG", lambda image: rgba(image).convert("LA"), {}),
    "png-palette": ("PNG", lambda image: image.convert("P"), {}),
    "png-palette-see-through": ("PNG", palette_on_nothing, {}),
    "png-16-bits": ("PNG", deep, {}),
    "jpeg": ("JPEG", lambda image: image, {}),
    "jpeg-cmyk": ("JPEG", lambda image: image.convert("CMYK"), {}),
    "tiff": ("TIFF", lambda image: image, {}),
    "tiff-16-bits": ("TIFF", deep, {}),
    "tiff-fax": ("TIFF", lambda image: image.convert("1"), {"compression": "group4"}),
    "tiff-lzw": ("TIFF", lambda image: image.convert("RGB"), {"compression": "tiff_lzw"}),
    "bmp": ("BMP", lambda image: image.convert("RGB"), {}),
    "webp": ("WEBP", lambda image: image.convert("RGB"), {"lossless": True}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_picture_shows_the_same_page(kind: str, engine: Seeing) -> None:
    """By its content, whatever its name; black on white."""
    name, change, options = KINDS[kind]
    source = page(100)
    data = saved(change(source), name, **options)
    assert is_picture(data[:32])
    document = read_document(data, name="halaman.bin")
    assert document.media == f"image/{name.lower()}"
    grey, _ = engine.seen[0]
    dark = np.asarray(source) < 128
    assert grey.shape == dark.shape
    assert ((grey < 128) == dark).mean() > 0.995


@pytest.mark.parametrize("kind", ["JPEG", "TIFF", "PNG"])
@pytest.mark.parametrize(("orientation", "turned"), [(3, 180), (6, 90), (8, 270)])
def test_a_picture_is_turned_as_the_camera_says(kind: str, orientation: int, turned: int, engine: Seeing) -> None:
    source = page(100)
    exif = Image.Exif()
    exif[0x0112] = orientation
    lying = source.rotate(turned, expand=True)
    read_document(saved(lying, kind, exif=exif), name="foto")
    grey, _ = engine.seen[0]
    assert grey.shape == (source.height, source.width)
    assert np.abs(grey.astype(int) - np.asarray(source)).mean() < 3


@pytest.mark.parametrize(
    ("size", "named", "dots"),
    [
        ((1654, 2339), (200, 200), 200),
        ((1654, 2339), None, 200),
        ((1654, 2339), (72, 72), 200),  # what a camera says of every picture
        ((2150, 3300), None, 254),  # F4
        ((827, 1169), (0, 0), 100),
        ((2480, 3508), (300, 300), 300),
        ((1240, 1754), (100_000, 100_000), 150),
    ],
)
def test_dots_to_an_inch_are_those_of_a_sheet_of_paper(
    size: tuple[int, int], named: tuple[int, int] | None, dots: float, engine: Seeing
) -> None:
    options = {} if named is None else {"dpi": named}
    read_document(saved(Image.new("L", size, 255), "TIFF", **options), name="x.tif")
    assert engine.seen[0][1] == pytest.approx(dots, rel=0.01)


def test_a_fax_is_as_high_as_its_page(engine: Seeing) -> None:
    """It has 204 dots to an inch across and 98 down."""
    read_document(saved(Image.new("L", (1728, 1145), 255), "TIFF", dpi=(204, 98)), name="fax.tif")
    grey, dots = engine.seen[0]
    assert dots == pytest.approx(204)
    assert grey.shape == pytest.approx((1145 * 204 / 98, 1728), abs=1)


def test_a_very_fine_picture_is_made_smaller(engine: Seeing) -> None:
    read_document(saved(Image.new("L", (4960, 7016), 255), "PNG", dpi=(600, 600)), name="x.png")
    grey, dots = engine.seen[0]
    assert (grey.shape, dots) == ((3508, 2480), 300)


def test_pages_of_a_tiff_are_read_in_order(engine: Seeing) -> None:
    pages = [Image.new("L", (600 + at, 800), 255) for at in range(3)]
    document = read_document(saved(pages[0], "TIFF", save_all=True, append_images=pages[1:]), name="x.tif")
    assert [600, 601, 602] == list(dict.fromkeys(grey.shape[1] for grey, _ in engine.seen))
    assert [1, 2, 3] == [one.number for one in document.pages]
    assert ["recognised"] == codes(document)


# what is refused --------------------------------------------------------------------------------------------------


def png_head(width: int, height: int) -> bytes:
    """A PNG that says it is so large, and holds nothing."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = zlib.compress(b"\0" * 1_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def endless_tiff() -> bytes:
    """A TIFF whose second page is its first."""
    data = bytearray(saved(Image.new("L", (600, 800), 255), "TIFF"))
    at = struct.unpack_from("<I", data, 4)[0]
    count = struct.unpack_from("<H", data, at)[0]
    struct.pack_into("<I", data, at + 2 + 12 * count, at)
    return bytes(data)


def many_pages(count: int) -> bytes:
    pages = [Image.new("1", (60, 60), 1)] * count
    return saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])


def without_pages() -> bytes:
    return b"II*\0" + struct.pack("<I", 8) + struct.pack("<HI", 0, 0)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(lambda: png_head(50_000, 50_000), "too-large", id="bomb"),
        pytest.param(lambda: png_head(12_000, 12_000), "too-large", id="large"),
        pytest.param(lambda: png_head(2_000, 2_000), "damaged", id="empty-dots"),
        pytest.param(lambda: png_head(0, 0), "damaged", id="no-size"),
        pytest.param(lambda: saved(page(100), "PNG")[:3_000], "damaged", id="cut-png"),
        pytest.param(lambda: saved(page(100), "JPEG")[:3_000], "damaged", id="cut-jpeg"),
        pytest.param(lambda: saved(page(100), "TIFF", compression="tiff_lzw")[:3_000], "damaged", id="cut-tiff"),
        pytest.param(lambda: b"\x89PNG\r\n\x1a\n", "damaged", id="only-a-head"),
        pytest.param(lambda: b"\xff\xd8\xff" + b"x" * 500, "damaged", id="no-jpeg"),
        pytest.param(without_pages, "damaged", id="no-pages"),
        pytest.param(lambda: many_pages(6), "too-many-pages", id="many-pages"),
        pytest.param(lambda: saved(Image.new("L", (16, 16)), "PNG"), "damaged", id="icon"),
    ],
)
def test_a_picture_that_is_none_or_too_much_is_refused(data: Callable[[], bytes], code: str, engine: Seeing) -> None:
    with pytest.raises(ReadError) as caught:
        read_document(data(), name="gambar.png", options=ReadOptions(scans=ScanLimits(pages=5)))
    assert caught.value.code == code
    assert engine.calls == 0


def test_a_cut_picture_is_damaged_whatever_was_done_before(engine: Seeing, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that has drawn a PDF lets Pillow make up what a picture lacks: the same file would be read there."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(ReadError) as caught:
        read_document(saved(page(100), "PNG")[:3_000], name="gambar.png")

    assert caught.value.code == "damaged"


def test_a_tiff_that_goes_round_in_circles_ends(engine: Seeing) -> None:
    """Pillow tells a page it has seen."""
    document = read_document(endless_tiff(), name="x.tif", options=ReadOptions(scans=ScanLimits(pages=5)))
    assert len(document.pages) == 1


def test_a_picture_without_words_is_no_empty_document(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Stand([]))
    with pytest.raises(ReadError, match="tulisan") as caught:
        read_document(saved(page(100), "PNG"), name="logo.png")
    assert caught.value.code == "empty"


def test_more_bytes_than_allowed_are_refused() -> None:
    data = saved(page(100), "PNG")
    options = ReadOptions(scans=ScanLimits(bytes=1_000))
    assert most_bytes(data[:32], "x.txt", options) == (1_000, None)
    with pytest.raises(ReadError) as caught:
        read_image(data, name="x.png", options=options)
    assert caught.value.code == "too-large"


@pytest.mark.parametrize(
    "text", ["BM adalah singkatan dari Bina Marga, bidang pada dinas.", "RIFF dan WEBP", "II. Isi"]
)
def test_a_text_that_begins_like_a_picture_is_a_text(text: str) -> None:
    assert not is_picture(text.encode())
    assert text in texts(read_document(text.encode(), name="x.txt"))[0] or text.startswith("II.")


def test_what_a_library_says_of_a_damaged_picture_is_not_shown(capfd: pytest.CaptureFixture[str]) -> None:
    """The codecs of TIFF write to the screen; the report says all there is to say."""
    data = bytearray(saved(page(), "TIFF", compression="tiff_lzw"))
    data[len(data) // 3 : len(data) // 3 + 400] = bytes(400)
    with pytest.raises(ReadError) as caught:
        read_image(bytes(data), name="surat.tiff", options=ReadOptions())
    assert caught.value.code == "damaged"
    assert capfd.readouterr().err == ""
