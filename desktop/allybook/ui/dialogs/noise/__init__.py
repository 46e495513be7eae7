"""How noise is judged: weights, languages and mutes."""
