"""The program's one entry: `python -m pressmark`, the installed command, the installed app."""

import sys


def main() -> None:
    """Run the command line, which opens the window when it is given no command."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()
    from pressmark import cli

    sys.exit(cli.run(sys.argv[1:]))


if __name__ == "__main__":
    main()
