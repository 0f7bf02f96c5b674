def branches(x):
    if x: a()
    elif x == 1:
        b()
    elif not x and (x or y):
        return 2
    else:
        c()
    if x is None: return
    if x is not None and x > 1 < 2 < x: d()
    y = 1 if x else 2
    if 0: dead()
    while True:
        if x: break
        continue
    while x and not y:
        x -= 1
    else:
        return x, y
    for i in [1, 2, 3]:
        for j, (k, *l) in i:
            if k: continue
            if l: break
            if j: return i
        else:
            e()
    else:
        f()
    assert x, y


def guarded(x):
    try:
        a()
    except ValueError as error:
        b(error)
    except (KeyError, IndexError):
        return 1
    except:
        raise
    else:
        c()
    finally:
        d()
    try:
        pass
    finally:
        return 2


def loops(x):
    for item in x:
        try:
            with item as a, b as (c, d):
                if a: continue
                if c: break
                return item
        except E as e:
            return e
        finally:
            f()
    with (open(x) as g, h):
        pass
    with lock: return x


def groups(x):
    try:
        a()
    except* ValueError as group:
        b(group)
    except* (TypeError, OSError):
        c()
    else:
        d()
    finally:
        e()


def matching(command):
    match command:
        case 1 | -2 | 3.5 | -1 + 2j | "text" "more" | b"x" | None | True:
            a()
        case [x, y, *rest] if x:
            b()
        case (x, [y, _], *_):
            c()
        case {"key": value, 1: _, **others}:
            d()
        case Point(x=0, y=0) | Point(0, 0):
            e()
        case module.Class(a, b, key=[c]) as whole:
            f()
        case []:
            g()
        case {}:
            h()
        case (1 | 2) as number, *_:
            i()
        case other.value:
            j()
        case captured if captured > 1:
            k()
        case _:
            l()
    match a, *b:
        case x: pass
    match = case = 1
    match[case]


if __name__ == "__main__":
    branches(1)
