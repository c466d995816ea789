import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';

/**
 * For whom something is meant, after the twelve groups of the Ministry of Education's survey of provision systems
 * (生涯学習情報提供システム 対象者, 2006).
 */
export enum Audience {
  INFANT = 'INFANT',
  ELEMENTARY = 'ELEMENTARY',
  JUNIOR_HIGH = 'JUNIOR_HIGH',
  HIGH_SCHOOL = 'HIGH_SCHOOL',
  YOUTH = 'YOUTH',
  ADULT = 'ADULT',
  SENIOR = 'SENIOR',
  WORKER = 'WORKER',
  MEN = 'MEN',
  WOMEN = 'WOMEN',
  PARENT_CHILD = 'PARENT_CHILD',
  ANYONE = 'ANYONE',
}

registerEnumType(Audience, {
  name: 'Audience',
  description:
    'For whom something is meant (対象者), after the groups of the Ministry of Education.',
  valuesConfig: {
    INFANT: { description: 'Small children (幼児).' },
    ELEMENTARY: { description: 'Elementary school children (小学生).' },
    JUNIOR_HIGH: { description: 'Junior high school students (中学生).' },
    HIGH_SCHOOL: { description: 'High school students (高校生).' },
    YOUTH: { description: 'Young people (青少年).' },
    ADULT: { description: 'Adults (大学・一般).' },
    SENIOR: { description: 'Older people (高齢者).' },
    WORKER: { description: 'Working people (勤労者).' },
    MEN: { description: 'Men (男性).' },
    WOMEN: { description: 'Women (女性).' },
    PARENT_CHILD: { description: 'Parents with their children (親子).' },
    ANYONE: { description: 'No restriction (制限なし).' },
  },
});
