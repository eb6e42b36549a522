"""From pages to bytes: Jinja templates and Markdown."""
