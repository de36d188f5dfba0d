"""Talking and finding out: appointments, the conversation, the matrix, the investigation and its clocks."""
