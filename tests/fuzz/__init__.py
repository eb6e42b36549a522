"""Inputs that nobody would type, and what must hold of the program whatever it is given."""
