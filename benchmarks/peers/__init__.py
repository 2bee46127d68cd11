"""The same page as others would build it: for measurement beside the dashboard, never for readers."""
