"""Who is signed in on this computer, and the tokens that last."""
