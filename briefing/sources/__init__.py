"""A file becomes an article: read whole, cut into blocks, each with its kind and the reason."""
