"""A published version -> the forms that other tools read: databases, a workbook, maps, graphs, metadata.

Everything is derived from the contract and the tables of one version; nothing here changes either.
"""
