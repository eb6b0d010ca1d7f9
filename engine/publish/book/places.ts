import { anchorOf } from './names.ts'

export const personAnchor = (id: string): string => anchorOf('person', id)
/** A passage is explained where its source lists it. */
export const sourceAnchor = (id: string): string => anchorOf('passage', id)
