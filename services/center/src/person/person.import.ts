import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { PersonRecord } from '@manabi/kit/import/dataset/entry.record';

import { PersonRole } from '../value/person-role.js';

/** Where rows of the common entry form for people go. */
export const personTarget: DeliveryTarget = {
  table: 'person',
  key: 'id',
  columns: [
    'name',
    'role',
    'roles',
    'summary',
    'qualifications',
    'ages',
    'district_codes',
    'free_times',
    'fee_yen',
    'contact_consent',
    'email',
    'phone',
    'confirmed_at',
    'subject_keys',
    'provenance',
  ],
};

/** The words of the form for what a person does. */
const roleWords: Readonly<Record<string, PersonRole>> = {
  講師: PersonRole.INSTRUCTOR,
  スポーツ指導者: PersonRole.COACH,
  ITボランティア: PersonRole.IT_VOLUNTEER,
  学校支援: PersonRole.SCHOOL_VOLUNTEER,
  環境リーダー: PersonRole.ENVIRONMENT_LEADER,
  プレイリーダー: PersonRole.PLAY_LEADER,
  保育: PersonRole.CHILDCARE_SUPPORTER,
  通訳: PersonRole.INTERPRETER,
  図書館: PersonRole.LIBRARY_VOLUNTEER,
  家庭教育支援: PersonRole.FAMILY_SUPPORTER,
  体験支援: PersonRole.EXPERIENCE_SUPPORTER,
  当事者: PersonRole.LIVED_EXPERIENCE,
};

/** The kinds of activity that a row names; words that the form does not have are left out. */
export const rolesOf = ({ roles }: Pick<PersonRecord, 'roles'>): PersonRole[] =>
  roles.flatMap((word) => roleWords[word.normalize('NFKC')] ?? []);

/** What a row says of a person, in the columns of the register. Silence is no consent. */
export function personValues(
  record: PersonRecord,
  districtCodes: readonly string[],
): Record<string, unknown> {
  const roles = rolesOf(record);
  const { ageFrom, ageTo } = record;
  return {
    role: roles[0] ?? null,
    roles,
    qualifications: record.qualifications,
    ages:
      ageFrom === undefined && ageTo === undefined
        ? null
        : {
            minMonths: ageFrom === undefined ? null : ageFrom * 12,
            maxMonths: ageTo === undefined ? null : ageTo * 12 + 11,
          },
    district_codes: districtCodes,
    free_times: record.freeTimes,
    fee_yen: record.fee ?? null,
    contact_consent: record.consent,
    email: record.email ?? null,
    phone: record.phone ?? null,
  };
}
