"""Reading: which article lies open, the way back, and the person's corrections."""
