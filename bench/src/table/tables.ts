import { fileURLToPath } from 'node:url';
import { composeSupergraph } from '@manabi/gateway/composition/compose';
import { request } from 'undici';
import { MeasuredProcess } from '../gateway/measured-process.js';
import { record } from '../record.js';
import { ledger, smallQuestion, wholeList } from './ledger.js';
import { Bystander } from './bystander.js';

/** Words of the command: rows of a text, and of a workbook and a Parquet file. */
const [textRows = '1000000', fileRows = '100000'] = process.argv.slice(2);
const asked = [
  { format: 'csv', rows: Number(textRows) },
  { format: 'ndjson', rows: Number(textRows) },
  { format: 'xlsx', rows: Number(fileRows) },
  { format: 'parquet', rows: Number(fileRows) },
] as const;

/** The most memory, in MiB, that a gateway may take for a table that is sent while it is read. */
const streamedAtMost = 400;

type Asked = (typeof asked)[number];

interface Figures {
  readonly rows: number;
  readonly megabytes: number;
  readonly firstByteMilliseconds: number;
  readonly seconds: number;
  readonly rowsPerSecond: number;
  /** Of the gateway's processor, all threads. */
  readonly processorSeconds: number;
  readonly peakMiB: number;
  /** Milliseconds that somebody else's small question took meanwhile. */
  readonly others: {
    readonly asked: number;
    readonly median: number;
    readonly worstOfHundred: number;
  };
}

const script = (name: string): string => fileURLToPath(new URL(`${name}.js`, import.meta.url));

async function measure({ format, rows }: Asked): Promise<Figures> {
  const pages = await MeasuredProcess.start({
    script: script('page-server'),
    told: { rows },
    core: 'others',
  });
  const url = pages.url;
  const documents = [wholeList, smallQuestion];
  const supergraphSdl = composeSupergraph([{ ...ledger, url }]);
  const gateway = await MeasuredProcess.start({
    script: script('table-gateway'),
    told: { supergraphSdl, url, documents },
    core: 'measured',
  });
  try {
    return await tableOf(gateway, { format, rows });
  } finally {
    await gateway.stop();
    await pages.stop();
  }
}

async function tableOf(gateway: MeasuredProcess, { format, rows }: Asked): Promise<Figures> {
  const bystander = new Bystander(gateway.url);
  const before = await gateway.usage();
  const began = performance.now();
  const { statusCode, headers, body, trailers } = await request(
    `${gateway.url}?format=${format}&pages=all`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: wholeList }),
      headersTimeout: 0,
      bodyTimeout: 0,
    },
  );
  const firstByteMilliseconds = Math.round(performance.now() - began);
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) bytes += chunk.byteLength;
  const seconds = (performance.now() - began) / 1000;
  const told = Number(headers['x-table-rows'] ?? trailers['x-table-rows']);
  if (statusCode !== 200 || told !== rows) {
    throw new Error(`${format}: ${statusCode}, and ${told} of ${rows} rows came.`);
  }
  const after = await gateway.usage();
  return {
    rows,
    megabytes: Math.round(bytes / 100_000) / 10,
    firstByteMilliseconds,
    seconds: Math.round(seconds * 10) / 10,
    rowsPerSecond: Math.round(rows / seconds),
    processorSeconds: Math.round((after.milliseconds - before.milliseconds) / 100) / 10,
    peakMiB: after.peak,
    others: await bystander.end(),
  };
}

const figures: Record<string, Figures> = {};
for (const each of asked) {
  figures[each.format] = await measure(each);
  process.stdout.write(`${each.format} ${JSON.stringify(figures[each.format])}\n`);
}
record(`tables-${textRows}`, figures);
for (const format of ['csv', 'ndjson', 'parquet']) {
  const peak = figures[format]?.peakMiB ?? 0;
  if (peak > streamedAtMost) {
    throw new Error(`${format} took ${peak} MiB: it is not sent while it is read.`);
  }
}
