"""
Sentences understood by tables: words and their forms, statements, polarity, hedges.
"""
