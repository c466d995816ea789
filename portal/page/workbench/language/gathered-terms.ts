/** The Japanese terms of the types of the graph. Empty here: it is filled when the pages are bundled. */
export const gatheredTerms: Readonly<Record<string, string>> = {};
