"""What one document of a story tells: its figures with nouns, owners and days found for them."""
