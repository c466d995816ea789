import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';

import { addRule } from '../rules.js';
import { FeeKind } from '../value/fee.js';
import { Audience } from '../vocabulary/audience.js';
import type { OpportunityColumns } from './opportunity.columns.js';

/** What a department may say of what it offers; what is left out stays as it is. */
@InputType({
  description:
    'What a department may say of what it offers; what is left out stays as it is (記載事項).',
})
export class OpportunityDetails {
  @Field(() => String, {
    nullable: true,
    description: 'Name shown to residents; readings and translations of the old one go (名称).',
  })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Reading of the name in katakana (カナ).' })
  kana?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about (内容).' })
  summary?: string | null;

  @Field(() => String, { nullable: true, description: 'Who runs it (主催).' })
  organiser?: string | null;

  @Field(() => String, { nullable: true, description: 'How to apply (申込方法).' })
  howToApply?: string | null;

  @Field(() => [Audience], { nullable: true, description: 'For whom (対象者).' })
  audiences?: Audience[] | null;

  @Field(() => Int, { nullable: true, description: 'Fee in yen, 0 when it is free (料金、円).' })
  feeYen?: number | null;

  @Field(() => Int, { nullable: true, description: 'Places (定員).' })
  capacity?: number | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'From when one can apply (申込開始日時).',
  })
  applyOpensAt?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when one can apply (申込期限日時).',
  })
  applyClosesAt?: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Facility where it takes place (会場の施設コード).',
  })
  venueCode?: string | null;
}

const rules = {
  title: z.string().trim().min(1).max(200),
  kana: z.string().trim().min(1).max(200),
  summary: z.string().max(2_000),
  organiser: z.string().trim().min(1).max(200),
  howToApply: z.string().max(2_000),
  audiences: z.array(z.string()).max(12),
  feeYen: z.int().min(0).max(1_000_000),
  capacity: z.int().min(0).max(100_000),
  venueCode: z.string().max(50),
};
for (const [name, rule] of Object.entries(rules))
  addRule(OpportunityDetails.prototype, name, rule.nullish());

type Said = Partial<
  Pick<
    OpportunityColumns,
    | 'title'
    | 'summary'
    | 'organiser'
    | 'howToApply'
    | 'audiences'
    | 'fee'
    | 'capacity'
    | 'applyOpensAt'
    | 'applyClosesAt'
    | 'venueCode'
  >
>;

/** The columns that details say, beside those of the record as it stands; null for what was not said counts as unsaid. */
export function saidColumns(
  { title, kana, summary, feeYen, ...details }: OpportunityDetails,
  before?: Pick<OpportunityColumns, 'title'>,
): Said {
  const said = Object.entries(details).filter(([, value]) => value != null);
  return {
    ...Object.fromEntries(said),
    ...((title ?? kana) != null && {
      title: Object.assign(
        {},
        title == null ? before?.title : { ja: title },
        kana == null ? {} : { kana },
      ),
    }),
    ...(summary != null && { summary: { ja: summary } }),
    ...(feeYen != null && {
      fee: { kind: feeYen === 0 ? FeeKind.FREE : FeeKind.PAID, yen: feeYen },
    }),
  };
}

/** Whether somebody could apply at all: the window that details and record make together ends after it begins. */
export function windowIsInOrder(
  said: Pick<Said, 'applyOpensAt' | 'applyClosesAt'>,
  before?: Pick<OpportunityColumns, 'applyOpensAt' | 'applyClosesAt'>,
): boolean {
  const opens = said.applyOpensAt ?? before?.applyOpensAt;
  const closes = said.applyClosesAt ?? before?.applyClosesAt;
  return !opens || !closes || opens <= closes;
}
