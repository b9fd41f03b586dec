"""What no figure of its sort can be."""
