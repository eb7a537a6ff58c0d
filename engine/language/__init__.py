"""Indonesian words: the dictionary, what affixes make of its words, and what a misspelt word was meant to be."""
