"""What people see and press in Discord: one family of commands a file."""
