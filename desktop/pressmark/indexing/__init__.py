"""From the folder to the catalog and the index, in a process of its own."""
