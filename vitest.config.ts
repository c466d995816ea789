import { defineConfig } from 'vitest/config';

const conditions = ['source', 'module', 'node', 'development|production'];

/**
 * Where every test file needs a process of its own: it starts and ends servers and clusters, or makes the machine late on
 * purpose. The others of a worker share what they import, for that takes longer than most of them.
 */
const apart = [
  '{gateway,portal,hub,bench,checks,setup}/**/*.test.ts',
  'kit/src/postgres/*.test.ts',
];

const everywhere = ['**/node_modules/**', '**/dist/**', '**/*.prove.test.ts'];

export default defineConfig({
  resolve: {
    conditions,
    // Two copies of graphql (its .mjs and its .js) would be two realms: everything takes the CommonJS one.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  ssr: { resolve: { conditions } },
  test: {
    setupFiles: [],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'apart', include: apart, exclude: everywhere } },
      {
        extends: true,
        test: {
          name: 'together',
          // What a test file imports takes longer to load than most of them take to run.
          isolate: false,
          include: ['{kit,data,gateway,services/*}/**/*.test.ts'],
          exclude: [...everywhere, ...apart],
        },
      },
    ],
  },
});
