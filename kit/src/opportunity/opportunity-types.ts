/** The types of the graph that are opportunities, as feeds call their kinds. */
export const opportunityTypes: ReadonlySet<string> = new Set([
  'LibraryProgram',
  'Course',
  'SportsClass',
  'CareProgram',
  'ExternalOffering',
]);
