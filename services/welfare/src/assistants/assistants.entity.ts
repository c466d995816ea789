import { Choice, Kept, Key, Moment, Text, Value, Whole } from '@manabi/kit/column';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, registerEnumType } from 'type-graphql';

/** In what somebody who takes part is assisted. */
export enum AssistanceKind {
  SIGN_LANGUAGE = 'SIGN_LANGUAGE',
  NOTE_TAKING = 'NOTE_TAKING',
  PERSONAL_CARE = 'PERSONAL_CARE',
  GUIDE = 'GUIDE',
  INTERPRETER = 'INTERPRETER',
}

registerEnumType(AssistanceKind, {
  name: 'AssistanceKind',
  description: 'In what somebody who takes part is assisted (介助・通訳の種類).',
  valuesConfig: {
    SIGN_LANGUAGE: { description: 'Interpreting into sign language (手話通訳).' },
    NOTE_TAKING: { description: 'What is said is written down at once (要約筆記).' },
    PERSONAL_CARE: { description: 'A helping hand on the spot (介助).' },
    GUIDE: { description: 'Company on the way there and back (移動支援・ガイドヘルパー).' },
    INTERPRETER: { description: 'Interpreting into another language (外国語通訳).' },
  },
});

/** What each kind is called at the counter. */
export const assistanceTerm: Readonly<Record<AssistanceKind, string>> = {
  SIGN_LANGUAGE: '手話通訳',
  NOTE_TAKING: '要約筆記',
  PERSONAL_CARE: '介助',
  GUIDE: '移動支援',
  INTERPRETER: '外国語通訳',
};

/** Assistants for one opportunity of any department. Numbers only: neither who assists nor who is assisted is kept. */
@Entity()
@ObjectType({
  description: 'Assistants at one opportunity, in numbers (介助・通訳の人数). No person is named.',
})
@Directive('@key(fields: "id")')
export class Assistants {
  @Key('Opaque and stable (識別子).') id!: string;
  @Kept('text', { required: true }) opportunityId!: string;
  @Choice(AssistanceKind, 'In what they assist (種類).', { required: true, public: true })
  kind!: AssistanceKind;
  @Text('Into which language, as a BCP 47 tag; null unless they interpret (言語).', {
    public: true,
    max: 35,
  })
  language?: string | null;
  @Whole('How many are needed for those who asked so far (必要な人数).', {
    scopes: ['assistants.numbers'],
    min: 0,
  })
  needed?: number | null;
  @Whole('How many could come (派遣できる人数).', { public: true, min: 0 })
  available?: number | null;
  @Whole('How many are sure to come (確定した人数).', { scopes: ['assistants.numbers'], min: 0 })
  confirmed?: number | null;
  @Moment('Until when one can ask for them (申込期限).', { public: true }) requestBy?: Date | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
  /** When a file no longer named it. */
  @Kept('timestamptz') withdrawnAt?: Date | null;
  @Kept('text') sourceKey?: string | null;
  @Kept('text') sourceHash?: string | null;
}
