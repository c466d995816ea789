// Who may import whom: docs/house.md says why. Type-only imports count too.
const service = '^services/([^/]+)/src/';
const tests = '(\\.test\\.ts$|\\.builder\\.ts$|/test/)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-rings', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'services-are-strangers',
      comment:
        'A service imports the kit and npm only; other services are reached through the graph.',
      severity: 'error',
      from: { path: service },
      to: { path: '^(services|gateway|portal|hub|bench|data)/', pathNot: '^services/$1/' },
    },
    {
      name: 'kit-and-data-stand-alone',
      severity: 'error',
      from: { path: '^(kit|data)/src/' },
      to: { path: '^(services|gateway|portal|hub|bench)/' },
    },
    {
      name: 'kit-knows-no-data',
      severity: 'error',
      from: { path: '^kit/' },
      to: { path: '^data/' },
    },
    {
      name: 'data-knows-no-kit',
      severity: 'error',
      from: { path: '^data/' },
      to: { path: '^kit/' },
    },
    {
      name: 'gateway-knows-no-service',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^(services|portal|hub|bench|data)/' },
    },
    {
      name: 'portal-speaks-to-the-gateway-only',
      severity: 'error',
      from: { path: '^portal/src/' },
      to: { path: '^(services|gateway|kit|hub|bench|data)/' },
    },
    {
      name: 'nothing-imports-the-hub',
      severity: 'error',
      from: { path: '^(kit|data|services|gateway|portal)/' },
      to: { path: '^(hub|bench)/' },
    },
    {
      name: 'resolvers-do-not-query',
      comment:
        'A resolver asks a loader or a repository; only the type EntityManager may be named.',
      severity: 'error',
      from: { path: `${service}.*\\.resolver\\.ts$` },
      to: { path: '@mikro-orm/' },
    },
    {
      name: 'loaders-look-down',
      severity: 'error',
      from: { path: `${service}.*\\.loader\\.ts$` },
      to: { path: '\\.resolver\\.ts$' },
    },
    {
      name: 'repositories-look-down',
      severity: 'error',
      from: { path: `${service}.*\\.repository\\.ts$` },
      to: { path: '\\.(resolver|loader)\\.ts$' },
    },
    {
      name: 'entities-know-columns-only',
      severity: 'error',
      from: { path: `${service}.*\\.entity\\.ts$` },
      to: { path: '\\.(resolver|loader|repository|feed|import)\\.ts$' },
    },
    {
      name: 'only-tests-import-builders-and-the-test-kit',
      severity: 'error',
      from: {
        path: '^(kit|services|gateway|hub|data)/',
        pathNot: `(${tests}|^kit/src/testing/|^gateway/src/testing/|^kit/src/postgres/test-)`,
      },
      to: { path: '(\\.builder\\.ts$|^kit/src/testing/)' },
    },
    {
      name: 'no-unlisted-package',
      severity: 'error',
      from: { pathNot: '^(checks|setup|vitest|bench)' },
      to: { dependencyTypes: ['npm-no-pkg', 'unknown'] },
    },
    {
      name: 'elastic-licence-stays-out',
      comment: 'Not open source: for comparison in bench/ only.',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: { path: '@apollo/(composition|gateway|query-planner|federation-internals)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
