"""The pages of whole sites, read as a browser reads them."""
