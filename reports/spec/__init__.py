"""How a run of behaviour specs, and the list of steps that a spec may use, are told."""
