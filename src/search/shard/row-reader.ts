import { isRow, type Row } from '../row'

/** Where the rows of a shard stand. */
export interface RowReader {
  readonly starts: Uint32Array
  readonly bytes: Uint8Array
}

/** One row; null where the bytes hold none. */
export function readRow({ starts, bytes }: RowReader, number: number): Row | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      bytes.subarray(starts[number], starts[number + 1]),
    )
    const row: unknown = JSON.parse(text)
    return isRow(row) ? row : null
  } catch {
    // Neither text nor JSON: the same as a row of another form.
    return null
  }
}

/** All rows that can be read. */
export function* allRows(reader: RowReader): Generator<Row> {
  for (let number = 0; number < reader.starts.length - 1; number++) {
    const row = readRow(reader, number)
    if (row !== null) yield row
  }
}
