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
  FAMILY_SUPPORTER = 'FAMILY_SUPPORTER',
  EXPERIENCE_SUPPORTER = 'EXPERIENCE_SUPPORTER',
  LIVED_EXPERIENCE = 'LIVED_EXPERIENCE',
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
    FAMILY_SUPPORTER: { description: 'Supports families (家庭教育支援の協力者).' },
    EXPERIENCE_SUPPORTER: { description: 'Supports experience programmes (体験活動の支援者).' },
    LIVED_EXPERIENCE: {
      description:
        'Teaches out of life with a disability, by own declaration (当事者としての講師、本人の申出).',
    },
  },
});
