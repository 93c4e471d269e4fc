"""Documents of invented provinces with known truth, for tests of scale and of audits."""

from .annotated import AnnotatedText
from .catalogue import CAPACITY, Assignment, Province, assignment
from .documents import compose, possible_slips
from .draft import Slip
from .registering import write_register
from .remarks import BY_OWN_DAY, OWN_DAY, SLIPS

__all__ = [
    "BY_OWN_DAY",
    "CAPACITY",
    "OWN_DAY",
    "SLIPS",
    "AnnotatedText",
    "Assignment",
    "Province",
    "Slip",
    "assignment",
    "compose",
    "possible_slips",
    "write_register",
]
