"""The edges: texts, files and displays, one outside form a module."""
