"""Own trajectories: one for a resident, and the comparison of both arms."""
