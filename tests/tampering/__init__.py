"""A repository of some forty commits by five people, with every kind of honest change and tampering."""
