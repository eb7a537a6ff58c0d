"""The first text of a new rule: it loads, its cases pass, and it says what is still to be filled in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from schemas.rule import Rule

MARK = "ISI:"
"""Stands where the author has something to fill in."""
OWN = "X"
"""Codes of organisations begin with it; those of patuh never do."""

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")
_LETTERS = 3

TEMPLATE = """\
# yaml-language-server: $schema={schema}
#
# Aturan ini sudah sah dan kasus ujinya lulus, tetapi masih contoh. Gantilah setiap bagian bertanda "{mark}".
# Fakta yang dapat dipakai: docs/facts.md. Cara menulis aturan: docs/rule-authoring.md.
# Sesudah itu: patuh rules check {folder} dan patuh rules test --rules {folder} --mutate --only {name}

code: {code}                            # kode pendek untuk tabel; tidak pernah dipakai ulang
title: {{id: '{mark} judul temuan', en: '{mark} title of the finding'}}
why:
  id: '{mark} mengapa hal ini penting bagi pelaksana atau pemeriksa.'
  en: '{mark} why it matters.'
applies_to: [sop]
severity: minor                         # {mark} critical, major, minor, advice
confidence: high                        # {mark} high, medium, low: seberapa pasti temuannya
component: prosedur                     # {mark} komponen dalam rules/grading.yaml
source:                                 # {mark} dari mana syarat ini berasal
  - regulation: permenpanrb-35-2012     # id dalam regulations.yaml
    clause: '{mark} pasal atau bagian'
    modality: should                    # shall (wajib) atau should (sebaiknya)
    asks: {{id: '{mark} apa yang diminta peraturan', en: '{mark} what the regulation asks'}}
params: {{fewest: 3}}                     # {mark} angka yang boleh diubah instansi dalam patuh.toml
doubts:                                 # kapan aturan ini tidak dapat menilai
  - when:
      - d: document
        where: {{steps: unreadable}}
    reason: {{id: Tabel langkah tidak dapat dibaca., en: The table of steps could not be read.}}
when:                                   # {mark} fakta yang bersama-sama merupakan kekurangan
  - t: step_table
    where: {{steps: {{lt: params.fewest}}}}
finding:
  at: [t]                               # fakta yang tempatnya ditunjukkan
  condition:
    id: '{mark} Tabel langkah hanya memuat {{t.steps}} langkah; sekurang-kurangnya {{params.fewest}}.'
    en: '{mark} The table has {{t.steps}} steps only; at least {{params.fewest}} are expected.'
  effect: {{id: '{mark} akibatnya.', en: '{mark} what follows from it.'}}
  recommendation: {{id: '{mark} apa yang harus dilakukan.', en: '{mark} what to do.'}}
examples:
  breaks: {{id: '{mark} contoh yang melanggar.', en: '{mark} an example that breaks it.'}}
  keeps: {{id: '{mark} contoh yang memenuhi.', en: '{mark} an example that keeps it.'}}
cases:                                  # {mark} bukti: yang melanggar, yang mirip tetapi benar, yang tidak terbaca
  - name: two steps
    name_id: dua langkah
    expect: flagged
    severity: minor
    facts:
      - {{kind: step_table, steps: 2}}
  - name: exactly three steps
    name_id: tepat tiga langkah
    expect: clean
    facts:
      - {{kind: step_table, steps: 3}}
  - name: a table that could not be read
    name_id: tabel yang tidak terbaca
    expect: not-evaluated
    facts:
      - {{kind: document, steps: unreadable}}
  - name: no table of steps
    name_id: tidak ada tabel langkah
    expect: not-applicable
    facts:
      - {{kind: document, steps: absent}}
"""


def is_rule_name(name: str) -> bool:
    """Whether *name* is ``topic/name`` as rules are named."""
    return _NAME.fullmatch(name) is not None


def next_code(topic: str, rules: Iterable[Rule], *, own: bool) -> str:
    """
    Return the next free code for a rule of *topic*.

    The rules of patuh (*own* false) go on with the letters that the topic uses most. An organisation's codes begin
    with `OWN`, so that no later version of patuh takes them.
    """
    codes = [(rule.name.partition("/")[0], *rule.code.split("-")) for rule in rules]
    used = Counter(
        letters for where, letters, _ in codes if where == topic and own == (letters[0] == OWN and len(letters) > 2)
    )
    letters = used.most_common(1)[0][0] if used else _letters(topic, own=own)
    numbers = {int(number) for _, given, number in codes if given == letters}
    return f"{letters}-{next(number for number in range(1, 100) if number not in numbers):02}"


def unfilled(paths: Iterable[Path]) -> Iterator[tuple[Path, int, str]]:
    """Yield file, line and text of what is still to be filled in."""
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if MARK in line and not line.startswith("#"):
                yield path, number, line.strip()


def _letters(topic: str, *, own: bool) -> str:
    letters = "".join(sign for sign in topic.upper() if sign.isascii() and sign.isalpha()) or "AT"
    return (OWN + letters + "XX")[:_LETTERS] if own else (letters + "XX")[:_LETTERS]
