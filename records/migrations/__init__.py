"""The register's schema, step by step. `records.schema` runs what is missing at every opening."""
