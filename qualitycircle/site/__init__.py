"""Everything becomes pages; the MkDocs plugin is a thin adapter."""
