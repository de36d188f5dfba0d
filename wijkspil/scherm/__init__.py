"""What every door needs to make a page, and nothing of any door: a PDF as an answer, the five steps."""
