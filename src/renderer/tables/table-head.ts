/** The head of a column or a row: a key of its own, and its name. */
export interface TableHead {
  readonly key: string
  readonly title: string
}
