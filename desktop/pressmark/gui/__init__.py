"""The window: widgets show values and emit wishes; they decide nothing."""
