"""Tokens, sentences, languages and suffixes: text before any meaning."""
