import { factOf } from '../../pathway.ts'

/** Chips of sequences, grouped as a reader lists them. */
export const sequenceGroups = [
  { id: 'brain', sequences: ['t2', 'flair', 'dwi'] },
  { id: 'nerve', sequences: ['3d-t2'] },
  { id: 'arteries', sequences: ['tof-mra', 'contrast-mra', 'cta', 'dsa'] },
  { id: 'contrast', sequences: ['t1', 't1-contrast', 'ct-contrast'] },
] as const

const coverage = factOf('study.coverage')
export const regions: readonly string[] = coverage?.type === 'set' ? coverage.values : []

export const sides = ['right', 'left'] as const
export type Side = (typeof sides)[number]

/** What is asked of vessel and nerve on one side. The first shows whether the others have something to say. */
export const contactFields = ['contact', 'vessels', 'site', 'pattern', 'displaced', 'indented', 'thinned'] as const
export const gradeFields = ['grade', 'gradeScheme'] as const
export const sideField = (side: Side, field: (typeof contactFields)[number] | (typeof gradeFields)[number]): string =>
  `mri.${side}.${field}`
