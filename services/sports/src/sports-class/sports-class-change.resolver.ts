import { changeResolver } from '@manabi/kit/subscription/change.resolver';

import { SportsClassChange } from './sports-class-change.entity.js';
import { SportsClass } from './sports-class.entity.js';
import { sportsClassById } from './sports-class.loader.js';

/** Tells the changes of sports classes. */
export const SportsClassChangeResolver = changeResolver(SportsClassChange, {
  record: SportsClass,
  byId: sportsClassById,
  words: { en: 'sports class', ja: 'スポーツ教室' },
});
