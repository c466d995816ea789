import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';

/** A fact about the world: yes, no, or not known. Never a boolean, for silence is not a no. */
export enum Tri {
  YES = 'YES',
  NO = 'NO',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(Tri, {
  name: 'Tri',
  description: 'A fact that may be unknown (有・無・不明). Silence is never a no.',
  valuesConfig: {
    YES: { description: 'It is so (有).' },
    NO: { description: 'It is not so (無).' },
    UNKNOWN: { description: 'Nobody has said (不明).' },
  },
});
