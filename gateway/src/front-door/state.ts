import type { HttpAnswer } from '../pipeline/respond.js';

/** What an operator's probe is told: a status it understands and one word for people. */
export function state(status: number, word: string): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify({ status: word }),
  };
}
