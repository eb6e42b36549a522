"""The commands, one module each: read, decide, write or print."""
