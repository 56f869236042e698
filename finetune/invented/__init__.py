"""Places, routes and gyms that do not exist, drawn anew for every world."""

from finetune.invented.names import NameMaker
from finetune.invented.world import InventedWorld, open_world, write_world

__all__ = ["InventedWorld", "NameMaker", "open_world", "write_world"]
