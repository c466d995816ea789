/** Pages ask nothing of any other machine, run no script but their own, and stand in nobody's frame. */
const everywhere = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

/** Monaco, the editor in GraphiQL, writes styles as it goes, carries its fonts inside, and thinks in workers. */
const withEditor = {
  ...everywhere,
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self' data:",
  'worker-src': "'self'",
};

/** The Content-Security-Policy of a page or of one of its parts, as tight as it works with. */
export function policyOf(name: string): string {
  const rules = name === 'graphiql.html' ? withEditor : everywhere;
  return Object.entries(rules)
    .map(([rule, sources]) => `${rule} ${sources}`)
    .join('; ');
}
