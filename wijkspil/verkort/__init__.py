"""The shortened route: clear questions that go faster, with a check afterwards, and an investigation by a provider (H15, H16)."""
