"""Files in, Documents out: one module a file format, found by suffix and by sniffing."""
