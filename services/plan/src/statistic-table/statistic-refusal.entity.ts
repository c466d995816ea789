import { Public } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** Why a question has no table. */
export enum StatisticRefusalCode {
  MEASURES = 'MEASURES',
  DIMENSIONS = 'DIMENSIONS',
  FILTERS = 'FILTERS',
  PERIOD = 'PERIOD',
  SMALLEST_CELL = 'SMALLEST_CELL',
  PER_THOUSAND = 'PER_THOUSAND',
  LINES = 'LINES',
  NOT_TOLD_SO = 'NOT_TOLD_SO',
  PEOPLE_PERIOD = 'PEOPLE_PERIOD',
  PEOPLE_VALUES = 'PEOPLE_VALUES',
  PEOPLE_COMBINATION = 'PEOPLE_COMBINATION',
  SNAPSHOT_UNKNOWN = 'SNAPSHOT_UNKNOWN',
  NOT_SEALED_YET = 'NOT_SEALED_YET',
  DEFINITIONS_CHANGED = 'DEFINITIONS_CHANGED',
}

registerEnumType(StatisticRefusalCode, {
  name: 'StatisticRefusalCode',
  description: 'Why a question has no table (集計できない理由).',
  valuesConfig: {
    MEASURES: { description: 'No measure, or too many (集計項目の数).' },
    DIMENSIONS: { description: 'Too many dimensions (分類軸の数).' },
    FILTERS: { description: 'Too many filters or values, or none (絞り込みの数).' },
    PERIOD: { description: 'A month that is none, or months turned round (期間).' },
    SMALLEST_CELL: { description: 'A smallest cell that is no number of people (秘匿の閾値).' },
    PER_THOUSAND: { description: 'An age band that there is not (人口千人当たりの年齢階級).' },
    LINES: { description: 'Too many lines (行数).' },
    NOT_TOLD_SO: { description: 'The measure is not told by that dimension (項目と分類軸).' },
    PEOPLE_PERIOD: { description: 'People are told by periods that are over (人数の期間).' },
    PEOPLE_VALUES: { description: 'People are not added up anew (人数の合算).' },
    PEOPLE_COMBINATION: {
      description: 'People are not told in this combination (人数の分類の組合せ).',
    },
    SNAPSHOT_UNKNOWN: { description: 'No such snapshot (集計時点の控え).' },
    NOT_SEALED_YET: { description: 'The first snapshot is being sealed (集計の準備中).' },
    DEFINITIONS_CHANGED: {
      description: 'The table was made by definitions that are no longer in use (定義の変更).',
    },
  },
});

/** Why a question has no table, and what to do. */
@ObjectType({ description: 'Why a question has no table, and what to do (集計できない理由).' })
export class StatisticRefusal {
  @Public()
  @Field(() => StatisticRefusalCode, {
    nullable: true,
    description: 'The reason, for programs (理由の符号).',
    simple: true,
  })
  code!: StatisticRefusalCode;

  @Public()
  @Field(() => LocalText, {
    nullable: true,
    description: 'The reason and what to do, for people (理由とできること).',
    simple: true,
  })
  text!: LocalText;
}
