/** A library as text. */
export type CqlText = Readonly<{ name: string; version: string; text: string }>
