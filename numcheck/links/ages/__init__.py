"""Ages and lives: who is how old, and when."""
