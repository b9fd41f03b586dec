"""Relations between claims: one module a kind of link."""
