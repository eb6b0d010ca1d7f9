/** Which code systems published facts are written in: of facts, of the words they may have, of kinds of entry. */
export type FactAddresses = Readonly<{ fact: string; answer: string; entry: string }>
