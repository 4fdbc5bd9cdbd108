"""Questions that rest on evidence, and the round as a pure state machine."""
