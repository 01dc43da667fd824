"""What a journal has decided about findings: which rules count and how much, which findings are accepted, and why."""
