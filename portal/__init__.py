"""The self-check page: clerks check their documents in a browser, auditors see where all offices stand."""
