import { type LocalText, bilingual } from '@manabi/kit/value/local-text';

import { nobodyIsTold } from '../snapshot/threshold.rules.js';

/** The rules by which numbers of people are held back, in words. */
export function policyWords(smallestCell: number): LocalText {
  if (smallestCell >= nobodyIsTold)
    return bilingual(
      '人口2,000人未満のため、人数は公表しません。',
      'The city has fewer than 2,000 people: no numbers of people are told.',
    );
  return bilingual(
    `人数は1以上${smallestCell}未満を秘匿し、差引きで分かるセルも秘匿します。0は表示します。秘匿した値から求まる率も秘匿します。`,
    `Numbers of people from 1 to ${smallestCell - 1} are held back, and so is every cell that would tell them by subtraction; 0 is shown. Rates of what is held back are held back.`,
  );
}
