import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    conditions: ['source', 'module', 'node', 'development|production'],
    // Two copies of graphql (its .mjs and its .js) would be two realms: everything takes the CommonJS one.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } },
  test: {
    include: ['{kit,data,gateway,portal,hub,bench,checks,setup,services/*}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.prove.test.ts'],
    setupFiles: [],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
