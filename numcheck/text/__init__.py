"""Reading text as text: sentences, quotations, zones, length-keeping folding, lexicons."""
