"""What patuh knows beside the document: the tables of `rules/` that facts are made with."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.language.lexicon import Lexicon
from engine.register import Register
from schemas.akip import Akip
from schemas.glossary import Glossary
from schemas.ratings import Ratings


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The tables; each is empty where a caller has none, and then no fact is made that needs it."""

    register: Register = field(default_factory=lambda: Register({}, ()))
    glossary: Glossary = field(default_factory=Glossary)
    akip: Akip | None = None
    """The criteria of the evaluation of SAKIP."""
    ratings: Ratings | None = None
    """The scale of achievement that counts where a document declares none."""
    lexicon: Lexicon = field(init=False, compare=False, repr=False)
    """What to ask about single words; it reads the dictionary when the first word is looked up."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "lexicon", Lexicon(self.glossary))
