import { idPattern } from '@facialis/record'

/** Matches a local reference to a resource of this type, with or without a version. Its id is the first group. */
export const referencePattern = (type: string): RegExp => new RegExp(`^${type}/(${idPattern})(?:/_history/\\d+)?$`)
