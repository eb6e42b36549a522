"""The records: what a council, a plan, a measure and a finding are. Frozen, and free of I/O."""
