import { type LocalText, bilingual } from '@manabi/kit/value/local-text';

import type { Snapshot } from '../snapshot/snapshot.entity.js';
import { valuesOf } from './axis.rules.js';
import { type CanonicalQuestion, definitionOf } from './canonical-question.js';
import { StatisticDimensionCode as Dimension } from './statistic-codes.js';
import { dimensions, unknownValue } from './statistic-dimensions.js';
import { firstVersions } from './statistic-measures.js';

interface Words {
  readonly ja: string;
  readonly en: string;
}

const wordsOf = ({ ja, en }: LocalText): Words => ({ ja, en: en?.text ?? ja });

const dimensionWords = (code: string): Words => {
  const found = dimensions.find((each) => each.code === code);
  return found ? wordsOf(found.label) : { ja: code, en: code };
};

const joined = (parts: readonly Words[], [ja, en]: readonly [string, string]): Words => ({
  ja: parts.map((part) => part.ja).join(ja),
  en: parts.map((part) => part.en).join(en),
});

/** In whose words a question is told. */
interface Told {
  readonly snapshot: Pick<Snapshot, 'departments' | 'labels'>;
  readonly definitions: string;
}

/** What people call a value of a dimension, in the words of the definitions; its code where nobody says. */
function valueWords(dimension: Dimension, code: string, { snapshot, definitions }: Told): Words {
  const values = firstVersions.has(definitions)
    ? []
    : [...valuesOf(dimension, snapshot, { months: null, definitions }), unknownValue];
  const found = values.find((value) => value.code === code);
  return found ? wordsOf(found.label) : { ja: code, en: code };
}

function perWords(band: string, told: Told): Words {
  if (firstVersions.has(told.definitions))
    return { ja: `${band}歳人口千人当たり`, en: `per 1,000 people of ${band}` };
  const { ja, en } = valueWords(Dimension.AGE_BAND, band, told);
  return { ja: `${ja}の人口1,000人当たり`, en: `per 1,000 people aged ${en}` };
}

/** The question as a sentence in both languages. */
export function sentenceOf(question: CanonicalQuestion, told: Told): LocalText {
  const counted = joined(
    question.measures.map((code) => wordsOf(definitionOf(code).label)),
    ['・', ', '],
  );
  const by = joined(question.dimensions.map(dimensionWords), ['別・', ', ']);
  const per = question.perThousandOf === null ? null : perWords(question.perThousandOf, told);
  const kept = question.filters.map(({ dimension, values }) => {
    const { ja, en } = dimensionWords(dimension);
    const said = joined(
      values.map((code) => valueWords(dimension, code, told)),
      ['、', ', '],
    );
    return { ja: `${ja}＝${said.ja}`, en: `${en}: ${said.en}` };
  });
  const period = periodOf(question);
  const limits = joined([...kept, ...period], ['、', '; ']);
  const ja = [
    by.ja && `${by.ja}別の`,
    counted.ja,
    per && `（${per.ja}）`,
    limits.ja && `（${limits.ja}）`,
  ];
  const en = [counted.en, per && ` ${per.en}`, by.en && ` by ${by.en}`];
  return bilingual(
    ja.filter(Boolean).join(''),
    `${en.filter(Boolean).join('')}${limits.en && ` (${limits.en})`}`,
  );
}

function periodOf({ fromMonth, toMonth }: CanonicalQuestion): Words[] {
  if (fromMonth === null && toMonth === null) return [];
  return [
    {
      ja: `${fromMonth ?? ''}〜${toMonth ?? ''}`,
      en: [fromMonth && `from ${fromMonth}`, toMonth && `to ${toMonth}`].filter(Boolean).join(' '),
    },
  ];
}
