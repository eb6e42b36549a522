"""From bytes to records: YAML text, JSON Schema, records. Nothing here reads a file."""
