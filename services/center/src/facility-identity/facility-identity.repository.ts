import type { EntityManager } from '@mikro-orm/postgresql';

import { VenueMatcher } from './matcher.rules.js';
import type { LearnedSpelling, RegisterEntry, VenueReading } from './register-entry.js';
import { FacilitySpelling } from './facility-spelling.entity.js';

/** Reads a venue as a department wrote it; pure, at once, for the state of the register that it was made from. */
export type VenueResolver = (text: string, address?: string | null) => VenueReading;

/** The matcher of one database, and the state of the register from which it was built. */
interface Built {
  readonly feed: string;
  readonly register: string;
  readonly matcher: VenueMatcher;
}

const built = new WeakMap<object, Built>();

/**
 * Gives the function that tells which facility a text means, built from the register as committed. Costs one small
 * query while nothing changed in this database, two while the register did not, and reads the register again when
 * it did. Call it again for every import or request; the function itself never waits.
 */
export async function venueResolver(em: EntityManager): Promise<VenueResolver> {
  const matcher = await matcherOf(em);
  return (text, address) => matcher.read(text, address);
}

async function matcherOf(em: EntityManager): Promise<VenueMatcher> {
  const place = em.getDriver();
  const known = built.get(place);
  const feed = await feedState(em);
  if (known?.feed === feed) return known.matcher;
  const register = await registerState(em);
  const matcher = known?.register === register ? known.matcher : await buildMatcher(em);
  built.set(place, { feed, register, matcher });
  return matcher;
}

async function feedState(em: EntityManager): Promise<string> {
  const [row] = await em.execute<{ epoch: string; last: string }[]>(
    'select epoch, last from feed_state',
  );
  return `${row?.epoch} ${row?.last}`;
}

/** Changes with every commit that touched a facility or a confirmed spelling. */
async function registerState(em: EntityManager): Promise<string> {
  const [row] = await em.execute<{ epoch: string; top: string | null }[]>(
    `select epoch, (select max(seq) from feed_change where kind = 'Facility') as top from feed_state`,
  );
  return `${row?.epoch} ${row?.top}`;
}

async function buildMatcher(em: EntityManager): Promise<VenueMatcher> {
  const register = await em.execute<RegisterEntry[]>(
    `select code, name, aliases, address, rooms from facility where withdrawn_at is null order by code`,
  );
  const learned = await em.execute<LearnedSpelling[]>(
    `select s.text, s.facility_code as "facilityCode", s.room from facility_spelling s
     join facility f on f.code = s.facility_code where f.withdrawn_at is null`,
  );
  return new VenueMatcher(register, learned);
}

/** The confirmed spellings of these facilities, by spelling. */
export function spellingsOfFacilities(
  em: EntityManager,
  codes: readonly string[],
): Promise<FacilitySpelling[]> {
  return em.find(
    FacilitySpelling,
    { facilityCode: { $in: [...codes] } },
    { orderBy: { spelling: 'asc' } },
  );
}
