# Cyclic garbage that only the collector can free, at its own pace.
class Node:
    def __init__(self):
        self.other = None


def main():
    for _ in range(300_000):
        a = Node()
        b = Node()
        a.other = b
        b.other = a
    return a.other is b
