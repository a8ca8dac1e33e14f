"""Plain values that pass between the stages; no I/O, no RDF."""
