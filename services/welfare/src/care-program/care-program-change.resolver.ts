import { changeResolver } from '@manabi/kit/subscription/change.resolver';

import { CareProgramChange } from './care-program-change.entity.js';
import { CareProgram } from './care-program.entity.js';
import { careProgramById } from './care-program.loader.js';

/** Tells the changes of programmes of welfare, child care and health. */
export const CareProgramChangeResolver = changeResolver(CareProgramChange, {
  record: CareProgram,
  byId: careProgramById,
  words: { en: 'programme of welfare, child care or health', ja: '福祉・子育て・健康の事業' },
});
