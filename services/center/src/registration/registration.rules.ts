import { createHash } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { Tri } from '@manabi/kit/value/tri';

import { Group } from '../group/group.entity.js';
import { Person } from '../person/person.entity.js';
import type { PersonRole } from '../value/person-role.js';

/** What a resident tells of a person or a group that is to be entered. */
export interface RegistrationDetails {
  readonly name: string;
  readonly kana: string;
  readonly summary: string;
  readonly subjects: readonly SubjectKey[];
  readonly roles?: readonly PersonRole[];
  readonly qualifications?: readonly string[];
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly contactConsent?: boolean;
  readonly members?: number | null;
  readonly acceptsBeginners?: Tri | null;
}

/** By which account an entry is known to be somebody's; nobody can be found in it. Null for who has no account. */
export function accountOf({ role, client, subject }: Caller): string | null {
  if (role !== 'resident' || !subject) return null;
  return createHash('sha256')
    .update(JSON.stringify([client ?? '', subject]))
    .digest('hex');
}

/** What the registers keep alike of every entry that a resident asked for. */
interface Entering {
  readonly id: string;
  readonly account: string;
  readonly at: Date;
}

const sharedValues = (details: RegistrationDetails, { id, account, at }: Entering) => ({
  id,
  account,
  name: { ja: details.name, kana: details.kana },
  summary: { ja: details.summary },
  subjectKeys: details.subjects.map(({ scheme, code }) => ({ scheme, code })),
  email: details.email ?? null,
  phone: details.phone ?? null,
  since: at.getUTCFullYear(),
  confirmedAt: at,
  provenance: { department: 'center', dataset: 'registrations', asOf: at, sample: false },
});

/** The entry of the talent bank that is made of a registration. */
export function personOf(details: RegistrationDetails, entering: Entering): Person {
  const roles = [...(details.roles ?? [])];
  return Object.assign(new Person(), sharedValues(details, entering), {
    role: roles[0] ?? null,
    roles,
    qualifications: [...(details.qualifications ?? [])],
    districtCodes: [],
    contactConsent: details.contactConsent ? Tri.YES : Tri.NO,
  });
}

/** The entry of the register of groups that is made of a registration. */
export function groupOf(details: RegistrationDetails, entering: Entering): Group {
  return Object.assign(new Group(), sharedValues(details, entering), {
    members: details.members ?? null,
    acceptsBeginners: details.acceptsBeginners ?? Tri.UNKNOWN,
  });
}
