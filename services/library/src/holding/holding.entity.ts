import { Choice, Day, Kept, Key, Moment, Text } from '@manabi/kit/column';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, registerEnumType } from 'type-graphql';

/** Where a copy is. */
export enum HoldingStatus {
  ON_SHELF = 'ON_SHELF',
  LENT = 'LENT',
  RESERVED = 'RESERVED',
  IN_TRANSIT = 'IN_TRANSIT',
  REFERENCE_ONLY = 'REFERENCE_ONLY',
  REPAIR = 'REPAIR',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(HoldingStatus, {
  name: 'HoldingStatus',
  description: 'Where a copy is (所蔵状態).',
  valuesConfig: {
    ON_SHELF: { description: 'On the shelf; one can borrow it (在架).' },
    LENT: { description: 'Lent (貸出中).' },
    RESERVED: { description: 'Kept for somebody who reserved it (予約取置中).' },
    IN_TRANSIT: { description: 'On its way between branches (回送中).' },
    REFERENCE_ONLY: { description: 'For reading in the library only (館内閲覧のみ).' },
    REPAIR: { description: 'In repair or closed away (修理中・利用不可).' },
    UNKNOWN: { description: 'Nobody has said (不明).' },
  },
});

/** One copy of a title at a branch. */
@Entity()
@ObjectType({ description: 'One copy of a title at a branch (所蔵).' })
@Directive('@key(fields: "id")')
export class Holding {
  @Key('Opaque and stable (識別子).') id!: string;
  @Kept('text', { required: true }) bibId!: string;
  @Kept('text', { required: true }) branchId!: string;
  @Choice(HoldingStatus, 'Where it is (所蔵状態).', { required: true, public: true })
  status!: HoldingStatus;
  @Day('When it is due back (返却期限).', { public: true }) dueOn?: string | null;
  @Text('Mark on its back (請求記号).', { public: true }) callNumber?: string | null;
  @Moment('When its state was last asked for (確認日時).', { public: true })
  checkedAt?: Date | null;
  /** When the library took it off its list: it counts no more. */
  @Kept('timestamptz') withdrawnAt?: Date | null;
  /** Data set and key under which a file names it; empty for what was entered here. */
  @Kept('text') sourceKey?: string | null;
  /** Tells whether the file's row changed since it was last read. */
  @Kept('text') sourceHash?: string | null;
}
