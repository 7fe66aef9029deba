"""What the desk keeps beside the registry: the word of people, line by line."""
