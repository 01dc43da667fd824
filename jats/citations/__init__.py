"""A printed reference → the same characters with its fields marked."""
