"""One plan per person: goals, who does what on which rung of the ladder, evaluations, versions."""
