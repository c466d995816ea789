import { registerEnumType } from 'type-graphql';

/** What one experiences. */
export enum ExperienceKind {
  NATURE = 'NATURE',
  SERVICE = 'SERVICE',
  LIFE = 'LIFE',
  WORK = 'WORK',
  SCIENCE = 'SCIENCE',
  CULTURE = 'CULTURE',
  PLAY = 'PLAY',
}

registerEnumType(ExperienceKind, {
  name: 'ExperienceKind',
  description: 'What one experiences (体験の種類).',
  valuesConfig: {
    NATURE: { description: 'Nature (自然体験).' },
    SERVICE: { description: 'Helping others (奉仕・ボランティア体験).' },
    LIFE: { description: 'Daily life: cooking, farming, camping (生活体験).' },
    WORK: { description: 'Work (職業体験).' },
    SCIENCE: { description: 'Science and making (科学・ものづくり体験).' },
    CULTURE: { description: 'Culture and tradition (文化・伝統体験).' },
    PLAY: { description: 'Play and sport (遊び・運動体験).' },
  },
});
