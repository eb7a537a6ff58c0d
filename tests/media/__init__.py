"""
Invented documents in every medium, made by code: one description, written as text, Markdown, Word, PDF, scan, workbook.

`content` and `performance` describe, `layout` turns a description into parts of a page, `texts`, `word`, `paper` and
`scan` write the parts, `truth` holds what is read to what was written, `figures` prints how well it was read.
"""
