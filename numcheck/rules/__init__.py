"""The rule engine: schema, safe expressions, loading and running. The rules themselves are YAML."""
