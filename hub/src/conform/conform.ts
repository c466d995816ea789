import { access } from './check/access.js';
import { answers } from './check/answers.js';
import { contractChecks } from './check/contract-checks.js';
import { deadlines } from './check/deadlines.js';
import { entities } from './check/entities.js';
import { feed } from './check/feed.js';
import { names } from './check/names.js';
import { otherDoors } from './check/other-doors.js';
import { probes } from './check/probes.js';
import { signatures } from './check/signatures.js';
import type { Check } from './check.js';
import type { Outcome } from './outcome.js';
import type { Representation } from './sample.js';
import { findSamples } from './samples.js';
import { Subject } from './subject.js';

/** One check and how it came out. */
export interface Looked {
  readonly name: string;
  readonly expects: string;
  readonly outcome: Outcome;
}

/** What is known of the subgraph that is looked at. */
export interface Given {
  /** Its GraphQL address. */
  readonly url: URL;
  /** The key it shares with the gateways. */
  readonly key: string;
  /** Keys of entities that exist, by type. */
  readonly keys: ReadonlyMap<string, readonly Representation[]>;
}

/** The last asks whether the subgraph outlived the rest. */
const checks: readonly Check[] = [
  ...probes,
  ...contractChecks,
  names,
  ...answers,
  ...signatures,
  ...entities,
  ...deadlines,
  access,
  ...feed,
  ...otherDoors,
];

/** Looks at a subgraph in any language over HTTP; asks questions only and changes nothing. Never rejects. */
export async function conform(given: Given): Promise<readonly Looked[]> {
  const subject = new Subject(given.url, given.key);
  const looked: Looked[] = [];
  for (const check of checks) {
    looked.push(await look(check, subject));
    if (check === contractChecks[0] && subject.contract) {
      subject.samples = await findSamples(subject, subject.contract, given.keys);
    }
  }
  return looked;
}

async function look({ name, expects, run }: Check, subject: Subject): Promise<Looked> {
  try {
    return { name, expects, outcome: await run(subject) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const found = `no answer came: ${cause instanceof Error ? cause.message : String(cause)}`;
    const remedy = 'See that it listens at this address and survives what it was asked.';
    return { name, expects, outcome: { state: 'broken', faults: [{ found, remedy }] } };
  }
}
