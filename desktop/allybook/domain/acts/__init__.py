"""What is done on X: by Allybook, slowly, or by the person, in the browser and in the app."""
