"""All SQL: the corpus (a product, rebuilt) and the state (property, migrated)."""
