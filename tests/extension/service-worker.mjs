// @ts-check
// The extension's service worker, as tests ask in it and stop it.

import { setTimeout as pause } from 'node:timers/promises';
import { askWorker } from '../../demo/extension/run.mjs';
import { browser, panel } from './harness.mjs';

/** Asks in the service worker; a message, which it does not answer, starts it. @param {string} expression */
export const inWorker = (expression) =>
  askWorker(browser, expression, () => panel.evaluate('chrome.runtime.sendMessage({})'));

/** Stops the service worker, as Chromium does after half a minute without work, and waits until it is gone. */
export async function stop() {
  const session = await panel.createCDPSession();
  const stopped = new Promise((resolve) =>
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve('stopped');
    }),
  );
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  if (!(await Promise.race([stopped, pause(30_000, undefined, { ref: false })])))
    throw new Error('it does not stop');
  await session.detach();
}
