/** The services whose offers the index holds: four departments, and the centre's own external offerings. */
export const indexedSources: readonly string[] = [
  'library',
  'kominkan',
  'sports',
  'welfare',
  'center',
];
