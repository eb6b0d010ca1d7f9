/** Against both gates: the sentence "both stay closed" as data. */
export const againstBoth = <V extends string>(...values: readonly V[]): Readonly<Record<string, readonly V[]>> => ({
  botulinum: values,
  decompression: values,
})
export const againstToxin = <V extends string>(...values: readonly V[]): Readonly<Record<string, readonly V[]>> => ({
  botulinum: values,
})
export const againstSurgery = <V extends string>(...values: readonly V[]): Readonly<Record<string, readonly V[]>> => ({
  decompression: values,
})
