import { mergeConfig } from 'vitest/config';

import usual from './vitest.config.js';

// The long proofs: the same surroundings, other files, more patience.
export default mergeConfig(
  { ...usual, test: { ...usual.test, projects: undefined } },
  {
    test: {
      include: ['{kit,data,gateway,portal,hub,bench,services/*}/**/*.prove.test.ts'],
      exclude: ['**/node_modules/**', '**/dist/**'],
      testTimeout: 1_800_000,
      hookTimeout: 600_000,
      maxWorkers: 1,
    },
  },
);
