import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

import type { Check } from '../check.js';
import type { Contract } from '../contract.js';
import { type Fault, outcomeOf, untried } from '../outcome.js';

const told = 15;
const pascal = /^[A-Z][A-Za-z0-9]*$/;
const camel = /^[a-z][A-Za-z0-9]*$/;
const upper = /^[A-Z][A-Z0-9_]*$/;

/** Names are written as everywhere in the graph. */
export const names: Check = {
  name: 'names',
  expects: 'Types are named LikeThis, fields and arguments likeThis, enum values LIKE_THIS',
  run: async ({ contract }) =>
    contract ? outcomeOf(oddNames(contract).slice(0, told)) : untried('the SDL could not be read'),
};

function oddNames({ schema, index }: Contract): Fault[] {
  // `link__Purpose` and its like belong to a specification.
  const own = [...index.fielded.keys(), ...index.membered.keys()].filter(
    (name) => !name.includes('__'),
  );
  const faults: Fault[] = [];
  const look = (place: string, name: string, expected: RegExp): void => {
    if (expected.test(name) || name.startsWith('_')) return;
    const found = `"${name}" is written otherwise`;
    faults.push({
      place,
      found,
      remedy: 'Rename it, and keep the old name as @deprecated for a while.',
    });
  };
  for (const name of own) {
    const type = schema.getType(name);
    look(name, name, pascal);
    if (isEnumType(type)) {
      for (const value of type.getValues()) look(`${name}.${value.name}`, value.name, upper);
    } else if (isInputObjectType(type)) {
      for (const field of Object.keys(type.getFields())) look(`${name}.${field}`, field, camel);
    } else if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        look(`${name}.${field.name}`, field.name, camel);
        for (const { name: argument } of field.args) {
          look(`${name}.${field.name}(${argument}:)`, argument, camel);
        }
      }
    }
  }
  return faults;
}
