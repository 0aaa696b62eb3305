// @ts-check
// An address that refuses each connection, for as long as the tests need it.

import net from 'node:net';

/** Whoever connects from a port holds it: nobody can listen there, and a connection to it is refused. */
export async function refusing() {
  const holder = net.createServer();
  await /** @type {Promise<void>} */ (new Promise((resolve) => holder.listen(0, '127.0.0.1', resolve)));
  const { port } = /** @type {net.AddressInfo} */ (holder.address());
  const held = net.connect(port, '127.0.0.1');
  await new Promise((resolve) => held.once('connect', resolve));
  return {
    origin: `http://127.0.0.1:${held.localPort}`,
    close() {
      held.destroy();
      holder.close();
    },
  };
}
