"""The tour: the main job, played through the services and the real window, with pictures."""
