"""The archive in front: opened, read by a process of its own, its outlets and what the person made in it."""
