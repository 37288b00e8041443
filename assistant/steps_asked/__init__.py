"""Questions about an inspection's steps: when, who, what next, how long between."""
