"""Formats that LibreOffice must turn into newer ones, where it is installed.

It runs without a window, with a profile of its own in a temporary folder, without macros and without
following links, for a bounded time, and leaves nothing behind.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from ..errors import IntakeError

SECONDS = 180
"""Longest time for one file; a report of 100 pages takes three."""

_MOST_MEMORY = 8 << 30  # of addresses, which is several times what is used
_MOST_WRITTEN = 256 << 20

_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
# No macros, no links to other files or to the network, no recovery of what another run left.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""
# A proxy that is not there: what asks for the network all the same gets none.
_NO_NETWORK = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy"), "http://127.0.0.1:9")
_INHERITED = ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "PROGRAMFILES", "LD_LIBRARY_PATH")


def find_program() -> str | None:
    """The path of LibreOffice's program; null where it is not installed."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    return next((place for place in _PLACES if Path(place).is_file()), None)


def convert(data: bytes, ending: str, target: str, name: str) -> bytes:
    """A file as LibreOffice writes it in another format, both given by endings ('.doc', '.docx').

    Raises IntakeError with code `needs-libreoffice`, `conversion-timeout` or `conversion-failed`.
    """
    program = find_program()
    if program is None:
        raise IntakeError(
            "needs-libreoffice", f"{name}: {ending} files are read through LibreOffice; install it"
        )
    # Some of its helpers may still be writing when the folder goes.
    with tempfile.TemporaryDirectory(prefix="cchc-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        settings = folder / "profile" / "user"
        settings.mkdir(parents=True)
        (settings / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        written = folder / f"document{ending}"
        written.write_bytes(data)
        complaint = _run(program, folder, written, target, name)
        converted = folder / "out" / f"document{target}"
        if not converted.is_file():
            raise IntakeError(
                "conversion-failed", f"{name}: LibreOffice cannot read it {complaint}"
            )
        if converted.stat().st_size > _MOST_WRITTEN:
            raise IntakeError("too-large-inside", f"{name}: becomes too large")
        return converted.read_bytes()


def _run(program: str, folder: Path, written: Path, target: str, name: str) -> str:
    """Let LibreOffice convert one file; what it complains of."""
    profile = (folder / "profile").as_uri()
    command = (
        program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nologo",
        "--nodefault", "--nolockcheck", "--nofirststartwizard", "--convert-to", target[1:],
        "--outdir", str(folder / "out"), str(written),
    )  # fmt: skip
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=_environment(folder),
        process_group=0,  # ended as a whole; the session stays that of whoever reads the file
    )
    _limit_memory(process.pid)
    try:
        _, complaint = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired as error:
        raise IntakeError(
            "conversion-timeout", f"{name}: LibreOffice took more than {SECONDS} seconds"
        ) from error
    except OSError as error:
        raise IntakeError("conversion-failed", f"{name}: {error}") from error
    finally:
        _end(process)
    return complaint.decode("utf-8", "replace").strip()[:200]


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    own = dict.fromkeys(("HOME", "TMPDIR", "TMP", "TEMP", "XDG_RUNTIME_DIR"), str(folder))
    return {**kept, **own, **_NO_NETWORK, "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}


def _limit_memory(process_id: int) -> None:
    if sys.platform == "linux":
        import resource

        with suppress(OSError, ValueError):
            resource.prlimit(process_id, resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and all that it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stderr:
        process.stderr.close()
