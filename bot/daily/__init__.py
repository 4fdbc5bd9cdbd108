"""The daily post: when it is due, what it tells, and that it goes out once."""
