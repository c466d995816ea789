import { bilingual } from '@manabi/kit/value/local-text';

import type { CorrectionAlreadyDecided } from './correction-answer.entity.js';

/** Somebody decided it before. */
export const correctionAlreadyDecided = (): CorrectionAlreadyDecided => ({
  __typename: 'CorrectionAlreadyDecided',
  why: bilingual('この申し出はすでに確定しています。', 'This report was decided before.'),
  whatToDo: bilingual('確定した内容を確かめてください。', 'Look at what was decided.'),
});
