"""Who does the work of a batch: engines behind one small interface.

`Serial` works in this process, `Local` in supervised processes of this machine, `Ray` in those of
the machines of a cluster.
"""

from .background import meanwhile
from .cluster import Ray
from .interface import Engine, Failed, Limits, Stop, Work
from .interrupts import stopped_by_interrupt
from .local import Local
from .naming import ENGINE_NAMES, EngineName, engine_named
from .serial import Serial

__all__ = [
    "ENGINE_NAMES",
    "Engine",
    "EngineName",
    "Failed",
    "Limits",
    "Local",
    "Ray",
    "Serial",
    "Stop",
    "Work",
    "engine_named",
    "meanwhile",
    "stopped_by_interrupt",
]
