import { deskTarget, deskValues } from '@manabi/center/desk/desk.import';
import { groupTarget, groupValues } from '@manabi/center/group/group.import';
import { personTarget, personValues, rolesOf } from '@manabi/center/person/person.import';
import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type {
  EntryRecord,
  GroupRecord,
  PersonRecord,
} from '@manabi/kit/import/dataset/entry.record';
import type { ImportRecord } from '@manabi/kit/import/dataset/record';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import { japanMoment } from '@manabi/kit/japan-time';
import { isOpaqueId, opaqueId } from '@manabi/kit/opaque-id';
import type { EntityManager } from '@mikro-orm/postgresql';

import { RegisterNames } from './register-names.js';
import type { FileSetting, RoutedRow } from './routed-row.js';
import { setRowAside } from './set-aside.js';

/** Says for each row of the common entry form which entry of which register it is. */
export class EntryRows {
  private constructor(
    private readonly setting: FileSetting,
    private readonly known: RegisterNames,
  ) {}

  /** Opens it with the registers of the centre. */
  static async open(em: EntityManager, setting: FileSetting): Promise<EntryRows> {
    return new EntryRows(setting, await RegisterNames.open(em));
  }

  /** Says where a row goes. One without a subject or a kind of activity that the registers know is set aside. */
  route(outcome: RowOutcome, record: EntryRecord): RoutedRow {
    const told = withoutContact(outcome);
    const subjectKeys = this.known.subjects(record.ndcs);
    if (subjectKeys.length === 0) return this.#aside(told, '分野（NDC）', record.ndcs.join(';'));
    if (record.kind === 'person' && rolesOf(record).length === 0)
      return this.#aside(told, '活動の種類', record.roles.join(';'));
    const { dataset, asOf, request } = this.setting;
    const values = {
      ...this.#ownValues(record),
      name: { ja: record.name, kana: record.nameKana },
      summary: record.summary ? { ja: record.summary } : null,
      subject_keys: subjectKeys,
      confirmed_at: record.confirmedOn
        ? japanMoment(record.confirmedOn, '00:00').toISOString()
        : null,
      provenance: {
        department: 'center',
        dataset,
        asOf: japanMoment(asOf, '00:00').toISOString(),
        licence: request.licence ?? null,
        sample: record.sample ?? false,
      },
    };
    const row = {
      target: targets[record.kind],
      key: record.key,
      id: isOpaqueId(record.key) ? record.key : opaqueId(record.kind, dataset, record.key),
      values,
    };
    return { outcome: told, rows: [{ service: 'center', row }] };
  }

  #ownValues(record: EntryRecord): Record<string, unknown> {
    switch (record.kind) {
      case 'person':
        return personValues(
          record,
          record.districts.flatMap((name) => this.known.district(name) ?? []),
        );
      case 'group':
        return groupValues(record, this.known.facility(record.venueName));
      case 'desk':
        return deskValues(record, {
          departmentCode: this.known.department(record.departmentName),
          venueCode: this.known.facility(record.venueName),
        });
    }
  }

  #aside(outcome: RowOutcome, column: string, value: string): RoutedRow {
    return setRowAside(this.setting.file, outcome, {
      column,
      value,
      code: 'ENTRY_WORD_UNKNOWN',
      message: `「${column}」に、登録簿にある語がありません。`,
      remedy: '様式の説明にある語か番号で書いてください。',
    });
  }
}

const targets: Readonly<Record<EntryRecord['kind'], DeliveryTarget>> = {
  person: personTarget,
  group: groupTarget,
  desk: deskTarget,
};

const hasContact = (record: ImportRecord): record is PersonRecord | GroupRecord =>
  record.kind === 'person' || record.kind === 'group';

/** What became of a row, for the account of the import: how a person is reached stands in no account. */
export function withoutContact(outcome: RowOutcome): RowOutcome {
  if (!outcome.record || !hasContact(outcome.record)) return outcome;
  const { email: _email, phone: _phone, ...record } = outcome.record;
  return { ...outcome, record };
}
