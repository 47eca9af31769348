"""The engine that keeps the index in Whoosh's files: all that knows Whoosh, its formats, or the arrays beside them."""
