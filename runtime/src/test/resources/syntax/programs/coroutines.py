async def fetch(url, *, limit=None):
    async with session.get(url) as response, other:
        data = await response.json()
    async for item in stream(data):
        if item: continue
        await handle(item)
    else:
        return None
    result = [x async for x in data if await check(x)]
    lazy = (await x for x in data)
    mapping = {k: v async for k, v in data for w in v}
    try:
        return await result[0]
    finally:
        await close()


async def produce():
    yield 1
    async with a:
        yield 2

async def nested():
    return [[y async for y in x] for x in z]
