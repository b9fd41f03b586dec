"""What several families of links look at: the copy's wording, what is near, what is a slip."""
