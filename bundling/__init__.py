"""Bundles of evidence: a report with all that it rests on, sealed, verified and audited again years later."""
