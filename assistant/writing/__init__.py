"""The small steps around a chat model: what is sent, how it comes back, what is kept of it."""
