/** True when a client asks for an event stream before anything else that a gateway could send. */
export function acceptsEvents(accept: string | undefined): boolean {
  for (const range of accept?.split(',') ?? []) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    if (parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))) continue;
    if (type === 'text/event-stream') return true;
    if (/^(?:application\/(?:graphql-response\+json|json|\*)|\*\/\*)$/.test(type)) return false;
  }
  return false;
}
