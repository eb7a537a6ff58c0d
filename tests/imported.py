"""What most runs of patuh import, for `tests.forked`: a process that is forked from here has it already."""

import auditing.check
import auditing.document
import auditing.run
import auditing.workers
import bundling.keys
import bundling.opening
import cli
import engine.audit
import engine.facts
import engine.language.lexicon
import engine.performance_facts
import extraction.sop
import readers.text
import reports.json
import reports.spec.table
import reports.table
import specs.listing
import specs.run
import specs.running

__all__ = ["auditing", "bundling", "cli", "engine", "extraction", "readers", "reports", "specs"]
