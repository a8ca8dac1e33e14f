"""RDF: readings become quads, quads become text."""
