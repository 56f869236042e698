"""What no answer says, whatever its records hold: mentions, links, promises, talk of the model."""
