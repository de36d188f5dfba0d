"""Application, formal decision or agreement without decision, and the objection term."""
