"""What an answer looks like: one file a subject, each turning values into screens.

Every word that comes from a document or a person passes `escape` or `clip` of `markup` on its way.
"""
