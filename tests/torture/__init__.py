"""What takes too long for every day: very many faults, very many kills."""
