"""From files to passages, speakers and events. `read` runs the stages; it knows no database."""
