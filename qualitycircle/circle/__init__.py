"""What we change: rounds, proposals, decisions, history."""
