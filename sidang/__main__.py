"""The command line: check the dataset, build an edition of it, serve it, make one of any size for speed work."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from sidang.build import BuildRefused, VerificationFailed, build
from sidang.check import check
from sidang.dataset import BadDescriptor, NoDataset
from sidang.edition import DamagedEdition, NoEdition, editions_dir
from sidang.faults import Fault, errors
from sidang.format import format_dataset
from sidang.staging import NoRoom
from sidang.synthesize import synthesize

DONE, FAULTS, USAGE = 0, 1, 2
DATA = Path(__file__).resolve().parent.parent / "data"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code: 0 done, 1 the dataset has faults, 2 it was called wrongly."""
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except BuildRefused as refused:
        _print_faults(refused.faults)
        print(f"{refused} The served edition is unchanged.", file=sys.stderr)
        return FAULTS
    except (VerificationFailed, DamagedEdition, NoEdition) as error:
        print(f"sidang: {error}", file=sys.stderr)
        return FAULTS
    except (NoDataset, NoRoom) as error:
        print(f"sidang: {error}", file=sys.stderr)
        return USAGE
    except OSError as error:
        print(f"sidang: '{error.filename}' cannot be used: {error.strerror}. Name another folder.", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        print("sidang: stopped; the served edition is unchanged.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m sidang", description=__doc__)
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    checking = commands.add_parser("check", help="list every fault of the dataset, each with its place and remedy")
    _add_data(checking)
    checking.set_defaults(run=_check)

    formatting = commands.add_parser("format", help="rewrite the files of the dataset in their canonical form")
    _add_data(formatting)
    formatting.set_defaults(run=_format)

    building = commands.add_parser("build", help="check the dataset, make an edition of it and serve that")
    _add_data(building)
    _add_output(building)
    building.set_defaults(run=_build)

    documenting = commands.add_parser("document", help="bring the tables in README.md and data/README.md up to the data")
    documenting.set_defaults(run=_document)

    messages = commands.add_parser("messages", help="bring the catalogues in locale/ in line with the texts of the code")
    messages.set_defaults(run=_messages)

    serving = commands.add_parser("serve", help="serve the dashboard")
    serving.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    serving.add_argument("--port", type=_positive, default=8501, help="port to listen on (default: %(default)s)")
    serving.add_argument("--workers", type=_positive, default=1, help="number of processes (default: %(default)s)")
    serving.set_defaults(run=_serve)

    synthesizing = commands.add_parser("synthesize", help="make an edition of invented meetings, for speed work")
    synthesizing.add_argument("--events", type=_positive, required=True, help="how many meetings")
    synthesizing.add_argument("--places", type=_positive, help="how many cities and areas (default: some for the meetings)")
    synthesizing.add_argument("--seed", type=int, default=1, help="the same seed makes the same edition (default: 1)")
    _add_output(synthesizing, required=True)
    synthesizing.set_defaults(run=_synthesize)
    return parser


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR", help="folder of the dataset (default: data/)")


def _add_output(parser: argparse.ArgumentParser, required: bool = False) -> None:
    default = None if required else editions_dir()
    shown = "" if required else " (default: SIDANG_VAR, else var/)"
    parser.add_argument(
        "--output", type=Path, default=default, required=required, metavar="DIR", help=f"folder of the editions{shown}"
    )


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number from 1 on")
    return int(text)


def _check(chosen: argparse.Namespace) -> int:
    faults = check(chosen.data, _progress)
    _print_faults(faults)
    wrong = len(errors(faults))
    print(f"{_count(wrong, 'fault')} and {_count(len(faults) - wrong, 'warning')} in {chosen.data}", file=sys.stderr)
    return FAULTS if wrong else DONE


def _format(chosen: argparse.Namespace) -> int:
    try:
        rewritten = format_dataset(chosen.data)
    except BadDescriptor as error:
        _print_faults(error.faults)
        return FAULTS
    for file in rewritten.changed:
        print(f"rewrote {file}")
    _print_faults(rewritten.faults)
    return FAULTS if rewritten.faults else DONE


def _build(chosen: argparse.Namespace) -> int:
    edition = build(chosen.data, chosen.output, _progress)
    print(f"{edition.id} is served from {edition.path}")
    return DONE


def _document(_: argparse.Namespace) -> int:
    from sidang.documentation import document

    for path in document(DATA.parent, DATA, build(DATA, editions_dir(), _progress)):
        print(f"rewrote {path}")
    return DONE


def _messages(_: argparse.Namespace) -> int:
    from sidang.messages import update_catalogues

    for path, lacking in update_catalogues().items():
        print(f"{path}: {_count(lacking, 'text')} to translate")
    return DONE


def _serve(chosen: argparse.Namespace) -> int:
    import uvicorn

    from sidang.boundaries import BadBoundaries, boundaries
    from sidang.compressed import compress
    from sidang.time_limit import seconds_allowed

    try:
        boundaries()
        seconds_allowed()
    except (BadBoundaries, ValueError) as error:
        print(f"sidang: {error}", file=sys.stderr)
        return USAGE
    compress(editions_dir(), _progress)
    _progress(f"serving on http://{chosen.host}:{chosen.port}")
    uvicorn.run(
        "sidang.server:app",
        host=chosen.host,
        port=chosen.port,
        workers=chosen.workers,
        ws="sidang.channel:Channel",
        log_level="warning",
        access_log=False,
        server_header=False,
    )
    return DONE


def _synthesize(chosen: argparse.Namespace) -> int:
    edition = synthesize(chosen.events, chosen.seed, chosen.output, _progress, chosen.places)
    print(f"{edition.id} is served from {edition.path}")
    return DONE


def _progress(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def _print_faults(faults: Sequence[Fault]) -> None:
    for fault in faults:
        print(fault)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


if __name__ == "__main__":
    sys.exit(main())
