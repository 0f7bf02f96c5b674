# Strings: pieces joined, split, counted and formatted.
def main():
    pieces = []
    for i in range(200_000):
        pieces.append(f"{i:>8}:{i % 7}")
    text = ",".join(pieces)
    total = 0
    for field in text.split(","):
        name, _, digit = field.partition(":")
        total += len(name.strip()) + int(digit)
    return total + text.count("99") + len(text.upper())
