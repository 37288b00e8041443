"""What inspectors graded, when, and under which rules."""
