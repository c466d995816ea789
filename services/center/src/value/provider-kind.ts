import { registerEnumType } from 'type-graphql';

/** What kind of provider offers something. */
export enum ProviderKind {
  UNIVERSITY = 'UNIVERSITY',
  SCHOOL = 'SCHOOL',
  MUSEUM = 'MUSEUM',
  SISTER_CITY = 'SISTER_CITY',
  CULTURE = 'CULTURE',
  HERITAGE = 'HERITAGE',
  ENVIRONMENT = 'ENVIRONMENT',
  PREFECTURE = 'PREFECTURE',
  PRIVATE = 'PRIVATE',
}

registerEnumType(ProviderKind, {
  name: 'ProviderKind',
  description: 'What kind of provider offers something (提供者の種類).',
  valuesConfig: {
    UNIVERSITY: { description: 'A university (大学).' },
    SCHOOL: { description: 'A school (学校).' },
    MUSEUM: { description: 'A museum (博物館).' },
    SISTER_CITY: { description: 'A sister city (姉妹・友好都市).' },
    CULTURE: { description: 'Culture and arts (文化・芸術).' },
    HERITAGE: { description: 'Heritage (文化財).' },
    ENVIRONMENT: { description: 'Environment (環境).' },
    PREFECTURE: { description: 'The prefecture or the state (都・国).' },
    PRIVATE: { description: 'A company or association (民間).' },
  },
});
