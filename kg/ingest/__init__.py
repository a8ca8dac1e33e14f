"""Inputs become articles: bytes are read, decoded, cleaned and named."""
