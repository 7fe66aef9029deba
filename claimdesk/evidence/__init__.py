"""What nominated passages are worth: the gates, who says it and when, and what it all adds up to."""
