"""Forecasts that somebody put on record: dated, kept as they were, and laid beside what came (H2). Steering reads; this room keeps."""
