"""Who runs it: municipalities, their districts, teams and people, and who may decide what (H9)."""
