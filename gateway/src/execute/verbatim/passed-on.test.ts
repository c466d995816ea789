import { afterEach, describe, expect, test } from 'vitest';
import { composeSupergraph } from '../../composition/compose.js';
import { createGateway, type Gateway } from '../../gateway.js';
import { WrittenAnswer } from '../../pipeline/written-answer.js';
import { answerOf } from '../../transport/answer.js';
import { TextAnswer } from '../../transport/text-answer.js';
import type { SubgraphAnswer, Transport } from '../../transport/transport.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
enum Kind { BOOK FILM }`;
const titles = `${link}
  type Query { titles: [Title!] }
  type Title @key(fields: "id") { id: ID! name: String kind: Kind pages: Int weight: Float tags: [String!] }`;
const shelves = `${link}
  type Title @key(fields: "id") { id: ID! free: Int! near: [Shelf] }
  type Shelf { code: String hall: Hall }
  type Hall { name: String }`;
const query = '{ titles { name kind pages weight tags free near { code hall { name } } } }';

let gateway: Gateway;
afterEach(async () => {
  await gateway.close();
});

/** Which answers were taken in as text, by department. */
let asText: string[] = [];

function wayTo(name: string, text: string, isText: boolean): Transport {
  return {
    send: ({ operation: { reader } }): Promise<SubgraphAnswer> => {
      const told = isText && reader ? TextAnswer.of(text, reader) : undefined;
      if (told) asText.push(name);
      return Promise.resolve(told ?? answerOf(JSON.parse(text)));
    },
  };
}

async function answered(texts: Record<string, string>, isText: boolean): Promise<string> {
  asText = [];
  const subgraphs = Object.entries({ titles, shelves }).map(([name, sdl]) => {
    return { name, sdl, url: `http://${name}` };
  });
  gateway = createGateway({
    supergraphSdl: composeSupergraph(subgraphs),
    subgraphs: new Map(
      subgraphs.map(({ name }) => [name, wayTo(name, texts[name] ?? '', isText)] as const),
    ),
    mode: 'development',
    contract: 'full',
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  return WrittenAnswer.textOf(await gateway.execute({ query }));
}

const title = (fields: string): string => `{"__typename":"Title",${fields},"id":"t1"}`;
const whole = '"name":"海の\\n本 \\"二\\"","kind":"BOOK","pages":12,"weight":0.5,"tags":["a","b"]';
const usual = {
  titles: `{"data":{"titles":[${title(whole)},${title(whole)}]}}`,
  shelves:
    '{"data":{"_entities":[{"free":2,"near":[{"code":"x","hall":{"name":"北"}},null],"id":"t1"}]}}\n',
};

describe('answers of the usual form', () => {
  test('are cut from the texts of the departments, escapes and all', async () => {
    const text = await answered(usual, true);

    expect(asText).toEqual(['titles', 'shelves']);
    const [one, two] = (JSON.parse(text) as { data: { titles: unknown[] } }).data.titles;
    expect(one).toEqual({
      name: '海の\n本 "二"',
      kind: 'BOOK',
      pages: 12,
      weight: 0.5,
      tags: ['a', 'b'],
      free: 2,
      near: [{ code: 'x', hall: { name: '北' } }, null],
    });
    expect(two).toEqual(one);
  });

  test('are the same as when they are parsed', async () => {
    const text = await answered(usual, true);
    await gateway.close();
    expect(await answered(usual, false)).toBe(text);
  });
});

describe('is parsed, and answered as if it had been from the beginning:', () => {
  const { titles: first, shelves: second } = usual;
  const oddFirst: [string, string][] = [
    ['other order', first.replaceAll('"kind":"BOOK","pages":12', '"pages":12,"kind":"BOOK"')],
    ['space between', first.replaceAll('"pages":12', '"pages": 12')],
    ['no name of the type', first.replaceAll('"__typename":"Title",', '')],
    ['another type', first.replaceAll('"Title"', '"Other"')],
    ['a value that is none of the enum', first.replaceAll('"BOOK"', '"SONG"')],
    ['a fraction for an Int', first.replaceAll('12', '1.5')],
    ['an Int written otherwise', first.replaceAll('12', '12.0')],
    ['an Int that is too large', first.replaceAll('12', '2147483648')],
    ['a Float beyond all numbers', first.replaceAll('0.5', '1e999')],
    ['null where none may be', first.replaceAll('["a","b"]', '["a",null]')],
    ['an object for a text', first.replaceAll('"BOOK"', '{"a":1}')],
    ['fields nobody asked for', first.replaceAll('"tags":', '"more":1,"tags":')],
    [
      'an error beside the data',
      `{"errors":[{"message":"no","path":["titles"]}],${first.slice(1)}`,
    ],
    ['extensions', first.replace(/\}$/, ',"extensions":{}}')],
    ['no data', '{"data":null,"errors":[{"message":"no"}]}'],
  ];
  const oddSecond: [string, string][] = [
    ['an entity too many', second.replace('[{', '[null,{')],
    ['no entity', '{"data":{"_entities":[null]}}'],
    ['null where none may be', second.replace('"free":2', '"free":null')],
    ['other order within', second.replace(/"code":"x",("hall":\{[^}]*\})/, '$1,"code":"x"')],
    ['fields nobody asked for within', second.replace('"北"', '"北","more":1')],
    ['a list where one thing stands', second.replace('{"name":"北"}', '[{"name":"北"}]')],
    ['a text where a thing stands', second.replace('{"name":"北"}', '"北"')],
    ['a number where a text stands', second.replace('"x"', '1')],
    ['another entity than was asked for', second.replace('"t1"', '"t2"')],
    [
      'an error at the entity',
      `{"errors":[{"path":["_entities",0,"near"]}],${second.trim().slice(1)}`,
    ],
  ];

  test.each(oddFirst)('%s', async (_, odd) => {
    const text = await answered({ ...usual, titles: odd }, true);
    expect(asText).not.toContain('titles');
    await gateway.close();
    expect(text).toBe(await answered({ ...usual, titles: odd }, false));
  });

  test.each(oddSecond)('%s, of another department', async (_, odd) => {
    const text = await answered({ ...usual, shelves: odd }, true);
    expect(asText).toContain('titles');
    await gateway.close();
    expect(text).toBe(await answered({ ...usual, shelves: odd }, false));
  });

  test('broken text, which is then no answer at all', async () => {
    for (const broken of [first.slice(0, -1), first.replaceAll('海', '\u0007'), `${first}x`]) {
      await expect(answered({ ...usual, titles: broken }, true)).resolves.toContain('errors');
      expect(asText).not.toContain('titles');
      await gateway.close();
    }
  });
});
