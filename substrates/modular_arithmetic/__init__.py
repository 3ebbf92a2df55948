"""Programs in words over the integers modulo a number: start, add, subtract, multiply."""
