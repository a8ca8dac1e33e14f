"""Views of a store: pages of facts, and the graph of relations."""
