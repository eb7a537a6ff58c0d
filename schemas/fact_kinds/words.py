"""The words of the document: spelling, terms, and what is written as in a chat."""

from __future__ import annotations

from schemas.fact_spec import FactKind, flag, number, text

KINDS: dict[str, FactKind] = {
    "prose": FactKind(
        "The running words of the document; one when there are any.",
        {
            "words": number("how many words were read"),
            "readable": flag("most of them are words: the text is not garbled"),
            "spelling_unsure": flag("a word that looks misspelt is no fact: a picture shows it, and it may be misread"),
            "repeated_unsure": flag("the same of a word that looks as if it stood twice"),
        },
    ),
    "misspelling": FactKind(
        "A misspelt word of which it is clear what was meant; one fact for each distinct word.",
        {
            "place": text("heading = in a title, letterhead, heading, label or title of a column", "heading", "text"),
            "known_by": text(
                "list = a misspelling that the glossary lists; near = a near miss of one word", "list", "near"
            ),
            "letters": number("how many letters are wrong; 0 where the glossary lists it"),
            "count": number("how often it stands there"),
            "key": text("the word in small letters"),
        },
        {"printed": "as printed", "standard": "as it should be written"},
    ),
    "repeated_word": FactKind(
        "A word that stands twice running; one fact for each word.",
        {"count": number("how often")},
        {"words": "both words as printed", "word": "the word"},
    ),
    "outdated_term": FactKind(
        "A name that a newer regulation has replaced, in the words of the document itself; one fact for each name.",
        {
            "replaced": flag("the document is younger than the change"),
            "count": number("how often it stands there"),
        },
        {
            "printed": "as printed: 'LAKIP, Lakip'",
            "present": "the present name",
            "by": "the regulation that changed it",
        },
    ),
    "term_variants": FactKind(
        "One thing under several spellings.",
        {
            "kind": text("names = names that exclude each other; case = capital and small letters", "names", "case"),
            "spellings": number("how many spellings"),
            "count": number("how often it stands there, all spellings together"),
        },
        {"thing": "what it is", "spellings": "'Kasubag (2 kali), Kasubbag (1 kali)'", "standard": "the one to use"},
    ),
    "informal_words": FactKind(
        "Words written as in a chat, all together; one fact when there are any.",
        {"words": number("how many different words"), "count": number("how often they stand there")},
        {"list": '\'"yg" (yang), "masing2" (masing-masing)\''},
    ),
}
