"""The engine: loads and checks rules, judges facts with durable_rules, grades the result."""
