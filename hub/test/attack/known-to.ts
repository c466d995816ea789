import type { TestCity } from '../open-test-city.js';
import { Registered, everyScope } from './anybody.js';
import { offers } from './one-more.js';

/** Scopes with which somebody is told of people, and the fields that tell it. */
const knownTo: Readonly<Record<string, readonly string[]>> = {
  'assistants.numbers': ['needed'],
  'consultation.refer': ['referrals'],
  'kominkan.slots': ['purpose'],
  'practice.notes': ['learned'],
  'sports.slots': ['purpose'],
  'talent.contact': ['phone', 'email'],
};

/** Somebody with a token, and which of what is told is theirs to know. */
export interface Insider {
  readonly name: string;
  readonly asking: Registered;
  /** An answer without the fields that are theirs to know. */
  without(told: string): string;
}

/**
 * Everybody who has a token: an analyst, a department's system with all scopes that tell of nobody, and one for each
 * scope that does.
 */
export function insiders(city: TestCity): Insider[] {
  const others = everyScope.filter((scope) => !knownTo[scope]);
  return [
    { name: 'analyst', asking: new Registered(city, 'analyst', ['plan.statistics']), without },
    { name: 'department', asking: new Registered(city, 'department', others), without },
    ...Object.entries(knownTo).map(([scope, fields]) => ({
      name: scope,
      asking: new Registered(city, 'department', [scope]),
      without: (told: string) => withoutFields(told, fields),
    })),
  ];
}

const without = (told: string): string => told;

/** Texts of these fields, under the names that `everyQuestion` gives them, are taken out. */
const withoutFields = (told: string, fields: readonly string[]): string =>
  told.replaceAll(
    new RegExp(`"(\\w+_)?(${fields.join('|')})":("(\\\\.|[^"\\\\])*"|[^",}]*)`, 'g'),
    '',
  );

/** Lets what is composed count as real: of composed people more is told. */
export async function asIfReal(city: TestCity): Promise<void> {
  for (const [service, table] of offers)
    await city.sql(service, `update ${table} set provenance = provenance || '{"sample": false}'`);
  for (const table of ['community_activity', 'reported_count'])
    await city.sql('plan', `update ${table} set provenance = provenance || '{"sample": false}'`);
  await city.services.catchUp();
}
