import { registerEnumType } from 'type-graphql';

/** A season, as programmes are planned by it. */
export enum Season {
  SPRING = 'SPRING',
  SUMMER = 'SUMMER',
  AUTUMN = 'AUTUMN',
  WINTER = 'WINTER',
}

registerEnumType(Season, {
  name: 'Season',
  description: 'A season (季節).',
  valuesConfig: {
    SPRING: { description: 'March to May (春).' },
    SUMMER: { description: 'June to August (夏).' },
    AUTUMN: { description: 'September to November (秋).' },
    WINTER: { description: 'December to February (冬).' },
  },
});
