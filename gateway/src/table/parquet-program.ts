import { parentPort } from 'node:worker_threads';
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';

// Encoding Parquet takes more time at once than a gateway has, so it is done in a thread of its own. This file imports
// npm packages only: in development node runs it as it is.

type Kind = 'whole' | 'decimal' | 'boolean' | 'moment' | 'day' | 'text';

interface Message {
  begin?: { columns: { name: string; kind: Kind }[]; rowGroup: number };
  rows?: unknown[][];
  end?: { pairs: [string, string][] };
}

const elements: Record<Kind, Omit<SchemaElement, 'name'>> = {
  whole: { type: 'INT32' },
  decimal: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  moment: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  day: { type: 'INT32', converted_type: 'DATE' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
};

class ParquetFile {
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  readonly #columns: { name: string; data: unknown[] }[];
  readonly #rowGroup: number;
  #rows = 0;

  constructor({ columns, rowGroup }: NonNullable<Message['begin']>) {
    const schema: SchemaElement[] = [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, kind }): SchemaElement => ({
        name,
        repetition_type: 'OPTIONAL',
        ...elements[kind],
      })),
    ];
    this.#writer = new ParquetWriter({ writer: this.#bytes, schema, createdBy: 'manabi-gateway' });
    this.#columns = columns.map(({ name }) => ({ name, data: [] }));
    this.#rowGroup = rowGroup;
  }

  add(rows: unknown[][]): void {
    for (const row of rows) {
      this.#columns.forEach(({ data }, index) => data.push(row[index] ?? null));
      this.#rows += 1;
      if (this.#rows >= this.#rowGroup) this.#flush();
    }
  }

  end(pairs: [string, string][]): void {
    this.#flush();
    this.#writer.kvMetadata = pairs.map(([key, value]) => ({ key, value }));
    void this.#writer.finish();
  }

  /** What was written since this was last asked. */
  taken(): Uint8Array {
    const piece = this.#bytes.getBytes().slice();
    this.#bytes.index = 0;
    return piece;
  }

  #flush(): void {
    if (this.#rows === 0) return;
    void this.#writer.write({ columnData: this.#columns, rowGroupSize: this.#rowGroup });
    for (const column of this.#columns) column.data = [];
    this.#rows = 0;
  }
}

let file: ParquetFile | undefined;

parentPort?.on('message', ({ begin, rows, end }: Message) => {
  if (begin) file = new ParquetFile(begin);
  if (rows) file?.add(rows);
  if (end) file?.end(end.pairs);
  parentPort?.postMessage(file?.taken(), []);
});
