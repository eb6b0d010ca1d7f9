import type { Pathway } from '@facialis/language'
import { entries } from '../entries/index.ts'
import { facts, screens } from '../facts/index.ts'
import { policy } from '../policy.ts'

/** A pathway of a few decisions over all facts, for tests that look at those alone. */
export const smallPathway = (
  stage: Pathway['stage'],
  parts: Partial<Pick<Pathway, 'decisions' | 'collections' | 'rankings'>>,
): Pathway => ({
  id: 'a-part',
  version: '0',
  title: 'A part of the pathway',
  status: 'draft, not clinically signed',
  passages: [],
  facts,
  entries,
  screens,
  policy,
  decisions: [stage],
  collections: [],
  rankings: [],
  steps: [],
  alerts: [],
  conflicts: [],
  terminology: [],
  focus: {},
  stage,
  ...parts,
})
