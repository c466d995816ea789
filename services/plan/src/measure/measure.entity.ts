import { Choice, Kept, Key, Text, Texts, Value } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { Provenance } from '@manabi/kit/value/provenance';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType, registerEnumType } from 'type-graphql';

/** The levels of the plan. */
export enum MeasureLevel {
  CHAPTER = 'CHAPTER',
  SECTION = 'SECTION',
  GROUP = 'GROUP',
  MEASURE = 'MEASURE',
}

registerEnumType(MeasureLevel, {
  name: 'MeasureLevel',
  description: 'The levels of the plan (計画の階層).',
  valuesConfig: {
    CHAPTER: { description: 'A chapter (章).' },
    SECTION: { description: 'A section (節).' },
    GROUP: { description: 'A group of measures (施策の柱).' },
    MEASURE: { description: 'A measure (施策・事業).' },
  },
});

/** How much of a measure this graph can serve. */
export enum MeasureTier {
  A = 'A',
  B = 'B',
  C = 'C',
}

registerEnumType(MeasureTier, {
  name: 'MeasureTier',
  description: 'How much of a measure the graph can serve (実現の区分).',
  valuesConfig: {
    A: { description: 'Fully (グラフで実現).' },
    B: { description: 'By its data; somebody else acts (データで支援).' },
    C: { description: 'Organisational; the graph gives evidence only (体制づくり).' },
  },
});

/** A measure of the plan for lifelong learning, or a heading above measures. */
@Entity()
@ObjectType({
  description: 'A measure of the plan for lifelong learning, or a heading above some (施策・事業).',
})
@Directive('@key(fields: "code")')
export class Measure {
  @Key('Its number in the plan, e.g. 1-1-1-2 (施策番号).') code!: string;
  @Choice(MeasureLevel, 'Measure, or which heading (階層).', { required: true, public: true })
  level!: MeasureLevel;
  @Value(() => LocalText, 'What the plan calls it (名称).', { required: true, public: true })
  title!: LocalText;
  @Kept('text') parentCode?: string | null;
  /** Departments that answer for it, the first leads. */
  @Kept('text[]', { required: true }) departmentCodes!: string[];
  @Choice(MeasureTier, 'How much the graph can serve; null for headings (実現の区分).', {
    public: true,
  })
  tier?: MeasureTier | null;
  @Directive('@listSize(assumedSize: 5)')
  @Texts('Ids of the questions that show it works (実証質問).', { public: true })
  proofs?: string[];
  @Value(() => LocalText, 'What a person sees of it in this graph (見えるもの).', { public: true })
  sees?: LocalText | null;
  @Text('What the departments noted among themselves (内部メモ).', {
    max: 5_000,
    scopes: ['plan.notes'],
  })
  internalNote?: string | null;
  @Value(() => Provenance, 'Where it comes from (出典).', { required: true, public: true })
  provenance!: Provenance;
}
