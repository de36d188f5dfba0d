"""What can stand in the way of a plan; each message says what is wrong, why it matters and what to do next."""


class PlanNietCompleet(ValueError):
    """Something is missing before the plan or the arrangement can be fixed. `punten` lists it, one sentence each."""

    def __init__(self, inleiding: str, punten: list[str]) -> None:
        self.punten = punten
        super().__init__(" ".join([inleiding, *punten]))


class PlanStaatVast(ValueError):
    """The plan was fixed, or the arrangement is with the decision: revise it first."""


class RegelNietMogelijk(ValueError):
    """This line can't be on the ladder like this, or may not be changed any more."""
