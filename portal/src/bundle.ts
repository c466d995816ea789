import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { type Plugin, build } from 'esbuild';

import { readyDocuments } from './ready/ready-documents.js';
import { examplesOf } from './words/examples.js';
import { graphWords, typeTerms } from './words/graph-words.js';
import { wordsPage } from './words/words-page.js';

const portal = fileURLToPath(new URL('..', import.meta.url));
const place = join(portal, 'dist/pages');
const output = `${place}.${process.pid}`;
const stamp = join(portal, 'dist/pages.digest');

/** Scripts of the pages, and the workers in which the GraphQL editor thinks. */
const entries = {
  search: join(portal, 'page/search/search.ts'),
  plain: join(portal, 'page/search/plain.css'),
  graphiql: join(portal, 'page/graphiql/graphiql.tsx'),
  words: join(portal, 'page/words/words.ts'),
  told: join(portal, 'page/told/told.css'),
  workbench: join(portal, 'page/workbench/workbench.tsx'),
  icon: join(portal, 'page/icon.svg'),
  'editor.worker': fromPackage('monaco-editor/esm/vs/editor/editor.worker.js'),
  'json.worker': fromPackage('monaco-editor/esm/vs/language/json/json.worker.js'),
  'graphql.worker': fromPackage('monaco-graphql/esm/graphql.worker.js'),
};

const pages = [
  'search/search.html',
  'graphiql/graphiql.html',
  'words/words.html',
  'told/told.html',
  'workbench/workbench.html',
  'missing.html',
];

/** Everything that the pages are made of. */
const inputs = [
  'page/**/*.{ts,tsx,html,css,svg}',
  '../schema/document/**/*.{graphql,json}',
  '../schema/{public,supergraph}.graphql',
  '../package-lock.json',
  'src/**/*.ts',
];

/** Modules of the workbench that are filled from the contract: what each exports, and with what. */
const gathered: Readonly<Record<string, readonly [name: string, gather: () => unknown]>> = {
  'gathered-questions': ['gatheredQuestions', () => readyDocuments(join(portal, '../schema'))],
  'gathered-terms': [
    'gatheredTerms',
    () => typeTerms(readFileSync(join(portal, '../schema/supergraph.graphql'), 'utf8')),
  ],
};

const fromContract: Plugin = {
  name: 'from-contract',
  setup({ onLoad }) {
    onLoad({ filter: /\/gathered-[a-z]+\.ts$/ }, ({ path }) => {
      const [name, gather] = gathered[basename(path, '.ts')] ?? [];
      if (!name || !gather) throw new Error(`Nobody says what ${path} is filled with.`);
      return { contents: `export const ${name} = ${JSON.stringify(gather())};`, loader: 'js' };
    });
  },
};

/** The policy forbids workers made of text, with which the writer of workbooks would compress large sheets. */
const withoutWorkers: Plugin = {
  name: 'without-workers',
  setup({ onLoad }) {
    onLoad({ filter: /write-excel-file\/modules\/zip\/zipToArrayBuffer\.js$/ }, () => ({
      contents:
        "import zip from './zipToArrayBufferSync.js'; export default async (files) => zip(files);",
    }));
  },
};

/** Bundles the pages into `dist/pages`, unless nothing that they are made of has changed. */
async function bundle(): Promise<void> {
  const digest = inputsDigest();
  if (existsSync(place) && lastDigest() === digest) return;
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const names = await bundleScripts();
  for (const page of pages) {
    const html = readFileSync(join(portal, 'page', page), 'utf8');
    const printed = page === 'words/words.html' ? withWords(html) : html;
    writeFileSync(join(output, basename(page)), withNames(printed, names));
  }
  for (const name of readdirSync(output)) compress(join(output, name));
  putInPlace();
  writeFileSync(stamp, digest);
}

/** The page of the graph's words, printed from the contract. */
function withWords(frame: string): string {
  const sdl = readFileSync(join(portal, '../schema/public.graphql'), 'utf8');
  const files = globSync('../schema/document/*.graphql', { cwd: portal }).toSorted();
  const documents = new Map(
    files.map((file) => [basename(file, '.graphql'), readFileSync(join(portal, file), 'utf8')]),
  );
  return wordsPage({ frame, words: graphWords(sdl), examples: examplesOf(sdl, documents) });
}

/** Two who bundle at once make the same: whoever comes second gives way. */
function putInPlace(): void {
  try {
    rmSync(place, { recursive: true, force: true });
    renameSync(output, place);
  } catch (error) {
    rmSync(output, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
}

async function bundleScripts(): Promise<Map<string, string>> {
  const { metafile } = await build({
    entryPoints: entries,
    outdir: output,
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    charset: 'utf8',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.ttf': 'file', '.svg': 'copy', '.graphql': 'text' },
    plugins: [fromContract, withoutWorkers],
    metafile: true,
    logLevel: 'error',
  });
  return namesOf(Object.keys(metafile.outputs));
}

/** Names without their digests to names with: `search.js` to `search-ABCDEFGH.js`. */
function namesOf(outputs: readonly string[]): Map<string, string> {
  return new Map(
    outputs.map((file) => {
      const name = basename(file);
      return [name.replace(/-[A-Z0-9]{8}(?=\.[a-z]+$)/, ''), name];
    }),
  );
}

function withNames(html: string, names: ReadonlyMap<string, string>): string {
  return html.replaceAll(/\{\{([^}]+)\}\}/g, (_, name: string) => {
    const found = names.get(name);
    if (!found) throw new Error(`A page names "${name}", which the bundle does not hold.`);
    return `/${found}`;
  });
}

/** Lays compressed copies beside a file, so that serving costs no time. */
function compress(file: string): void {
  const content = readFileSync(file);
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength };
  // The last step of quality takes six times as long for two hundredths of the size.
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { ...size, ...quality } }));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}

function inputsDigest(): string {
  const hash = createHash('sha256');
  for (const file of globSync(inputs, { cwd: portal }).toSorted())
    hash.update(file).update(readFileSync(join(portal, file)));
  return hash.digest('hex');
}

function lastDigest(): string | undefined {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

function fromPackage(file: string): string {
  return fileURLToPath(import.meta.resolve(file));
}

await bundle();
