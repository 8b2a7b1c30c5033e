"""The public site: submit, follow, read; anonymous and throttled."""
