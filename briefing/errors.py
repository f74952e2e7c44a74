"""What stops a build. Everything that does not is a `Problem` value (see `model.py`).

BriefingError
|-- FolderError      nothing to read: no such folder, an empty one, no readable file
|-- OutputError      the result can't be written, or would overwrite somebody's work
|-- StyleError       a template is wrong: file and line
|-- SettingsError    a briefing.toml or an option is wrong
|-- UnknownFormat    no writer of that name
|-- PluginError      two plug-ins of one name, or one that does not load
`-- UnreadableFile   raised by a reader; `sources/folder.py` turns it into a Problem
"""


class BriefingError(Exception):
    """The build can't go on. `str()` says what is wrong; `remedy` says what to do about it."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


class FolderError(BriefingError):
    """Nothing to read."""


class OutputError(BriefingError):
    """The result can't be written, or would overwrite somebody's work."""


class StyleError(BriefingError):
    """A template is wrong."""


class SettingsError(BriefingError):
    """A briefing.toml or an option is wrong."""


class UnknownFormat(BriefingError):
    """No writer of that name."""


class PluginError(BriefingError):
    """Two plug-ins of one name, or one that does not load."""


class UnreadableFile(BriefingError):
    """A reader can't make an article of a file. `code` names the reason in the catalogue of problems."""

    def __init__(self, code: str, *facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
