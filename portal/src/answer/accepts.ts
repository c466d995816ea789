import type { IncomingMessage } from 'node:http';

/** Whether the reader takes an encoding: it is named, and not with a weight of nothing. */
export function accepts(request: IncomingMessage, encoding: string): boolean {
  const header = request.headers['accept-encoding'] ?? '';
  return header.split(',').some((range) => {
    const [name, weight] = range.split(';').map((word) => word.trim().toLowerCase());
    return name === encoding && !/^q=0(?:\.0*)?$/.test(weight ?? '');
  });
}

/** Whether the reader names a media type, not with a weight of nothing. */
export function acceptsType(request: IncomingMessage, type: string): boolean {
  const header = request.headers.accept ?? '';
  return header.split(',').some((range) => {
    const [name, ...parameters] = range.split(';').map((word) => word.trim().toLowerCase());
    return name === type && !parameters.some((each) => /^q=0(?:\.0*)?$/.test(each));
  });
}
