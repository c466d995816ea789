import { registerEnumType } from 'type-graphql';

/** In what order a search shows what it found. */
export enum OpportunitySort {
  STARTS_AT = 'STARTS_AT',
  UPCOMING = 'UPCOMING',
  APPLICATION_CLOSES = 'APPLICATION_CLOSES',
  DISTANCE = 'DISTANCE',
  RECENT = 'RECENT',
}

registerEnumType(OpportunitySort, {
  name: 'OpportunitySort',
  description: 'In what order a search shows what it found (並び順).',
  valuesConfig: {
    STARTS_AT: { description: 'First start first, unknown dates last (開始日順).' },
    UPCOMING: {
      description:
        'What has not begun at the moment "at" first, next start first; then what has begun, unknown dates last (これから始まる順).',
    },
    APPLICATION_CLOSES: { description: 'First to close first, unknown dates last (締切順).' },
    DISTANCE: { description: 'Nearest first; needs the filter "near" (近い順).' },
    RECENT: { description: 'Last changed in the index first (新着順).' },
  },
});
