"""Stores: where quads are kept and asked."""
