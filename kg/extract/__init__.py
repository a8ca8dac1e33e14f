"""Mentions and facts: tokens become cells, cells mentions, mentions facts. No RDF here."""
