import { type LocalText, bilingual } from '@manabi/kit/value/local-text';

import { type CanonicalQuestion, definitionOf } from './canonical-question.js';
import { dimensions } from './statistic-dimensions.js';

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

/** The question as a sentence in both languages. */
export function sentenceOf(question: CanonicalQuestion): LocalText {
  const counted = joined(
    question.measures.map((code) => wordsOf(definitionOf(code).label)),
    ['・', ', '],
  );
  const by = joined(question.dimensions.map(dimensionWords), ['別・', ', ']);
  const per = question.perThousandOf;
  const kept = question.filters.map(({ dimension, values }) => {
    const { ja, en } = dimensionWords(dimension);
    return { ja: `${ja}＝${values.join('、')}`, en: `${en}: ${values.join(', ')}` };
  });
  const period = periodOf(question);
  const limits = joined([...kept, ...period], ['、', '; ']);
  const ja = [
    by.ja && `${by.ja}別の`,
    counted.ja,
    per && `（${per}歳人口千人当たり）`,
    limits.ja && `（${limits.ja}）`,
  ];
  const en = [counted.en, per && ` per 1,000 people of ${per}`, by.en && ` by ${by.en}`];
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
