# A list that grows and shrinks, and one of lists.
def main():
    stack = []
    for _ in range(5):
        for i in range(400_000):
            stack.append(i)
        while stack:
            stack.pop()
    rows = [[row, row + 1, row + 2] for row in range(200_000)]
    return sum(row[2] for row in rows)
