import type { Check } from '../check.js';
import { outcomeOf } from '../outcome.js';
import { shortly } from '../reply.js';
import type { Subject } from '../subject.js';

const probe = (path: string, says: string): Check => ({
  name: path,
  expects: `GET /${path} answers 200 to anyone ${says}`,
  run: async (subject: Subject) => {
    const reply = await subject.get(path, { signature: null });
    if (reply.status === 200) return outcomeOf([]);
    return outcomeOf([
      {
        found: shortly(reply),
        remedy: `Answer GET ${new URL(path, subject.url).pathname} with 200 and without asking for a signature.`,
      },
    ]);
  },
});

/** What whoever runs a subgraph asks it again and again. */
export const probes: readonly Check[] = [
  probe('health', 'while the process lives'),
  probe('ready', 'while it can answer'),
];
