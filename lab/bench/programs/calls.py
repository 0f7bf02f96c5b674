# Calls: fib(30), 2.7 million of them.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def main():
    return fib(30)
