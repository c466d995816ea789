import { defineConfig } from 'vitest/config';

const conditions = ['source', 'module', 'node', 'development|production'];

/** Tests that end servers and clusters, load modules anew or set what a whole process sees: each file has a process of its own. */
const apart = [
  '{portal,bench,checks,setup}/**/*.test.ts',
  'kit/src/postgres/*.test.ts',
  'gateway/src/front-door/process.test.ts',
  'hub/src/{command,delivery}/*.test.ts',
  'hub/src/import/{library-lists,room-lists}.test.ts',
  'hub/test/{browser,contract,kept-answers,separate,service-tls,workbench.browser}.test.ts',
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
    // How long a test hangs before it is given up, no measure of speed: a busy machine may stand still for half a minute.
    testTimeout: 90_000,
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
          include: ['{kit,data,gateway,hub,services/*}/**/*.test.ts'],
          exclude: [...everywhere, ...apart],
        },
      },
    ],
  },
});
