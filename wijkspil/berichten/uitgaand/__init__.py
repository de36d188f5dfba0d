"""Messages that we send: built from the database at the moment of sending, stored with their bytes, then handed over.

Two steps, so that a killed worker loses and doubles nothing (M2). The outbox row of an act becomes a stored message with its own
identification in one transaction; only then it is handed over, as often as needed, always the same bytes.
"""
