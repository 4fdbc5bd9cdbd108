"""The parts of /admin, each a family of commands; `cogs.admin` joins them."""
