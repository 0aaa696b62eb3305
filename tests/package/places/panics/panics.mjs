// What a panic does: the build that panics on demand, in calls that others run beside.

import { TOKEN, each, hanging, same, thrown } from './checks.mjs';

/**
 * @param {any} dixa
 * @param {{ session: string }} env
 * @param {boolean} isPage
 */
export function panics(dixa, env, isPage = false) {
  const options = { token: TOKEN, rateLimit: false, logger: null, dangerouslyAllowBrowser: isPage };
  const client = new dixa.ConversationsClient({ ...options, baseUrl: `${env.session}/dixa` });
  const silent = new dixa.ConversationsClient({ ...options, baseUrl: `${env.session}/silence` });

  /** @param {'at once' | 'later'} when */
  const panic = (when) => async () => {
    await client.getConversation(10_001);
    const flying = Array.from({ length: 5 }, () => thrown(silent.closeConversation(10_001)));
    await hanging(env, 5);
    const culprit = thrown(client.listTags(10_001, { headers: { 'x-panic': when } }));
    for (const error of [await culprit, ...(await Promise.all(flying))]) {
      same(
        [error.name, error.code, error.outcome, error.retryable, error instanceof dixa.InternalError],
        ['InternalError', 'panic', 'unknown', false, true],
        String(error),
      );
      same(error.cause instanceof WebAssembly.RuntimeError, true, `the trap is the cause: ${error.cause}`);
    }
    same((await culprit).operation, 'listTags', 'the operation');
    same((await flying[0]).operation, 'closeConversation', 'the operation of one that was under way');
    // What nobody waits for any more is let go.
    await hanging(env, 0);
    const { subject } = await client.getConversation(10_001);
    same(subject, 'Lamp arrived broken, I would like a refund', 'the next call');
  };

  return each({
    'a panic while a call is being made ends the calls, and the next one works': panic('at once'),
    'a panic in a task ends the calls, and the next one works': panic('later'),
    'one panic after the other': async () => {
      for (const when of ['later', 'at once', 'later', 'at once']) {
        const errors = await Promise.all(
          Array.from({ length: 3 }, () => thrown(client.listTags(1, { headers: { 'x-panic': when } }))),
        );
        same(
          errors.map((error) => error.code),
          ['panic', 'panic', 'panic'],
          when,
        );
      }
      same((await client.listTags(10_001)).length > 0, true, 'the next call');
    },
    'calls that begin in the same moment are not lost': async () => {
      // One that was lost would end as being late, and not be tried again.
      const options = { maxRetries: 0 };
      const panicking = { ...options, headers: { 'x-panic': 'at once' } };
      const calls = Array.from({ length: 20 }, (_, index) =>
        client.listTags(10_001, index === 10 ? panicking : options).then(
          () => 'answered',
          (error) => error.code,
        ),
      );
      const ends = await Promise.all(calls);
      same(
        ends.every((end) => end === 'answered' || end === 'panic'),
        true,
        ends.join(),
      );
      same(ends[10], 'panic', 'the one that panicked');
    },
  });
}
