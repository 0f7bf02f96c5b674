# 5 million instances of a small class, each dropped at once.
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def main():
    total = 0
    for i in range(5_000_000):
        p = Point(i, 1)
        total += p.x + p.y
    return total
