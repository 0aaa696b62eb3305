// @ts-check
// The extension's service worker, as tests ask in it and stop it.

import { setTimeout as pause } from 'node:timers/promises';
import { browser } from './harness.mjs';

const isWorker = (/** @type {import('puppeteer-core').Target} */ target) =>
  target.type() === 'service_worker';

/**
 * Asks in the service worker. A session of its own each time: a worker that was started anew may be the same target.
 * @param {string} expression
 */
async function evaluate(expression) {
  const session = await browser.targets().find(isWorker)?.createCDPSession();
  if (!session) throw new Error('it does not run');
  const how = { expression, awaitPromise: true, returnByValue: true };
  // One that is just ending does not answer.
  const late = new Promise((_, reject) => setTimeout(reject, 1000, new Error('it does not answer')));
  try {
    const asked = session.send('Runtime.evaluate', how);
    const { result, exceptionDetails } = await /** @type {typeof asked} */ (Promise.race([asked, late]));
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  } finally {
    await session.detach().catch(() => undefined);
  }
}

/** Asks in the service worker, which may just be starting. @param {string} expression */
export async function inWorker(expression) {
  for (let count = 0; ; count++) {
    try {
      return await evaluate(expression);
    } catch (error) {
      // The panel looks for new messages every five seconds, which starts it.
      if (count === 200) throw error;
      await pause(50);
    }
  }
}

/** Stops the service worker, as Chromium does after half a minute without work, and waits until it is gone. */
export async function stop() {
  await inWorker('globalThis.isOld = true');
  const session = await browser.target().createCDPSession();
  const running = async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.filter(({ type }) => type === 'service_worker');
  };
  const isOld = () => evaluate('globalThis.isOld').catch(() => false);
  const worker = await (await browser.waitForTarget(isWorker)).worker();
  for (const { targetId } of await running()) await session.send('Target.closeTarget', { targetId });
  // Whoever is attached would make the next one wait for a debugger.
  await worker?.client.detach().catch(() => undefined);
  for (let count = 0; (await running()).length > 0 && (await isOld()); count++) {
    if (count === 100) throw new Error('it does not stop');
    await pause(20);
  }
  await session.detach();
}
