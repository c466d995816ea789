import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** Types that are numbers, and types that say nothing but what follows from numbers of people. */
const numbers: ReadonlySet<string> = new Set([
  'Int',
  'Float',
  'Count',
  'GuardedCount',
  'Seats',
  'ApplicationState',
]);

/** What every list has, and what only counts the writes to a record or says where on the map. */
const everywhere = /\.(revision|currentRevision|latitude|longitude)$|\((first|last):\)$/;

/**
 * Every place of a graph at which a number can be seen, filtered or ordered by, as coordinates: fields
 * (`Course.seats`), arguments (`Query.people(age:)`), fields of inputs and the values of orders.
 */
export function numberPlaces(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return types
    .flatMap(placesIn)
    .filter((each) => !everywhere.test(each))
    .toSorted();
}

function placesIn(type: GraphQLNamedType): string[] {
  const { name } = type;
  if (isEnumType(type) && /(Sort|Order)$/.test(name))
    return type.getValues().map((value) => `${name}.${value.name}`);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap((field) =>
      isNumber(field.type) ? [`${name}.${field.name}`] : [],
    );
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const places = isNumber(field.type) ? [`${name}.${field.name}`] : [];
    return places.concat(
      field.args.flatMap((each) =>
        isNumber(each.type) ? [`${name}.${field.name}(${each.name}:)`] : [],
      ),
    );
  });
}

const isNumber = (type: Parameters<typeof getNamedType>[0]): boolean =>
  numbers.has(getNamedType(type)?.name ?? '');
