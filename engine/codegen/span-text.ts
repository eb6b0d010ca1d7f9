/** Expressions for the ends of a number or date and for its `unknown` and `inapplicable` bits, never both set. Null: never. */
export type SpanText = Readonly<{ lo: string; hi: string; unknown: string | null; inapplicable: string | null }>
