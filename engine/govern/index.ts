/** How a pathway changes: its parts, who has signed them, its releases, and what two versions say otherwise. */
export { type AdviceInput, adviceAgain, type LoggedAdvice } from './again.ts'
export {
  type Attestation,
  type Read,
  readingOf,
  type Shown,
  type Since,
  type Standing,
  standingOf,
} from './attested.ts'
export { type Change, changesBetween } from './changes.ts'
export type { Difference } from './differences.ts'
export type { Hash } from './digest.ts'
export { adviceFollowing, lazyAdviceFollowing } from './following.ts'
export { type Part, type PartKind, partsOf } from './parts.ts'
export {
  inOrder,
  type ReleasedPathway,
  type ReleaseHead,
  readRelease,
  releaseText,
  untouchedHead,
} from './release.ts'
