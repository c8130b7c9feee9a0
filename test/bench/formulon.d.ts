declare module 'formulon' {
  /** Reads and evaluates in one step; an error is a result of data type `error`. */
  export function parse(
    source: string,
    fields: Readonly<Record<string, unknown>>,
  ): { dataType: string; value: unknown };
}
