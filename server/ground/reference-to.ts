import { idPattern } from '@facialis/record'

/** A reference to a resource of this type that is kept here, to whichever version of it. Its id is the first group. */
export const referenceTo = (type: string): RegExp => new RegExp(`^${type}/(${idPattern})(?:/_history/\\d+)?$`)
