"""Academic degrees, professional titles and titles before a name, as Indonesian officials print them."""

from __future__ import annotations

import re

TITLE_BEFORE = re.compile(
    r"(?<![A-Za-z.])(?:Prof|PROF|Drs|DRS|Dra|DRA|drg|Drg|drh|Drh|dr|Dr|DR|Ir|IR|Hj|HJ|H|K\.?H|Tgk|TGK|apt|Apt|Ns)\.\s?(?=[A-Za-z])"
    r"|(?<![A-Za-z.])(?:Drs|Dra|Ir|Hj|Prof|DRS|DRA)\s+(?=[A-Z])"
)
"""A title that stands before a name and so tells where it begins."""
BEFORE_IN_NAME = frozenset(
    [
        "prof",
        "drs",
        "dra",
        "drg",
        "drh",
        "dr",
        "ir",
        "hj",
        "h",
        "kh",
        "tgk",
        "tgh",
        "ust",
        "ns",
        "apt",
        "r",
        "rd",
        "rr",
        "raden",
    ]
)

_AFTER_S = (
    r"e|h|t|p|s|ip|i\.p|stp|s\.t\.p|sos\.i|sos|pd\.?[a-z]{1,3}|pd|ag|kom|hut|pt|pi|psi|si|sn|ked|kep|keb|kel|kes|km|k\.m|ap|"
    r"a\.p|ik|i\.?kom|farm|gz|mat|th|fil|hum|tr\.[a-z]{1,4}|tr|st|tp|h\.?i|e\.?i|sy|e\.sy|akun|ak|ab|a\.b|stat|ds|par|in|or|kpm|"
    r"pol|adm|m"
)
_AFTER_M = (
    r"si\.?m|si|m|h|t|p|s|pd\.?[a-z]{1,3}|pd|ag|ak|kom|kes|ap|a\.p|hum|a|e|sc|eng|kn|psi|tr\.[a-z]{1,4}|tr|ec\.?dev|ec|sos|"
    r"soc\.?sc|ip|i\.?p|i\.?kom|pa|p\.a|p\.h|b\.a|ba|farm|keb|kep|biomed|th|min|st|par|epid|ling|hut|pt|mt|km|k\.m|h\.?i|ed|sn|"
    r"dev|e\.sy|ars|env"
)
_DOTTED = (
    rf"s\.\s?(?:{_AFTER_S})|m\.\s?(?:{_AFTER_M})|a\.\s?(?:md|ma|mk|ks|p)(?:\.\s?[a-z]{{1,4}})?|b\.\s?(?:a|sc|ac)|"
    r"ph\.?\s?d|d\.\s?(?:ea|ess)|sp\.\s?[a-z]{1,5}(?:\.[a-z]{1,3})?|s\s?\.\s?(?:e|h|t|p|sos|ip|pd|stp)"
)
_PLAIN = (
    r"SE|SH|ST|SP|SS|SKM|SSTP|S\.?STP|SIP|SSos|SSOS|Ssos|SPd|SPD|Spd|SAg|SAG|SPt|SPT|SKom|SKOM|SPi|SPI|SHut|SHUT|SAP|SPsi|SHI|"
    r"SSi|SSI|SSn|SSN|SFarm|SKep|STP|STr|MM|MH|MT|MSi|Msi|MSI|MP|MAP|MPd|MPD|MKes|MKES|MKM|MMT|MEc|MHum|MHUM|MA|MBA|MPA|MPH|MSc|"
    r"MSE|MAk|MAg|MKom|MPSDM|MPWK|MEng|MEngSc|MIP|MTr|M\.?T|M\.?M|M\.?H|M\.?P|AMd|Amd|AMD|Amk|AMK|Ners|NERS|Apt|APT|Ak|AK|CA|"
    r"CGCAE|CRMP|CFrA|CFRA|QIA|QCRO|CRA|CRP|CGAA|CGRM|CPA|CIA|CISA|CRMO|CRGP|CPSP|CPSp|CLMA|CCMs|ERMAP|CSEP|BSc|BA|Dipl|DEA|PhD|"
    r"Bac|IPM|IPU"
)
_DEGREE = re.compile(
    rf"(?P<dot>(?i:(?<![A-Za-z])(?:{_DOTTED})(?![A-Za-z])\.?))|(?P<plain>(?<![A-Za-z.])(?:{_PLAIN})(?![A-Za-z])\.?)"
)
_LETTER_WORD = re.compile(r"[^\W\d_]{3,}")
_BETWEEN = re.compile(r"[\s,.]{0,6}")


def degree_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """The degree that begins right at `start`."""
    return _DEGREE.match(text, start, end)


def first_degree(text: str, start: int, end: int) -> re.Match[str] | None:
    """
    The first degree after a name in `text[start:end]`.

    An initial at the beginning of the name is none, and one without dots (``SE``) counts only where a degree is
    expected: after a comma or a dot, before another degree, or at the end.
    """
    first_word = _LETTER_WORD.search(text, start, end)
    if first_word is None:
        return None
    for match in _DEGREE.finditer(text, start, end):
        if match.start() < first_word.end():
            continue
        before = text[start : match.start()].rstrip()
        after = text[match.end() : end].lstrip(" .")
        if before[-1:] in ",." or not after or after[0] in ",;/" or _DEGREE.match(after):
            return match
        if match["dot"] and not after[0].isalpha():
            return match
    return None


def end_of_degrees(text: str, degree: re.Match[str], end: int) -> int:
    """Where the run of degrees ends that begins with `degree`."""
    position = degree.end()
    while position < end:
        between = _BETWEEN.match(text, position, end)
        following = _DEGREE.match(text, between.end() if between else position, end)
        if following is None:
            break
        position = following.end()
    return position
