import { Choice, Kept, Key, Moment, Text, Value, Values } from '@manabi/kit/column';
import type { ClosingRule } from '@manabi/kit/opening/closing-rule';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Tri } from '@manabi/kit/value/tri';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

import { BranchHours } from './hours.entity.js';

/** A branch of the city's library. The place keeps its own copy of where it stands, to find the nearest one. */
@Entity({ tableName: 'library_branch' })
@ObjectType({ description: "A branch of the city's library (図書館・分館)." })
@Directive('@key(fields: "id")')
export class LibraryBranch {
  @Key('Opaque and stable (識別子).') id!: string;
  @Value(() => LocalText, 'Name shown to residents (名称).', { required: true, public: true })
  name!: LocalText;
  @Kept('text', { required: true }) facilityCode!: string;
  @Text('Telephone of the counter (電話番号).', { public: true }) phone?: string | null;
  @Text('Page of the branch (詳細ページ).', { public: true, max: 2_000 }) url?: string | null;
  @Directive('@listSize(assumedSize: 7)')
  @Values(() => BranchHours, 'Opening hours by weekday (開館時間).', { public: true })
  hours?: BranchHours[] | null;
  @Text('What the hours depend on (開館時間の説明).', { public: true, max: 2_000 }) hoursNote?:
    | string
    | null;
  @Choice(Tri, 'Whether one can read and study here (閲覧席).', { public: true })
  readingRoom?: Tri | null;
  @Choice(Tri, 'Whether it serves readers with disabilities (ハンディキャップサービス).', {
    public: true,
  })
  accessibleService?: Tri | null;
  /** Whether reserved titles can be picked up here; the graph tells it with what waits (see PickupShelf). */
  @Kept('text') pickupShelf?: Tri | null;
  /** Rules by which it is closed; residents read them of its facility. */
  @Kept('jsonb') closedDays?: ClosingRule[] | null;
  @Kept('double precision') latitude?: number | null;
  @Kept('double precision') longitude?: number | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
  @Moment('When the library withdrew it (廃止日時).', { public: true }) withdrawnAt?: Date | null;
  /** Data set and key under which a file names it; empty for what was entered here. */
  @Kept('text') sourceKey?: string | null;
  /** Tells whether the file's row changed since it was last read. */
  @Kept('text') sourceHash?: string | null;
}
