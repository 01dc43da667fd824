"""What runs the rules: their registry, the context that they read, rules as table rows, targets, pages and the walk."""
