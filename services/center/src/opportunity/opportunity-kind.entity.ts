import { registerEnumType } from 'type-graphql';

/** What kind of opportunity it is; each is a type of the graph. */
export enum OpportunityKind {
  COURSE = 'COURSE',
  SPORTS_CLASS = 'SPORTS_CLASS',
  CARE_PROGRAM = 'CARE_PROGRAM',
  LIBRARY_PROGRAM = 'LIBRARY_PROGRAM',
  EXTERNAL_OFFERING = 'EXTERNAL_OFFERING',
}

registerEnumType(OpportunityKind, {
  name: 'OpportunityKind',
  description: 'Kinds of learning opportunities (学習機会の種別).',
  valuesConfig: {
    COURSE: { description: 'A course or event of a community centre (公民館講座).' },
    SPORTS_CLASS: { description: 'A sports class (スポーツ教室).' },
    CARE_PROGRAM: {
      description: 'A programme of health, childcare or welfare (福祉・子育て・健康の事業).',
    },
    LIBRARY_PROGRAM: { description: 'A programme of a library (図書館行事).' },
    EXTERNAL_OFFERING: { description: 'Offered by another provider (市以外の学習機会).' },
  },
});

/** The type of the graph for each kind: what feeds call their kinds. */
export const typeOfKind: Readonly<Record<OpportunityKind, string>> = {
  COURSE: 'Course',
  SPORTS_CLASS: 'SportsClass',
  CARE_PROGRAM: 'CareProgram',
  LIBRARY_PROGRAM: 'LibraryProgram',
  EXTERNAL_OFFERING: 'ExternalOffering',
};

/** The kind of a type's name; undefined when it is none. */
export function kindOfType(name: string): OpportunityKind | undefined {
  return Object.values(OpportunityKind).find((kind) => typeOfKind[kind] === name);
}
