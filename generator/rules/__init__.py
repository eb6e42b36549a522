"""Every decision the product makes: pure functions from records and a date to results."""
