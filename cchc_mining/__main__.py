"""`python -m cchc_mining`: the command line where the `cchc` command is not on the path."""

from .cli import main

main(prog_name="cchc")
