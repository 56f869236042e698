"""Files of others into records. The format is told by the content, never by the file's name."""

from knowledge.importers.merging import merge
from knowledge.importers.reading import expand, read_file

__all__ = ["expand", "merge", "read_file"]
