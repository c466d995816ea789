/** Whether a text is a JSON pointer (RFC 6901): empty, or parts that each begin with "/". */
export const isPointer = (text: string): boolean => text === '' || text.startsWith('/');

/**
 * What stands at a JSON pointer: one value, several where a part of it is "*" (every element of a list), none where
 * nothing stands there. Only an object's own properties are seen.
 */
export function valuesAt(whole: unknown, pointer: string): unknown[] {
  const parts = pointer === '' ? [] : pointer.slice(1).split('/').map(unescaped);
  return parts.reduce<unknown[]>(
    (values, part) => values.flatMap((value) => below(value, part)),
    [whole],
  );
}

/** The one value at a JSON pointer without "*"; undefined where nothing stands there. */
export const valueAt = (whole: unknown, pointer: string): unknown => valuesAt(whole, pointer)[0];

function below(value: unknown, part: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    if (part === '*') return value;
    return /^(?:0|[1-9]\d{0,8})$/.test(part) && Number(part) < value.length
      ? [value[Number(part)]]
      : [];
  }
  // An object that is no list has its properties by name.
  return Object.hasOwn(value, part) ? [(value as Record<string, unknown>)[part]] : [];
}

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');
