import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { composeSupergraph } from '../composition/compose.js';
import { market as marketParts } from '../testing/market.js';
import { openMarket, type OpenMarket } from '../testing/open-market.js';
import { plannerProcesses } from '../testing/planner-processes.js';
import { startSubgraph, testKey } from '../testing/subgraph-server.js';
import { httpTransport } from '../transport/http.js';
import { fromFileOrLastGood, watchFile } from './supergraph-file.js';

const trusted = '{ makers { name } }';
const folder = (): string => mkdtempSync(join(tmpdir(), 'supergraph-'));

describe('another supergraph', () => {
  let market: OpenMarket;
  afterEach(() => market.close());
  const present = (): string => composeSupergraph([...market.subgraphs.values()]);
  /** A remark makes it another supergraph, of the same graph. */
  const another = (number: number): string => `${present()}\n# ${number}`;

  const plannerRests = (): Promise<void> =>
    expect.poll(plannerProcesses, { timeout: 20_000, interval: 10 }).toEqual([]);

  test('thirty times under load fails no question and leaves one planner at most', async () => {
    const before = plannerProcesses().length;
    market = await openMarket({ trustedDocuments: [trusted, '{ products { name stars } }'] });
    const failed: unknown[] = [];
    let answered = 0;
    const over = new AbortController();
    const asking = Array.from({ length: 6 }, async (_, client) => {
      for (let count = 0; !over.signal.aborted; count++) {
        const answer = await market.ask(
          count % 3
            ? trusted
            : `{ a${client}_${count % 7}: products { name stars } makers { name } }`,
        );
        if (answer.errors || !answer.data) failed.push(answer);
        answered++;
      }
    });

    const outcomes: string[] = [];
    for (let count = 0; count < 30; count++) {
      outcomes.push(await market.gateway.reload(another(count)));
      expect(plannerProcesses().length - before).toBeLessThanOrEqual(4);
    }
    over.abort();
    await Promise.all(asking);
    await pause(1500);

    expect(outcomes.every((outcome) => outcome === 'served')).toBe(true);
    expect(failed).toEqual([]);
    expect(answered).toBeGreaterThan(100);
    expect(plannerProcesses().length - before).toBeLessThanOrEqual(1);
  }, 120_000);

  test('that is the same changes nothing, and costs nothing', async () => {
    market = await openMarket();
    await market.ask(trusted);
    const before = plannerProcesses();

    expect(await market.gateway.reload(present())).toBe('unchanged');
    expect(plannerProcesses()).toEqual(before);
  });

  test('of many at once is the last that came, and the others are passed over', async () => {
    market = await openMarket();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, number) => market.gateway.reload(another(number))),
    );

    expect(outcomes.at(-1)).toBe('served');
    expect(outcomes.filter((outcome) => outcome === 'served')).toHaveLength(2);
    expect(outcomes.filter((outcome) => outcome === 'overtaken')).toHaveLength(18);
    expect(await market.gateway.reload(another(19))).toBe('unchanged');
  });

  test('that a trusted document does not fit is not served, and says which', async () => {
    market = await openMarket({ trustedDocuments: ['{ products { stars } }', trusted] });
    const fewer = [...market.subgraphs.values()].filter(({ name }) => name !== 'opinion');

    await expect(market.gateway.reload(composeSupergraph(fewer))).rejects.toThrow(/sha256:.*stars/);
    expect((await market.ask('{ products { stars } }')).errors).toBeUndefined();
    // Without the document it is.
    expect(
      await market.gateway.reload(composeSupergraph(fewer), { trustedDocuments: [trusted] }),
    ).toBe('served');
  });

  test('may bring a subgraph that is new, or one that has moved', async () => {
    market = await openMarket();
    const running = [...market.subgraphs.values()];
    const fewer = running.filter(({ name }) => name !== 'opinion');
    await market.gateway.reload(composeSupergraph(fewer));
    const stars = '{ product(id: "p1") { stars } }';
    const moved = await startSubgraph(marketParts.find(({ name }) => name === 'opinion')!);
    const way = httpTransport({ url: moved.url, signingKey: testKey });

    await market.gateway.reload(present(), { subgraphs: new Map([['opinion', way]]) });
    const answer = await market.ask(stars);
    await moved.close();

    expect(answer).toEqual({ data: { product: { stars: 2 } } });
    expect(moved.received).toHaveLength(1);
    expect(market.subgraphs.get('opinion')!.received).toHaveLength(0);
  });

  test('is planned once for all who may see the same of it', async () => {
    market = await openMarket({
      trustedDocuments: ['{ makers { name } }', '{ makers { name wage } }'],
    });
    await market.gateway.warm;
    await plannerRests();
    const ask = (query: string, scopes: readonly string[]) => {
      const caller = { role: 'department', subject: scopes.join(), scopes } as const;
      return market.gateway.execute({ query }, { caller });
    };

    const names = await ask('{ makers { name } }', ['wages']);
    const withheld = await ask('{ makers { name wage } }', ['others']);
    const withoutPlanner = plannerProcesses();
    const wages = await ask('{ makers { name wage } }', ['wages']);

    expect(names.errors).toBeUndefined();
    expect(withheld.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }, {}]);
    expect(withoutPlanner).toEqual([]);
    expect(wages.errors).toBeUndefined();
    expect(plannerProcesses()).toHaveLength(1);
  });

  test('is planned ahead for everybody who asked before', async () => {
    const wages = '{ makers { name wage } }';
    market = await openMarket({ trustedDocuments: [wages] });
    const ask = (subject: string) => {
      const caller = { role: 'department', subject, scopes: ['wages'] } as const;
      return market.gateway.execute({ query: wages }, { caller });
    };
    await ask('one');
    await market.gateway.reload(another(1));
    await plannerRests();

    const answer = await ask('another of the same kind');

    expect(answer.errors).toBeUndefined();
    // Nothing was planned: else a planner had been started for it.
    expect(plannerProcesses()).toEqual([]);
  });

  test('that is none is not served, and the next good one is', async () => {
    market = await openMarket();

    for (const broken of ['', 'type Query {', 'type Query { a: Int }', '<html></html>']) {
      await expect(market.gateway.reload(broken)).rejects.toThrow();
    }
    expect((await market.ask(trusted)).errors).toBeUndefined();
    expect(await market.gateway.reload(another(1))).toBe('served');
  });

  test('leaves those that are being answered theirs, and waits when too many are', async () => {
    market = await openMarket({ deadline: 20_000 });
    await market.ask(trusted);
    const people = market.subgraphs.get('people')!;
    const waiting: (() => void)[] = [];
    people.fault = (response: ServerResponse) => {
      waiting.push(() => {
        const body = JSON.stringify({ data: { makers: [{ id: 'm1', name: 'Aoki' }] } });
        response.writeHead(200, { 'content-type': 'application/json' }).end(body);
      });
    };
    const answers = [];
    // Each another question, so that none is answered with another's.
    for (const [count, fields] of ['id', 'name', 'id name'].entries()) {
      answers.push(market.ask(`{ makers { ${fields} } }`));
      while (waiting.length <= count) await pause(10);
      await market.gateway.reload(another(count));
    }
    let isServed = false;
    const fourth = market.gateway.reload(another(9)).then(() => (isServed = true));
    await pause(300);

    expect(isServed).toBe(false);
    for (const answer of waiting) answer();
    await fourth;
    for (const answer of await Promise.all(answers)) expect(answer.errors).toBeUndefined();
  });

  test('is kept on disk once it is served, whole or not at all', async () => {
    const kept = join(folder(), 'deep', 'last-good.graphql');
    market = await openMarket({ lastGood: kept });
    await market.gateway.warm;
    expect(readFileSync(kept, 'utf8')).toBe(present());

    await market.gateway.reload(another(1));
    await expect(market.gateway.reload('type Query {')).rejects.toThrow();

    expect(readFileSync(kept, 'utf8')).toBe(another(1));
    expect(readdirSync(join(kept, '..'))).toEqual(['last-good.graphql']);
  });

  test('that cannot be kept is served all the same, and the operator is told', async () => {
    const told: string[] = [];
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (_: object, message: string) => void told.push(message),
    };
    const file = join(folder(), 'file');
    writeFileSync(file, 'no folder');
    market = await openMarket({ lastGood: join(file, 'last-good.graphql'), log });

    expect(await market.gateway.reload(another(1))).toBe('served');
    expect(told.join()).toContain('could not be kept on disk');
  });
});

describe('the file of a supergraph', () => {
  const silence = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const made = (text: string): string => {
    if (text.includes('broken')) throw new Error('The supergraph is broken.');
    return text;
  };

  test('that is broken or gone gives way to the last good one', () => {
    const file = join(folder(), 'supergraph.graphql');
    const lastGood = join(folder(), 'last-good.graphql');
    const open = (): string => fromFileOrLastGood({ file, lastGood }, silence, made);

    expect(open).toThrow('ENOENT');
    writeFileSync(lastGood, 'good');
    expect(open()).toBe('good');
    writeFileSync(file, 'broken');
    expect(open()).toBe('good');
    writeFileSync(file, 'new');
    expect(open()).toBe('new');
    writeFileSync(file, 'broken');
    writeFileSync(lastGood, 'broken as well');
    expect(open).toThrow('broken');
  });

  test('is seen to change once for each time it is written, and not while it is', async () => {
    const file = join(folder(), 'supergraph.graphql');
    writeFileSync(file, 'one');
    const seen: string[] = [];
    const unwatch = watchFile(file, () => seen.push(readFileSync(file, 'utf8')));
    for (let count = 0; count < 12; count++) {
      writeFileSync(file, `half ${'x'.repeat(count)}`);
      await pause(150);
    }
    writeFileSync(file, 'two');
    await pause(1800);
    writeFileSync(file, 'three');
    await pause(1800);
    unwatch();
    writeFileSync(file, 'four');
    await pause(1200);

    expect(seen).toEqual(['two', 'three']);
    expect(existsSync(file)).toBe(true);
  });
});
