// @ts-check
// What has to hold in every place: calls over HTTP that read, write, turn pages and fail, each held against
// what the sandbox has. Runs in all runtimes, through all bundlers, and in pages: nothing but the language,
// `fetch`, `Request`, `URL` and `AbortController` is used. One file, for it is copied into each place.

const AGENT = 'a53b25da-f676-4c52-acac-58c9280aa23d';
const RIVAL = '67ff39b6-b1ee-4d5f-91ee-168d4668c4ba';
const TAG = 'f0a1b2c3-1111-4aaa-8bbb-000000000004';
/** The token that the sandboxes of the tests know. */
export const TOKEN = 'the-token-of-the-tests';

/** A moment on a clock that every runtime has, in milliseconds. */
export const now = () => (typeof performance === 'undefined' ? Date.now() : performance.now());

/** When this file was evaluated: a program that imports it first has it from before the package. */
export const started = now();

/**
 * @param {any} actual
 * @param {any} expected
 * @param {string} what
 */
export function same(actual, expected, what) {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`${what}: expected ${wanted}, got ${got}`);
}

/** @param {Promise<unknown>} promise @returns {Promise<any>} */
export const thrown = (promise) =>
  promise.then(
    () => new Error('nothing was thrown'),
    (error) => error,
  );

/**
 * Runs checks one after the other; one that fails does not keep the others from running.
 * @param {Record<string, () => unknown>} checks
 */
export async function each(checks) {
  /** @type {{ passed: string[], failed: { name: string, message: string }[] }} */
  const report = { passed: [], failed: [] };
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check();
      report.passed.push(name);
    } catch (error) {
      const { message = error, stack = '' } = /** @type {any} */ (error);
      // Not every engine has the message in the stack.
      report.failed.push({ name, message: `${message}\n${stack}` });
    }
  }
  return report;
}

/**
 * How many requests the server has seen of this session.
 * @param {{ session: string }} env
 */
async function arrived(env) {
  // No GET: React answers the same one twice with one request.
  return (await (await fetch(`${env.session}/seen`, { method: 'POST' })).json()).length;
}

/**
 * Waits until something is so, for longer than anything takes on a slow machine.
 * @param {() => unknown} isSo
 * @param {() => string} failed what to say when it never is
 */
export async function until(isSo, failed) {
  for (let times = 0; times < 2400; times++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(failed());
}

/**
 * Waits until so many requests hang at the server, unanswered.
 * @param {{ session: string }} env
 * @param {number} count
 */
export async function hanging(env, count) {
  /** @type {number | undefined} */
  let seen;
  const isSo = async () => (seen = Number(await (await fetch(`${env.session}/silent`)).text())) === count;
  await until(isSo, () => `${seen} requests hang, not ${count}`);
}

/**
 * Tells the server how it went.
 * @param {{ session: string }} env
 * @param {object} report
 */
export async function tell(env, report) {
  await fetch(`${env.session}/report`, { method: 'POST', body: JSON.stringify(report) });
}

/**
 * @param {any} dixa what the package exports
 * @param {{ session: string, refused: string }} env
 * @param {{ started?: number, isPage?: boolean }} [place] when its program began to run, and whether it is a
 *   web page, where a token needs leave
 */
export async function check(dixa, env, { started = now(), isPage = false } = {}) {
  const { ConversationsClient } = dixa;
  const options = { token: TOKEN, baseUrl: `${env.session}/dixa`, rateLimit: false, logger: null };
  const allowed = { ...options, ...(isPage && { dangerouslyAllowBrowser: true }) };
  const client = new ConversationsClient(allowed);
  /** @type {number | undefined} */
  let coldStartMs;

  /** An error as its facts. @param {Promise<unknown>} promise @param {any} type @param {object} facts */
  async function fails(promise, type, facts) {
    const error = await thrown(promise);
    const keys = Object.keys(facts);
    same({ name: error.name, ...pick(error, keys) }, { name: type.name, ...facts }, 'the error');
    same(
      [
        error instanceof type,
        error instanceof dixa.DixaError,
        error instanceof Error,
        dixa.isDixaError(error),
      ],
      [true, true, true, true],
      'what the error is an instance of',
    );
    return error;
  }

  const report = await each({
    'the first call answers': async () => {
      const conversation = await client.getConversation(10_001);
      coldStartMs = now() - started;
      same(
        pick(conversation, ['_type', 'id', 'subject', 'tagNames']),
        {
          _type: 'EmailConversation',
          id: 10_001,
          subject: 'Lamp arrived broken, I would like a refund',
          tagNames: conversation.tagNames,
        },
        'the conversation',
      );
      if (Number.isNaN(new Date(conversation.createdAt).getTime())) throw new Error('createdAt is no date');
    },
    'pages are turned': async () => {
      const ids = [];
      for await (const hit of client.searchConversations({ query: 'order', pageLimit: 3 })) ids.push(hit.id);
      same(new Set(ids).size > 4, true, `more than one page of ${ids}`);
      const first = await client.searchConversations({ query: 'order', pageLimit: 3 });
      same([first.items.length, first.hasNextPage], [3, true], 'the first page');
      const second = await first.next();
      same(second.items[0].id, ids[3], 'where the second page begins');
      const some = await client.searchConversations({ query: 'order', pageLimit: 3 }).toArray({ limit: 4 });
      same(
        some.map((/** @type {any} */ hit) => hit.id),
        ids.slice(0, 4),
        'the first four',
      );
    },
    'what is written is there': async () => {
      await client.claimConversation(10_002, { agentId: AGENT, force: true });
      const content = { _type: 'Text', value: 'På vej! 🚚' };
      const reply = await client.addMessage(10_002, { _type: 'Outbound', agentId: AGENT, content });
      same(/^dxc-[0-9a-f]{32}$/.test(reply.externalId), true, `an externalId: ${reply.externalId}`);
      const messages = await client.listMessages('10002');
      const found = messages.find((/** @type {any} */ one) => one.id === reply.messageId);
      same(found?.externalId, reply.externalId, 'the listed message');
      await client.tagConversation(10_002n, TAG);
      const tags = await client.listTags(10_002);
      same(
        tags.some((/** @type {any} */ tag) => tag.id === TAG),
        true,
        'the tag is there',
      );
      same(typeof (await client.untagConversation(10_002, TAG)), 'undefined', 'what a 204 gives');
    },
    'what came around an answer is there': async () => {
      const whole = await client.listTags(10_001).withResponse();
      same([whole.status, whole.attempts, whole.issues], [200, 1, []], 'status, attempts, issues');
      same(/json/.test(whole.headers.get('content-type')), true, 'the header');
    },
    'what the server refuses is typed': async () => {
      const stranger = new ConversationsClient({ ...allowed, token: 'another' });
      await fails(stranger.getConversation(10_001), dixa.AuthenticationError, {
        code: 'unauthorized',
        outcome: 'rejected',
        status: 401,
        operation: 'getConversation',
        path: '/v1/conversations/{conversationId}',
      });
      await fails(client.getConversation(1), dixa.NotFoundError, { code: 'not_found', outcome: 'rejected' });
      const claim = client.claimConversation(10_002, { agentId: RIVAL, force: false });
      await fails(claim, dixa.ConflictError, { code: 'conflict', outcome: 'rejected', status: 409 });
    },
    'what is given wrongly is told, and not sent': async () => {
      const before = await arrived(env);
      const message = { _type: 'Outbound', content: { _type: 'Text', value: 'Hello' } };
      const error = await fails(client.addMessage(10_002, message), dixa.RequestValidationError, {
        code: 'invalid_request',
        outcome: 'not_sent',
        attempts: 0,
      });
      same(error.issues[0].path, '$.agentId', 'the path of the issue');
      await fails(client.getConversation('..'), dixa.RequestValidationError, { outcome: 'not_sent' });
      await fails(client.getConversation(10_001, { retries: 3 }), dixa.ConfigurationError, {
        code: 'unknown_option',
        outcome: 'not_sent',
      });
      same((await arrived(env)) - before, 0, 'requests that arrived');
    },
    'a server that says nothing is given up': async () => {
      const silent = new ConversationsClient({
        ...allowed,
        baseUrl: `${env.session}/silence`,
        maxRetries: 0,
      });
      const late = silent.closeConversation(10_002, {}, { timeoutMs: 100 });
      await fails(late, dixa.TimeoutError, { code: 'timeout', outcome: 'unknown', phase: 'headers' });
      const controller = new AbortController();
      setTimeout(() => controller.abort('enough'), 20);
      const aborted = silent.listTags(10_002, { signal: controller.signal });
      const error = await fails(aborted, dixa.AbortError, { code: 'aborted', outcome: 'unknown' });
      same(error.cause, 'enough', 'the reason');
    },
    'a server that is not there is told': async () => {
      const nobody = new ConversationsClient({ ...allowed, baseUrl: env.refused, maxRetries: 0 });
      const error = await fails(nobody.listTags(1), dixa.ConnectionError, { retryable: true });
      same(['not_connected', 'connection_lost'].includes(error.code), true, error.code);
    },
    'calls run side by side': async () => {
      const other = new ConversationsClient(allowed);
      const ids = Array.from({ length: 20 }, (_, index) => 10_001 + index);
      const all = await Promise.all(
        ids.map((id, index) => (index % 2 === 0 ? client : other).getConversation(id)),
      );
      same(
        all.map((one) => one.id),
        ids,
        'the conversations',
      );
    },
    'nothing tells the token': async () => {
      const error = await thrown(new ConversationsClient({ ...allowed, maxRetries: 0 }).getConversation(1));
      const said = [JSON.stringify(client), String(error.stack), JSON.stringify(error), Object.keys(client)];
      same(said.join().includes(TOKEN), false, 'the token is in sight');
    },
    ...(isPage && {
      'a page needs leave for a token': () => {
        try {
          new ConversationsClient(options);
        } catch (error) {
          return same(/** @type {any} */ (error).code, 'token_in_browser', 'the code');
        }
        throw new Error('nothing was thrown');
      },
    }),
  });
  return { ...report, coldStartMs };
}

/**
 * What has to hold where WebAssembly is blocked: it is told with its cure, and nothing else happens.
 * @param {any} dixa what the package exports
 * @param {{ session: string }} env
 * @param {string} cure what the message has to name
 * @param {boolean} [isPage]
 */
export function checkBlocked(dixa, env, cure, isPage = false) {
  const options = { token: TOKEN, baseUrl: `${env.session}/dixa`, logger: null };
  return each({
    'where WebAssembly is blocked, calls tell the cure and send nothing': async () => {
      const client = new dixa.ConversationsClient({
        ...options,
        ...(isPage && { dangerouslyAllowBrowser: true }),
      });
      const before = await arrived(env);
      const calls = [client.getConversation(10_001), client.closeConversation(10_002), dixa.preload()];
      for (const error of await Promise.all(calls.map(thrown))) {
        same(error instanceof dixa.RuntimeUnsupportedError, true, `a RuntimeUnsupportedError: ${error}`);
        const facts = ['name', 'code', 'outcome', 'attempts', 'retryable'];
        same(
          pick(error, facts),
          {
            name: 'RuntimeUnsupportedError',
            code: 'wasm_blocked',
            outcome: 'not_sent',
            attempts: 0,
            retryable: false,
          },
          'the error',
        );
        same(error.message.includes(cure), true, `${cure} in the message: ${error.message}`);
        same(error.cause !== undefined, true, 'there is a cause');
      }
      same((await arrived(env)) - before, 0, 'requests that arrived');
    },
  });
}

/** A delivery that another tool signed (`tests/contract/examples/webhooks`). */
const DELIVERY = {
  headers: {
    'X-DIXA-SIGNATURE': 't=1689238949803,v1=d67c07523c0c41bb4f955a97580e786578a4a310bbd1b53ddb5e6cb7e69fea95',
  },
  body: '{"event_id":"00000000-0000-4000-8000-000000000001","event_fqn":"CONVERSATION_CREATED","event_version":"1","data":{}}',
  secret: '73fcc76a2a9328d515c87901311bda97066f67ef309ea5c99a335b4508963c14',
  now: () => 1_689_238_949_803,
  logger: null,
};

/**
 * What has to hold of webhooks.
 * @param {any} webhooks what the entry exports
 * @param {any} dixa what the package exports
 */
export const checkWebhooks = ({ verifyWebhook, WebhookVerificationError }, dixa) =>
  each({
    'a webhook that Dixa signed is verified': async () => {
      const { headers, body, ...options } = DELIVERY;
      const request = new Request('http://localhost/', { method: 'POST', headers, body });
      for (const { event, issues } of [
        await verifyWebhook(DELIVERY),
        await verifyWebhook(request, options),
      ]) {
        same(event, JSON.parse(body), 'the event');
        same(issues.length, 3, 'what it lacks');
      }
    },
    'a webhook that somebody else signed is refused': async () => {
      for (const [change, type, code] of [
        [{ body: DELIVERY.body.replace('1', '2') }, WebhookVerificationError, 'no_match'],
        [{ now: Date.now }, WebhookVerificationError, 'stale'],
        [{ headers: {} }, WebhookVerificationError, 'missing_signature'],
        [{ secret: 'no hex' }, dixa.ConfigurationError, 'invalid_secret'],
        [{ validation: 'strict' }, dixa.ResponseValidationError, 'invalid_event'],
      ]) {
        const error = await thrown(verifyWebhook({ ...DELIVERY, ...change }));
        same([error.name, error.code, error.outcome], [type.name, code, 'not_sent'], 'the error');
        same(
          [error instanceof type, error instanceof dixa.DixaError, dixa.isDixaError(error)],
          [true, true, true],
          'what the error is an instance of',
        );
      }
    },
  });

/**
 * What has to hold of the sandbox.
 * @param {any} testing what the entry exports
 * @param {any} dixa what the package exports
 * @param {any} webhooks what that entry exports
 */
export const checkSandbox = (testing, dixa, { verifyWebhook }) => {
  const sandbox = testing.createSandbox({ seed: 'empty' });
  const options = { fetch: sandbox.fetch, rateLimit: false, maxRetries: 0, dangerouslyAllowBrowser: true };
  const client = new dixa.ConversationsClient({ token: sandbox.token, ...options });
  const content = { _type: 'Text', value: 'Hello' };
  const chat = { _type: 'ChatConversation', messages: [{ _type: 'Inbound', content }] };
  return each({
    'a sandbox tells a webhook of a chat, signed, and takes the answer once': async () => {
      const [{ id: agentId }] = sandbox.snapshot().agents;
      const stop = sandbox.onWebhook(
        async (/** @type {Request} */ request) => {
          const { event } = await verifyWebhook(request, { secret: testing.SANDBOX_WEBHOOK_SECRET });
          if (event.data.direction !== 'inbound') return new Response();
          const message = { _type: 'Outbound', agentId, content, externalId: event.event_id };
          await client.addMessage(event.data.conversation.csid, message).catch((/** @type {any} */ error) => {
            if (error.code !== 'duplicate_external_id') throw error;
          });
          return new Response();
        },
        { events: ['CONVERSATION_MESSAGE_ADDED'], deliveries: 3, shuffle: true },
      );
      const { id } = sandbox.add(chat);
      await sandbox.settled();
      stop();
      same((await client.listMessages(id)).length, 2, 'messages');
      same(sandbox.deliveries.length, 6, 'deliveries');
    },
    'what goes wrong in a sandbox goes wrong in the client': async () => {
      const { id } = sandbox.add(chat);
      for (const [fault, code] of /** @type {[object, string][]} */ ([
        [{ status: 503 }, 'server_error'],
        [{ lost: true }, 'connection_lost'],
        [{ dropAfterBytes: 5 }, 'body_lost'],
      ])) {
        sandbox.fail({ operation: 'getConversation', ...fault });
        same((await thrown(client.getConversation(id))).code, code, 'the error');
      }
      sandbox.fail({ delayMs: Infinity });
      const late = await thrown(client.getConversation(id, { timeoutMs: 20 }));
      same(late.code, 'timeout', 'the error');
      same((await client.getConversation(id)).id, id, 'the conversation');
    },
  });
};

/**
 * Where a program can do both: what is required and what is imported are one.
 * @param {any} required
 * @param {any} imported
 */
export const checkOne = (required, imported) =>
  each({
    'import gives the same class as require': () => {
      same(imported.ConversationsClient === required.ConversationsClient, true, 'the clients are one class');
      same(imported.NotFoundError === required.NotFoundError, true, 'the errors are one class');
    },
  });

/**
 * Reports as one.
 * @param {...import('./harness/server.mjs').Report} reports
 */
export const joined = (...reports) => ({
  passed: reports.flatMap(({ passed }) => passed),
  failed: reports.flatMap(({ failed }) => failed),
  version: reports.find(({ version }) => version !== undefined)?.version,
  coldStartMs: reports.find(({ coldStartMs }) => coldStartMs !== undefined)?.coldStartMs,
});

/**
 * @param {any} object
 * @param {string[]} keys
 */
const pick = (object, keys) => Object.fromEntries(keys.map((key) => [key, object?.[key]]));
