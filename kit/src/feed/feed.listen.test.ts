import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

import { expect, onTestFinished, test } from 'vitest';

import { listenForChanges } from './feed.listen.js';

/** The address of a database server that takes connections and breaks them, as one that is killed does. */
async function brokenServer(breaksAfter: number): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    void setTimeout(breaksAfter).then(() => socket.destroy());
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  // A server that listens on TCP has an address with a port.
  return `postgresql://nobody@127.0.0.1:${(server.address() as AddressInfo).port}/none`;
}

test('one can stop listening at any moment while the database is gone or dying', async () => {
  const nobody = 'postgresql://nobody@127.0.0.1:1/none';
  const dying = await brokenServer(20);
  const silent = await brokenServer(60_000);
  const stopping = [nobody, dying, silent].flatMap((url) =>
    [0, 1, 5, 20, 100, 1_010].map(async (after) => {
      const listening = listenForChanges(url, () => {});
      await setTimeout(after);
      const stopped = listening.stop().then(() => 'stopped');
      return Promise.race([stopped, setTimeout(2_000, `${url} after ${after} ms`)]);
    }),
  );

  expect(new Set(await Promise.all(stopping))).toEqual(new Set(['stopped']));
});
