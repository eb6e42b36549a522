"""Pages as values: what each page says, every string final. Nothing here is HTML or a file."""
