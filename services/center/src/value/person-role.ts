import { registerEnumType } from 'type-graphql';

/** What a person of the talent bank does. */
export enum PersonRole {
  INSTRUCTOR = 'INSTRUCTOR',
  COACH = 'COACH',
  IT_VOLUNTEER = 'IT_VOLUNTEER',
  SCHOOL_VOLUNTEER = 'SCHOOL_VOLUNTEER',
  ENVIRONMENT_LEADER = 'ENVIRONMENT_LEADER',
  PLAY_LEADER = 'PLAY_LEADER',
  CHILDCARE_SUPPORTER = 'CHILDCARE_SUPPORTER',
  INTERPRETER = 'INTERPRETER',
  LIBRARY_VOLUNTEER = 'LIBRARY_VOLUNTEER',
}

registerEnumType(PersonRole, {
  name: 'PersonRole',
  description: 'What a person of the talent bank does (活動の種類).',
  valuesConfig: {
    INSTRUCTOR: { description: 'Teaches (講師).' },
    COACH: { description: 'Coaches sport (スポーツ指導者).' },
    IT_VOLUNTEER: { description: 'Helps with computers (ITボランティア).' },
    SCHOOL_VOLUNTEER: { description: 'Helps at schools (学校支援ボランティア).' },
    ENVIRONMENT_LEADER: { description: 'Leads about the environment (環境リーダー).' },
    PLAY_LEADER: { description: 'Leads children at play (プレイリーダー).' },
    CHILDCARE_SUPPORTER: { description: 'Minds children (保育サポーター).' },
    INTERPRETER: { description: 'Interprets (通訳).' },
    LIBRARY_VOLUNTEER: { description: 'Helps at libraries (図書館ボランティア).' },
  },
});
