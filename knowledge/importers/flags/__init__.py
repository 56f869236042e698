"""What a record warns of, read from its status and its prose, each time with the words themselves.

Never by a place's name: the same words flag any crag. Names of other routes in the prose, written
``<…>`` or 《…》, are not read.
"""

from knowledge.importers.flags.inheritance import inherit
from knowledge.importers.flags.prose import balanced, flags_in, is_partial
from knowledge.importers.flags.status import status_flags

__all__ = ["balanced", "flags_in", "inherit", "is_partial", "status_flags"]
