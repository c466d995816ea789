import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';

/** For whom something is meant by what they can already. */
export enum Level {
  BEGINNER = 'BEGINNER',
  INTERMEDIATE = 'INTERMEDIATE',
  ADVANCED = 'ADVANCED',
  ALL = 'ALL',
}

registerEnumType(Level, {
  name: 'LearningLevel',
  description: 'For whom something is meant by what they can already (レベル).',
  valuesConfig: {
    BEGINNER: { description: 'Those who begin (初心者・初級・入門).' },
    INTERMEDIATE: { description: 'Those who have some practice (中級).' },
    ADVANCED: { description: 'Those who have much practice (上級).' },
    ALL: { description: 'Whoever comes (だれでも).' },
  },
});
