"""What X charges: quoted before, metered while, settled where in doubt."""
