import type { Check } from '../check.js';
import { feedEnd } from './feed-end.js';
import { type Fault, type Outcome, outcomeOf, untried } from '../outcome.js';
import { after, pageAt } from '../feed-page.js';
import { shortly } from '../reply.js';
import type { Subject } from '../subject.js';

const offered =
  (look: (subject: Subject) => Promise<readonly Fault[]>) =>
  async (subject: Subject): Promise<Outcome> => {
    const first = await subject.get('feed?limit=1');
    if (first.status === 404) return untried('no feed is offered');
    return outcomeOf(await look(subject));
  };

const pages: Check = {
  name: 'feed-pages',
  expects:
    'The feed answers pages in order, and "next" leads on without leaving out or repeating anything',
  run: offered(async (subject) => {
    const whole = await pageAt(subject, 'feed?limit=9');
    if ('found' in whole) return [whole];
    const joined: Record<string, unknown>[] = [];
    let cursor: string | undefined;
    for (let read = 0; read < 3; read += 1) {
      const page = await pageAt(subject, `feed?limit=3${after(cursor)}`);
      if ('found' in page) return [page];
      if (page.items.length > 3) {
        return [
          {
            found: `limit=3 gave ${page.items.length} items`,
            remedy: 'Give at most as many as asked for.',
          },
        ];
      }
      joined.push(...page.items);
      cursor = page.next;
    }
    const numbers = whole.items.map(({ modified }) => Number(modified));
    if (numbers.some((number, index) => index > 0 && number <= (numbers[index - 1] ?? 0))) {
      return [
        {
          found: `"modified" does not grow: ${numbers.join(', ')}`,
          remedy: 'Give changes in the order of their commits, each with a higher number.',
        },
      ];
    }
    if (told(joined) === told(whole.items)) return [];
    return [
      {
        found: `three pages of 3 are not the page of 9: ${told(joined)} and ${told(whole.items)}`,
        remedy:
          'Let "next" name the last item of the page, and begin the next page right after it.',
      },
    ];
  }),
};

const again: Check = {
  name: 'feed-again',
  expects: 'The feed can be read again from the beginning, and is the same until something changes',
  run: offered(async (subject) => {
    const one = await pageAt(subject, 'feed?limit=5');
    const other = await pageAt(subject, 'feed?limit=5');
    if ('found' in one) return [one];
    if ('found' in other) return [other];
    if (told(one.items) !== told(other.items) || one.epoch !== other.epoch) {
      return [
        {
          found: 'the first page is another when it is read again',
          remedy: 'Give the same page for the same cursor until something changes.',
        },
      ];
    }
    return [];
  }),
};

const cursors: Check = {
  name: 'feed-cursor',
  expects:
    'A cursor that no page gave is refused with 400, and a request without a signature with 401',
  run: offered(async (subject) => {
    const expected: [path: string, status: number, odd: { signature: null } | object][] = [
      ['feed?after=hub-conform-nonsense', 400, {}],
      ['feed?limit=1', 401, { signature: null }],
    ];
    const faults: Fault[] = [];
    for (const [path, status, odd] of expected) {
      const reply = await subject.get(path, odd);
      if (reply.status === status) continue;
      faults.push({ place: path, found: shortly(reply), remedy: `Answer it with ${status}.` });
    }
    return faults;
  }),
};

/** How changes are told to followers, where a subgraph tells them. */
export const feed: readonly Check[] = [pages, again, cursors, ...feedEnd];

function told(items: readonly Record<string, unknown>[]): string {
  return items
    .map(({ kind, id, modified }) => [kind, id, modified].map(String).join(' '))
    .join(', ');
}
