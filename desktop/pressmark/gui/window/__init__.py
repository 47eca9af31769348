"""What holds the panes together: bars, the session, opening, and what stands where no article does."""
