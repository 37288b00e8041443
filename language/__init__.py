"""Words, sentences, weeks and days, dates: what reading and asking both need."""
