"""How everything looks: tokens, letters, icons, palette and the small style sheet."""
