"""What goes wrong, told so that the reader can put it right."""


class Problem(Exception):
    """Something that keeps us from going on: what it is, what was found, and how to put it right."""

    def __init__(self, what: str, *remedies: str) -> None:
        super().__init__("\n  ".join([what, *remedies]))
