/** The city whose graph is told to the world, and where it is told. */
export interface City {
  /** 全国地方公共団体コード, six digits. */
  readonly code: string;
  readonly prefecture: string;
  readonly city: string;
  /** The address by which others know the hub, e.g. `https://manabi.example.jp`, without a slash at its end. */
  readonly address: string;
}

/** What has a page of its own. */
export type PageKind = 'opportunities' | 'facilities';

/** The name of a record that is the same for ever, wherever it is told, as iCalendar wants it. */
export const uidOf = ({ code }: City, id: string): string => `${id}@${code}.manabi-hub`;

/** The same as a tag URI (RFC 4151), as feeds want it. */
export const tagOf = ({ code }: City, kind: string, id: string): string =>
  `tag:manabi-hub,2026:${code}/${kind}/${encodeURIComponent(id)}`;

/** The address of a record's own page. */
export const pageOf = ({ address }: City, kind: PageKind, id: string): string =>
  `${address}/${kind}/${encodeURIComponent(id)}`;

/** An address that a department gave, as it may be handed on: of the web and nothing else; null for all else. */
export function webAddress(given: string | null | undefined): string | null {
  if (!given || !URL.canParse(given)) return null;
  const { protocol, href } = new URL(given);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
