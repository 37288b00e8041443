"""The register of documents: what is live, and what could not be read. It must survive."""
