import { opportunityTypes } from '@manabi/kit/opportunity/opportunity-types';
import { publishedOpportunity } from '@manabi/kit/opportunity/opportunity.published';

import type { Check } from '../check.js';
import { type Page, after, pageAt } from '../feed-page.js';
import { type Fault, outcomeOf, untried } from '../outcome.js';
import type { Subject } from '../subject.js';

/** Pages of 500 that are read to find the end of a feed. */
const most = 40;

/** Faults that are told. */
const told = 15;

interface Read {
  readonly items: readonly Record<string, unknown>[];
  /** The empty page; undefined where none came. */
  readonly last: Page | undefined;
  readonly fault?: Fault;
}

async function readOn(subject: Subject): Promise<Read> {
  const items: Record<string, unknown>[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < most; pages += 1) {
    const page = await pageAt(subject, `feed?limit=500${after(cursor)}`);
    if ('found' in page) return { items, last: undefined, fault: page };
    if (page.items.length === 0) return { items, last: page };
    items.push(...page.items);
    cursor = page.next;
  }
  return { items, last: undefined };
}

const end: Check = {
  name: 'feed-end',
  expects: 'The feed ends with an empty page, whose "next" can be asked again later',
  run: async (subject) => {
    const first = await subject.get('feed?limit=1');
    if (first.status === 404) return untried('no feed is offered');
    const { items, last, fault } = await readOn(subject);
    if (fault) return outcomeOf([fault]);
    const times = Map.groupBy(items, ({ modified }) => modified);
    if (!last && times.size < items.length)
      return outcomeOf([
        {
          found: `after ${items.length} changes, some of them twice, no page was empty`,
          remedy:
            'Behind the last change answer {"epoch","items":[],"next"}, with the cursor that was asked.',
        },
      ]);
    if (!last) return untried(`it has more than ${most} pages of 500`);
    const later = await pageAt(subject, `feed?limit=500${after(last.next)}`);
    if ('found' in later) return outcomeOf([later]);
    if (later.epoch === last.epoch) return outcomeOf([]);
    const remedy =
      'Keep "epoch" as it is until the numbering begins anew: with each other one all is read again.';
    return outcomeOf([{ found: `"epoch" was ${last.epoch}, then ${later.epoch}`, remedy }]);
  },
};

const words: Check = {
  name: 'feed-data',
  expects: 'What the feed tells of opportunities can be read by the index',
  run: async (subject) => {
    const first = await subject.get('feed?limit=1');
    if (first.status === 404) return untried('no feed is offered');
    const { items } = await readOn(subject);
    const faults = new Map(items.flatMap(faultsOf).map((fault) => [fault.place, fault]));
    return outcomeOf([...faults.values()].slice(0, told));
  },
};

/** What cannot be read of one item: told once for each kind and place. */
function faultsOf({
  id,
  kind,
  state,
  data,
}: Record<string, unknown>): (Fault & { place: string })[] {
  if (state !== 'updated') return [];
  const name = String(kind);
  if (!opportunityTypes.has(name)) return [];
  const issues = publishedOpportunity.safeParse(data).error?.issues ?? [];
  return issues.map(({ path, message }) => ({
    place: `${name}.${path.map((part) => (typeof part === 'number' ? '*' : String(part))).join('.')}`,
    found: `${message} (so of ${String(id)})`,
    remedy:
      'Until it can be read, it is not found in the search. docs/feed.md says what data holds.',
  }));
}

/** How a feed ends, and whether the city can read what it tells. */
export const feedEnd: readonly Check[] = [end, words];
