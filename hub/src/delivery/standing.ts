import type { ExpectedDelivery } from '@manabi/kit/delivery/delivery-settings';
import { overdueSince } from '@manabi/kit/delivery/due';
import { writeJapanese } from '@manabi/kit/japan-time';

import type { Home } from '../home/home.js';
import { allTargets } from '../import/import-places.js';
import { sourceStandings } from '../pull/source-standing.js';
import { departmentWords } from './delivery-words.js';
import { DeliveryRecords } from './delivery-records.js';
import { deliverySettingsOf } from './settings.js';
import type { Standing } from './standing-record.js';

/** Asks the database of a service. */
export type AskService = <Row>(service: string, sql: string) => Promise<Row[]>;

/** Records that are looked through for deliveries that wait. */
const remembered = 500;

/** What is late or waits at a moment, of all departments. */
export async function standingsOf(home: Home, ask: AskService, now: Date): Promise<Standing[]> {
  const good = await lastGoodOf(ask);
  const late = deliverySettingsOf(home).expected.flatMap((expected) =>
    lateness(expected, good(expected), now),
  );
  return [...late, ...waitingIn(home, good), ...sourceStandings(home, now)];
}

/** The services in which records of a department's data sets stand: its own; the centre's lists are those of the whole city. */
export function servicesHolding(department: string): readonly string[] {
  return department === 'center' ? [...allTargets.keys()] : [department];
}

/** When a data set of a department was last delivered well, whichever way. */
type LastGood = (of: { department: string; dataset: string }) => Date | undefined;

async function lastGoodOf(ask: AskService): Promise<LastGood> {
  const good = new Map<string, Date>();
  for (const service of allTargets.keys()) {
    const rows = await ask<{ dataset: string; at: Date | string }>(
      service,
      `select dataset, max(finished_at) as at from delivery where state in ('APPLIED', 'UNCHANGED') group by dataset`,
    );
    for (const { dataset, at } of rows) good.set(`${service} ${dataset}`, new Date(at));
  }
  return ({ department, dataset }) =>
    servicesHolding(department)
      .flatMap((service) => good.get(`${service} ${dataset}`) ?? [])
      .toSorted((one, other) => other.getTime() - one.getTime())[0];
}

function lateness(expected: ExpectedDelivery, good: Date | undefined, now: Date): Standing[] {
  const since = overdueSince(expected, good, now);
  if (!since) return [];
  const { department, dataset } = expected;
  const last = good ? `最後に届いたのは ${writeJapanese(good)} です` : 'まだ一度も届いていません';
  const sentence = `${departmentWords(department)}の「${dataset}」は ${writeJapanese(since)} までに届くはずでした。${last}。`;
  return [{ ...standingOf({ department, dataset, since, good }), kind: 'LATE', sentence }];
}

/** Deliveries that wait, unless the same data set was delivered well since. */
function waitingIn(home: Home, good: LastGood): Standing[] {
  const newest = new Map(
    new DeliveryRecords(home)
      .latest(remembered)
      .filter(({ state }) => state !== 'DRY_RUN')
      .toReversed()
      .map((record) => [`${record.department} ${record.dataset}`, record] as const),
  );
  return [...newest.values()].flatMap(({ state, department, dataset, startedAt, fileName }) => {
    const since = new Date(startedAt);
    if (state !== 'WAITING' || department === null) return [];
    const last = good({ department, dataset });
    if (last && last > since) return [];
    const sentence = `${departmentWords(department)}の「${dataset}」（${fileName}、${writeJapanese(since)}）は、取り下げが多いため確認を待っています。`;
    return [
      { ...standingOf({ department, dataset, since, good: last }), kind: 'WAITING', sentence },
    ];
  });
}

function standingOf(of: {
  department: string;
  dataset: string;
  since: Date;
  good: Date | undefined;
}): Pick<Standing, 'department' | 'dataset' | 'since' | 'lastGood'> {
  const { department, dataset, since, good } = of;
  return { department, dataset, since: since.toISOString(), lastGood: good?.toISOString() ?? null };
}
