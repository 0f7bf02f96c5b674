# Dicts by int and by str: insert, look up, delete.
def main():
    squares = {}
    for i in range(300_000):
        squares[i] = i * i
    total = 0
    for i in range(300_000):
        total += squares[i]
    words = {}
    for i in range(300_000):
        key = "w" + str(i % 5000)
        words[key] = words.get(key, 0) + 1
    for i in range(0, 300_000, 2):
        del squares[i]
    return total + len(words) + len(squares)
