// @ts-check
// Pages: what a page is, where they end, and that none is asked for that nobody wants.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, client, paged, thrown, unhandled } from './client.mjs';

const hit = (/** @type {number} */ id) => ({ id, highlights: {}, innerHits: [] });

/** Answers every request with the links given, by the key that was asked for. @param {Record<string, unknown>} links */
const linked = (links) => {
  /** @type {string[]} */
  const keys = [];
  const dixa = client(async (url) => {
    const key = new URL(url).searchParams.get('pageKey') ?? '';
    keys.push(key);
    return answer([hit(keys.length)], { next: links[key] });
  });
  return { dixa, keys };
};

test('a page is plain data, and next leads to the one after', async () => {
  const { dixa, urls } = paged([[1, 2], [3]]);
  const page = await dixa.searchConversations({ query: 'a b' });
  assert.deepEqual(structuredClone(page), { items: page.items, nextPageKey: '1', hasNextPage: true });
  const second = await page.next();
  assert.deepEqual(
    [second?.items.map((one) => one.id), second?.hasNextPage, await second?.next()],
    [[3], false, undefined],
  );
  assert.deepEqual(urls, [
    'https://dev.dixa.io/v1/search/conversations?query=a%20b',
    'https://dev.dixa.io/v1/search/conversations?query=a%20b&pageKey=1',
  ]);
});

test('all pages are gone through, and no further than asked', async () => {
  const { dixa, urls } = paged([[1, 2], [3], [4]]);
  const ids = [];
  for await (const one of dixa.searchConversations({ query: 'a' })) ids.push(one.id);
  assert.deepEqual(ids, [1, 2, 3, 4]);
  urls.length = 0;
  assert.equal((await dixa.searchConversations({ query: 'a' }).toArray({ limit: 3 })).length, 3);
  assert.equal(urls.length, 2);
  for (const limit of [0, 10_001, 1.5, '5', undefined]) {
    const run = () => dixa.searchConversations({ query: 'a' }).toArray(/** @type {any} */ ({ limit }));
    assert.equal((await thrown(run)).code, 'invalid_option');
  }
});

test('who leaves early asks for no further page', async () => {
  const { dixa, urls } = paged([[1, 2], [3], [4]]);
  for await (const one of dixa.searchConversations({ query: 'a' })) if (one.id === 2) break;
  assert.equal(urls.length, 1);
  for await (const page of dixa.searchConversations({ query: 'a' }).pages())
    if (page.items.length === 1) break;
  assert.equal(urls.length, 3);
  await thrown(async () => {
    for await (const one of dixa.searchConversations({ query: 'a' })) throw new Error(String(one.id));
  });
  assert.equal(urls.length, 4);
});

test('three empty pages in a row are the end, two are not', async () => {
  const { dixa, urls } = paged([[], [], [1], [], [], [], [2]]);
  const items = await dixa.searchConversations({ query: 'a' }).toArray({ limit: 5 });
  assert.deepEqual(
    items.map((one) => one.id),
    [1],
  );
  assert.equal(urls.length, 6);
});

test('more results a page than a search is known to give are asked for, and reported', async () => {
  /** @type {any[]} */
  const told = [];
  /** @type {string[]} */
  const urls = [];
  const dixa = client(async (url) => (urls.push(url), answer([])), {
    onIssue: (/** @type {any} */ one) => told.push(one),
  });
  await dixa.searchConversations({ query: 'a', pageLimit: 51 });
  await dixa.searchConversationsWithFilters({ query: { value: 'a' } }, { pageLimit: 51 });
  await dixa.listEndUserConversations('d58c8b1c-85ad-4678-a6c8-7442945f3836', { pageLimit: 51 });
  assert.deepEqual(
    urls.map((url) => new URL(url).searchParams.get('pageLimit')),
    ['51', '51', '51'],
  );
  assert.deepEqual(
    told.map(({ operation, severity, message }) => [operation, severity, message]),
    ['searchConversations', 'searchConversationsWithFilters'].map((name) => [
      name,
      'info',
      'query.pageLimit: expected 50 at most, got 51',
    ]),
  );
});

test('a link is never followed: its key goes back to where the list came from', async () => {
  for (const next of [
    'https://evil.example/steal?pageKey=bmV4dA==',
    '/v9/elsewhere?pageKey=bmV4dA%3D%3D:',
    '?pageKey=bmV4dA==&pageKey=b3RoZXI=',
    '//evil.example/?x=1&pageKey=bmV4dA==#pageKey=b3RoZXI=',
  ]) {
    /** @type {string[]} */
    const urls = [];
    const dixa = client(async (url) => (urls.push(url), answer([], urls.length === 1 ? { next } : {})), {
      baseUrl: 'https://proxy.example/dixa/',
    });
    await dixa.listOrganizationActivityLog({ pageLimit: 2 }).toArray({ limit: 1 });
    const list = 'https://proxy.example/dixa/v1/conversations/activitylog?pageLimit=2';
    assert.deepEqual(urls, [list, `${list}&pageKey=bmV4dA%3D%3D`]);
  }
});

test('a link without a key is an error, and what came is in it', async () => {
  const { dixa } = linked({ '': '/v1/search/conversations?page=2' });
  const error = await thrown(() => dixa.searchConversations({ query: 'a' }));
  assert.deepEqual(
    [error.name, error.code, error.outcome, error.retryable, error.data.length],
    ['PaginationError', 'no_page_key', 'rejected', false, 1],
  );
});

test('pages that lead in a circle are an error, however they are gone through', async () => {
  for (const [links, requests] of /** @type {[Record<string, string>, number][]} */ ([
    [{ '': '?pageKey=a', a: '?pageKey=a' }, 2],
    [{ '': '?pageKey=a', a: '?pageKey=b', b: '?pageKey=a' }, 3],
    [{ '': '?pageKey=a', a: '?pageKey=b', b: '?pageKey=c', c: '?pageKey=b' }, 4],
  ])) {
    const all = linked(links);
    const error = await thrown(() => all.dixa.searchConversations({ query: 'x' }).toArray({ limit: 100 }));
    assert.deepEqual([error.name, error.code], ['PaginationError', 'repeated_page_key']);
    assert.equal(all.keys.length, requests);

    const byHand = linked(links);
    const walked = await thrown(async () => {
      let page = /** @type {any} */ (await byHand.dixa.searchConversations({ query: 'x' }));
      while (page) page = await page.next();
    });
    assert.equal(walked.code, 'repeated_page_key');
    assert.equal(byHand.keys.length, requests);
  }
  const { dixa, keys } = linked({ a: '?pageKey=a' });
  const started = dixa.searchConversations({ query: 'x', pageKey: 'a' });
  assert.equal((await thrown(() => started.toArray({ limit: 9 }))).code, 'repeated_page_key');
  assert.deepEqual(keys, ['a']);
});

test('a page whose items are no list has none', async () => {
  for (const data of [{}, 'text', 7]) {
    const dixa = client(async () => answer(data));
    const error = await thrown(() => dixa.searchConversations({ query: 'x' }).toArray({ limit: 9 }));
    assert.deepEqual([error.name, error.code, error.outcome], ['PaginationError', 'no_list', 'rejected']);
  }
});

test('the same page may be asked for twice, and gone through twice', async () => {
  const { dixa, keys } = linked({ '': '?pageKey=a', a: '?pageKey=b' });
  const pages = dixa.searchConversations({ query: 'x' });
  const first = await pages;
  for (let time = 0; time < 2; time++) {
    const second = await first.next();
    assert.equal(second?.nextPageKey, 'b');
    assert.equal((await second?.next())?.hasNextPage, false);
    assert.equal((await pages.toArray({ limit: 9 })).length, 3);
  }
  assert.deepEqual(keys.slice(0, 3), ['', 'a', 'b']);
});

test('what the caller changes later changes no page', async () => {
  const { dixa, urls, bodies } = paged([[1], [2]]);
  const query = { query: 'a' };
  const pages = dixa.searchConversations(query);
  await pages;
  query.query = 'b';
  await pages.toArray({ limit: 2 });
  assert.match(urls[1], /query=a&pageKey=1$/);
  const body = { query: { value: 'a' } };
  const filtered = dixa.searchConversationsWithFilters(body);
  await filtered;
  body.query.value = 'b';
  await filtered.toArray({ limit: 2 });
  assert.deepEqual(bodies.slice(2), Array(2).fill('{"query":{"value":"a"}}'));
});

test('a caller who aborts between two pages gets no further one', async () => {
  const controller = new AbortController();
  const { dixa, urls } = paged([[1], [2], [3]]);
  /** @type {unknown[]} */
  const ids = [];
  const error = await thrown(async () => {
    for await (const one of dixa.searchConversations({ query: 'a' }, { signal: controller.signal })) {
      ids.push(one.id);
      if (one.id === 2) controller.abort('enough');
    }
  });
  assert.deepEqual([error.name, error.outcome, error.cause], ['AbortError', 'not_sent', 'enough']);
  assert.deepEqual([ids, urls.length], [[1, 2], 2]);
});

test('a page that fails ends the iteration with its error, told once', async () => {
  let calls = 0;
  const dixa = client(
    async () =>
      ++calls === 1 ? answer([hit(1)], { next: '?pageKey=a' }) : new Response('', { status: 404 }),
    { maxRetries: 0 },
  );
  const failing = client(async () => new Response('', { status: 404 }));
  const reasons = await unhandled(async () => {
    assert.equal(
      (await thrown(() => dixa.searchConversations({ query: 'a' }).toArray({ limit: 9 }))).name,
      'NotFoundError',
    );
    const list = () => failing.searchConversations({ query: 'a' });
    const iterated = await thrown(async () => {
      for await (const one of list()) assert.fail(String(one));
    });
    assert.equal(iterated.name, 'NotFoundError');
    await thrown(() => list().pages().next());
    await thrown(() => list().toArray({ limit: 0 }));
    await thrown(() => list().withResponse());
    await thrown(() => list());
  });
  assert.deepEqual(reasons, []);
});
