"""The access: from any first contact to the outcome of the investigation. Holds the hulpvraag, the one file that grows."""
