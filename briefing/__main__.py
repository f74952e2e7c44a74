"""`python -m briefing`."""

from briefing.cli import main

if __name__ == "__main__":  # processes that a command starts may import this file
    main()
