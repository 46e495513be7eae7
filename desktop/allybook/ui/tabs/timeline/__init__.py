"""The Timeline tab: posts through filters, quiet ones apart, each with its reason."""
