"""Makes a better voice for the same assistant and proves it: data, training, registry."""
