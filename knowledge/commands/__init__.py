"""The longer commands of ``python -m knowledge``, one file each."""
