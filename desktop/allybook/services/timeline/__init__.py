"""Posts as a person sees them: views, noise, mutes, the quiet folder."""
