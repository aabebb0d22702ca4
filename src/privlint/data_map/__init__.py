"""What a register says of who gets which data, where they go, and how long they are kept."""

from privlint.data_map.mapping import data_map
from privlint.data_map.values import DataMap, Flow, Origin, Party, Storage, Whereabouts

__all__ = ["DataMap", "Flow", "Origin", "Party", "Storage", "Whereabouts", "data_map"]
