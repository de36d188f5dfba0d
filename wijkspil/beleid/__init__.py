"""The register of policy: what happened around us, what we want to save, what people said, what we learn, and what we tell the council."""
