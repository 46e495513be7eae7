"""Account archives as X hands them out ("Download your data"), zipped or unpacked."""
