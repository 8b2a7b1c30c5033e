"""Officers' pages: they translate between HTTP and acts, and decide nothing."""
