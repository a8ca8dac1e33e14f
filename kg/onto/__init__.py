"""The ontology: its words as plain values, its logic checked."""
