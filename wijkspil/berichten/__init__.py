"""Messages with providers: inbox, outbox, the standard, the exchange."""
