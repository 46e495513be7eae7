"""The practice network: a make-believe X that answers the same requests, inside the process."""
