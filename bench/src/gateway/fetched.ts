import { request } from 'undici';

/** The JSON that an address answers to a body sent by POST. Throws when it answers anything but JSON. */
export async function fetched(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const answer = await request(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
    headersTimeout: 20_000,
    bodyTimeout: 20_000,
  });
  return answer.body.json();
}
