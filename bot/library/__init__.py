"""What a reader asks for: quotes, verdicts, summaries, timelines, positions."""
