"""What staff touch: work list, file, and the pages of each step."""
