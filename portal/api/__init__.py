"""The page for programs: other systems of the regency check documents before they file them."""
