"""Who does the work of a batch: engines behind one small interface.

`Serial` works in this process, `Local` in supervised processes of this machine.
"""

from .interface import Engine, Failed, Limits, Stop, Work
from .serial import Serial

__all__ = ["Engine", "Failed", "Limits", "Serial", "Stop", "Work"]
