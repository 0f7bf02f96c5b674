print('Straße'.upper(), 'ŉ'.upper(), 'ﬁn'.title(), 'ΑΣ'.lower(), 'ΑΣ Σ ΣΑ'.lower(), 'İ'.lower() == 'i̇', 'ß'.casefold(), 'ς'.casefold(), 'ǆ'.title(), 'ᾳ'.upper(), 'ᾲ'.title() == 'Ὰͅ')
# expect: STRASSE ʼN Fin ας ας σ σα True ss σ ǅ ΑΙ True
print("they're bill's".title(), 'hELLO wORLD'.capitalize(), 'aBc'.swapcase(), 'ǅ'.istitle(), 'ǅ'.isupper(), 'Ab Cd'.istitle(), 'AB1'.isupper(), '1'.isupper(), ''.islower())
# expect: They'Re Bill'S Hello world AbC True False True True False False
print('²'.isdigit(), '²'.isdecimal(), '½'.isnumeric(), '½'.isdigit(), '一'.isnumeric(), '٣'.isdecimal(), 'é'.isalpha(), 'a1'.isalnum(), '\u2003'.isspace(), '\x1f'.isspace(), 'a b'.isspace())
# expect: True False True False True True True True True True False
print('été'.isidentifier(), '1a'.isidentifier(), '_'.isidentifier(), 'a-b'.isidentifier(), ''.isidentifier(), 'a\n'.isprintable(), 'aé '.isprintable(), 'é'.isascii(), ''.isascii())
# expect: True False True False False False True False True
