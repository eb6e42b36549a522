"""Speed and memory, measured on made-up councils of any size."""
