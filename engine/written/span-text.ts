/** Texts of a number or a date: the least and the greatest it can be, and bits for not known and for none, never both. Null: never. */
export type Written = Readonly<{ lo: string; hi: string; unknown: string | null; inapplicable: string | null }>
