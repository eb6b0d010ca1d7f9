/** A variable or its opposite: twice the number of the variable, and one more where the variable is to be false. */
export type Literal = number

/** The first variable of every solver is always so. */
export const [trueLiteral, falseLiteral] = [0, 1] as const
export const negate = (literal: Literal): Literal => literal ^ 1
export const variableOf = (literal: Literal): number => literal >> 1
