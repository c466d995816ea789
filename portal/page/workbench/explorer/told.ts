/** A value of an answer, as JSON tells it. */
export type Told =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Told[]
  | { readonly [key: string]: Told };

/** Whether a value has fields. */
export const isObject = (value: Told): value is { readonly [key: string]: Told } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is a list; the language's own check forgets what is in it. */
export const isList = (value: Told): value is readonly Told[] => Array.isArray(value);
