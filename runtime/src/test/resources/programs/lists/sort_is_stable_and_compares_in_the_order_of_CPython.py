log = []
class N:
    def __init__(self, v):
        self.v = v
    def __lt__(self, other):
        log.append((self.v, other.v))
        return self.v < other.v
    def __repr__(self):
        return 'N%d' % self.v
a = [N(v) for v in (5, 2, 8, 1, 9, 3)]
a.sort()
print(a)
# expect: [N1, N2, N3, N5, N8, N9]
print(log)
# expect: [(2, 5), (8, 2), (8, 5), (1, 5), (1, 2), (9, 5), (9, 8), (3, 5), (3, 2)]
log.clear()
a.sort(reverse=True)
print(a, len(log))
# expect: [N9, N8, N5, N3, N2, N1] 5
words = ['banana', 'Apple', 'cherry', 'apple', 'Banana', 'fig']
print(sorted(words))
# expect: ['Apple', 'Banana', 'apple', 'banana', 'cherry', 'fig']
print(sorted(words, key=str.lower))
# expect: ['Apple', 'apple', 'banana', 'Banana', 'cherry', 'fig']
print(sorted(words, key=len, reverse=True))
# expect: ['banana', 'cherry', 'Banana', 'Apple', 'apple', 'fig']
log.clear()
x = 12345
big = []
for i in range(150):
    x = (x * 1103515245 + 12345) % 2147483648
    big.append(N(x % 40))
s = sorted(big)
print([n.v for n in s])
# expect: [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 8, 9, 10, 10, 10, 10, 10, 10, 11, 11, 11, 12, 13, 13, 14, 14, 15, 15, 15, 15, 16, 16, 16, 16, 16, 17, 17, 17, 17, 17, 18, 18, 19, 19, 20, 20, 20, 21, 21, 21, 21, 22, 22, 23, 23, 23, 23, 24, 25, 25, 25, 25, 25, 26, 26, 27, 27, 27, 28, 28, 28, 28, 29, 29, 29, 30, 30, 30, 30, 30, 30, 30, 30, 30, 31, 31, 31, 31, 32, 32, 32, 32, 32, 32, 33, 33, 33, 34, 34, 34, 34, 35, 35, 35, 35, 35, 35, 35, 35, 36, 36, 36, 36, 36, 37, 37, 37, 37, 37, 37, 37, 39, 39, 39]
print(len(log), sum(p * 3 + q for p, q in log))
# expect: 892 71743
log.clear()
run = [N(i) for i in range(40)] + [N(i) for i in range(60, 20, -1)] + [N(i) for i in range(50)]
run.sort()
print(len(log), sum(i * (p + q) for i, (p, q) in enumerate(log)))
# expect: 311 2561764
print(sorted([3, 1.5, True, 2]), sorted([(1, 'b'), (1, 'a'), (0, 'z')]))
# expect: [True, 1.5, 2, 3] [(0, 'z'), (1, 'a'), (1, 'b')]
