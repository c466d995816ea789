/** The media type of linked data. */
export const linkedDataType = 'application/ld+json';

/** What JSON can hold; null and undefined members are left out when it is written. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | JsonObject;

/** An object of JSON. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Writes an object without what is not known: silence is never a fact. */
export const writtenJson = (object: JsonObject): string =>
  JSON.stringify(object, (_, value: Json) =>
    value === null || (Array.isArray(value) && value.length === 0) ? undefined : value,
  );

/**
 * Writes an object to stand in a script element of a page: nothing in it can end the element or begin another, for
 * what HTML would read is written in JSON's own escapes.
 */
export const embeddedJson = (object: JsonObject): string =>
  writtenJson(object).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
