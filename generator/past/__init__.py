"""Everything that asks git: commits, versions of files, signatures, releases."""
