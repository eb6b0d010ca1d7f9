import { entries } from '@facialis/knowledge/entries/index.ts'
import { facts, screens } from '@facialis/knowledge/facts/index.ts'
import { policy } from '@facialis/knowledge/policy/index.ts'
import { draft, nothingToProve, type Pathway } from '@facialis/language'

/** A pathway of a few decisions over all facts, for tests that look at those alone. */
export const smallPathway = (
  stage: Pathway['stage'],
  parts: Partial<Pick<Pathway, 'decisions' | 'collections' | 'rankings'>>,
): Pathway => ({
  id: 'a-part',
  version: '0',
  title: 'A part of the pathway',
  status: draft,
  released: null,
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
  checks: [],
  labels: [],
  conflicts: [],
  terminology: [],
  focus: {},
  toProve: nothingToProve,
  stage,
  ...parts,
})
