"""Run builds that kill themselves, one at each progress step: `python -m tests.killed_builds DATA VAR FOLDER`.

FOLDER/<number> starts as a copy of VAR, with its files linked, and is left as the killed build left it. Prints the
number of builds that died. The last step is the one after which the build ends by itself.
"""

import os
import shutil
import signal
import sys
from pathlib import Path

from sidang.build import build

FIRST = "checking the rules of queries/checks"


def main(data_dir: Path, served: Path, folder: Path) -> int:
    """Kill builds until one is let through; returns how many were killed."""
    killed = 0
    while True:
        output = folder / str(killed)
        shutil.copytree(served, output, copy_function=os.link)
        child = os.fork()
        if child == 0:
            build(data_dir, output, _Killer(killed))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0:
            shutil.rmtree(output)
            return killed
        if not os.WIFSIGNALED(status) or os.WTERMSIG(status) != signal.SIGKILL:
            raise RuntimeError(f"The build ended in another way than by SIGKILL at step {killed}: {status}.")
        killed += 1


class _Killer:
    """A progress that lets `steps` messages pass from FIRST on and kills the process at the next."""

    def __init__(self, steps: int) -> None:
        self.steps: int = steps
        self.is_counting = False

    def __call__(self, message: str) -> None:
        self.is_counting = self.is_counting or message == FIRST
        if self.is_counting:
            if self.steps == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            self.steps -= 1


if __name__ == "__main__":
    print(main(*(Path(argument) for argument in sys.argv[1:])))
