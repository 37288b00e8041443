"""What several screens share: the assistant, the header, words and escaping."""
