import { expect, onTestFinished, test } from 'vitest';
import { composeSupergraph } from '../composition/compose.js';
import { openMarked } from '../testing/marked/marked-gateway.js';
import { markedSdl, startMarked } from '../testing/marked/marked-subgraphs.js';
import { testKey } from '../testing/subgraph-server.js';
import { httpTransport } from '../transport/http.js';

const query = '{ board(id: "b3") { title } }';
const supergraph = composeSupergraph(
  Object.entries(markedSdl).map(([name, sdl]) => ({ name, sdl })),
);

test('what is kept of a department that has moved changes with the department, where it stands now', async () => {
  const marked = await openMarked();
  onTestFinished(() => marked.close());
  const elsewhere = await startMarked();
  onTestFinished(() => elsewhere.close());
  const hits = (): number => marked.gateway.keptAnswers().services.reduce((n, s) => n + s.hits, 0);
  const isKept = async (): Promise<boolean> => {
    const before = hits();
    await marked.gateway.execute({ query });
    return hits() > before;
  };
  await expect.poll(isKept, { timeout: 10_000 }).toBe(true);

  const way = httpTransport({ url: elsewhere.urls.get('town')!, signingKey: testKey });
  await marked.gateway.reload(`${supergraph}\nscalar Moved`, {
    subgraphs: new Map([['town', way]]),
    heads: new Map([['town', async () => elsewhere.heads.town]]),
  });
  await expect.poll(isKept, { timeout: 10_000 }).toBe(true);
  const received = elsewhere.received.town;
  elsewhere.heads.town = 'another';
  await expect.poll(isKept, { timeout: 3_000, interval: 20 }).toBe(false);

  expect(received).toBeGreaterThan(0);
});
